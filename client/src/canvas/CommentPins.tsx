/**
 * Open comments that are about a place: a pin there, as large on the screen at every zoom. In page coordinates in the
 * layer of overlays; the camera moves them without React. The keyboard reaches them in the Comments panel.
 */
import type { Thread } from '@throughline/shared/comments'
import { MessageSquare } from 'lucide-react'
import type { PointerEvent } from 'react'
import { useComments, useSession, useView } from '../session/hooks.ts'
import { pinName } from '../text/comments.ts'
import './comment-pins.css'

/** A press on a pin is none on the canvas. */
const keepToItself = (event: PointerEvent) => event.stopPropagation()

export function CommentPins() {
  const threads = useComments((comments) => comments.threads)
  const commenting = useView((view) => view.commenting)
  const isOpen = (thread: Thread) => commenting?.is === 'thread' && commenting.thread === thread.id
  return (
    <div className="comment-pins">
      {threads.map(
        (thread) =>
          (thread.resolved === null || isOpen(thread)) && (
            <Pin key={thread.id} thread={thread} isOpen={isOpen(thread)} />
          ),
      )}
      {commenting?.is === 'new' && commenting.about.is === 'place' && (
        <Spot x={commenting.about.x} y={commenting.about.y} />
      )}
    </div>
  )
}

function Pin({ thread: { id, about, comments }, isOpen }: { readonly thread: Thread; readonly isOpen: boolean }) {
  const session = useSession()
  if (about.is !== 'place') return null
  return (
    <div className="comment-pin" style={{ transform: `translate(${about.x}px, ${about.y}px)` }}>
      <button
        type="button"
        tabIndex={-1}
        data-thread={id}
        data-open={isOpen}
        aria-label={pinName(comments.find(({ text }) => text !== '')?.text ?? '')}
        onPointerDown={keepToItself}
        onPointerUp={keepToItself}
        onClick={() => session.setView({ commenting: { is: 'thread', thread: id } })}
      >
        <MessageSquare size={14} strokeWidth={1.75} aria-hidden />
        {comments.length > 1 && comments.length}
      </button>
    </div>
  )
}

/** Where the comment that is being written will stand. */
function Spot({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <div className="comment-pin" style={{ transform: `translate(${x}px, ${y}px)` }} aria-hidden="true">
      <span data-open>
        <MessageSquare size={14} strokeWidth={1.75} />
      </span>
    </div>
  )
}
