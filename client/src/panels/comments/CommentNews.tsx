/** Reads out what comes in for this person while the map is open, whatever panel they are in. Nothing of it is seen. */
import type { Concern } from '@throughline/shared/comments'
import { useEffect, useRef, useState } from 'react'
import { useComments } from '../../session/hooks.ts'
import { sayConcern, sayDecision } from '../../text/comments.ts'
import { useConcerns } from './use-concerns.ts'
import { usePeople } from './use-people.ts'

const keyOf = (concern: Concern): string =>
  concern.why === 'decided' ? `${concern.thread.id} ${concern.at}` : concern.comment.id

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
    heard.current = new Set(concerns.map(keyOf))
    const news = before === null ? undefined : concerns.find((concern) => !before.has(keyOf(concern)))
    if (news?.why === 'decided') setSaid(sayDecision(news.decision))
    else if (news !== undefined)
      setSaid(sayConcern(nameOf(news.comment.by, news.comment.name), news.why, news.comment.text))
  }, [concerns, loaded, nameOf])
  return (
    <p role="status" className="only-heard" data-testid="comment-news">
      {said}
    </p>
  )
}
