/**
 * A bar in the margin of every card that others have changed since this person was last here, as printers mark what is
 * new in an edition. It goes when the card has been looked at. In page coordinates in the layer of overlays.
 */
import type { BlockId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { useEditor, useValue } from 'tldraw'
import { useNews } from '../session/hooks.ts'
import { blockShapeId } from './shape-ids.ts'
import './news-marks.css'

const FADE_MS = 600

export function NewsMarks() {
  const { unseen } = useNews()
  const fading = useFading(unseen)
  const editor = useEditor()
  const onScreen = useValue(
    'cards with news on the screen',
    () => {
      const culled = editor.getCulledShapes()
      return [...new Set([...unseen, ...fading])].filter(
        (id) => editor.getShape(blockShapeId(id)) !== undefined && !culled.has(blockShapeId(id)),
      )
    },
    [editor, unseen, fading],
  )
  // The line and the panel say it in words.
  return (
    <div aria-hidden="true">
      {onScreen.map((id) => (
        <Bar key={id} id={id} isSeen={!unseen.has(id)} />
      ))}
    </div>
  )
}

/** Those that have just been looked at, as long as they fade. */
function useFading(unseen: ReadonlySet<BlockId>): ReadonlySet<BlockId> {
  const [fading, setFading] = useState<ReadonlySet<BlockId>>(new Set())
  const [before, setBefore] = useState(unseen)
  if (before !== unseen) {
    setFading(new Set([...before].filter((id) => !unseen.has(id))))
    setBefore(unseen)
  }
  useEffect(() => {
    if (fading.size === 0) return
    const timer = setTimeout(() => setFading(new Set()), FADE_MS)
    return () => clearTimeout(timer)
  }, [fading])
  return fading
}

function Bar({ id, isSeen }: { readonly id: BlockId; readonly isSeen: boolean }) {
  const editor = useEditor()
  const place = useValue(
    'edge',
    () => {
      const bounds = editor.getShapePageBounds(blockShapeId(id))
      return bounds === undefined
        ? null
        : { transform: `translate(${bounds.x}px, ${bounds.y}px)`, height: `${bounds.h}px` }
    },
    [editor, id],
  )
  return place === null ? null : <div className="news-mark" data-seen={isSeen} style={place} />
}
