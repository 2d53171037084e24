/** Reads out what comes in for this person while the map is open, whatever panel they are in. Nothing of it is seen. */
import { useEffect, useRef, useState } from 'react'
import { useComments } from '../../session/hooks.ts'
import { sayConcern } from '../../text/comments.ts'
import { useConcerns } from './use-concerns.ts'
import { usePeople } from './use-people.ts'

export function CommentNews() {
  const concerns = useConcerns()
  const loaded = useComments((comments) => comments.loaded)
  const { nameOf } = usePeople()
  const [said, setSaid] = useState('')
  /** Null until what was there at the opening is known: that is in the inbox, and no news. */
  const heard = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    if (!loaded) return
    const before = heard.current
    heard.current = new Set(concerns.map(({ comment }) => comment.id))
    const news = before === null ? undefined : concerns.find(({ comment }) => !before.has(comment.id))
    if (news !== undefined) setSaid(sayConcern(nameOf(news.comment.by, news.comment.name), news.why, news.comment.text))
  }, [concerns, loaded, nameOf])
  return (
    <p role="status" className="only-heard" data-testid="comment-news">
      {said}
    </p>
  )
}
