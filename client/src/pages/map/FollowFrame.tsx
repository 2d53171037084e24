/**
 * The edge of the canvas while one looks along with somebody, in their colour, and on it who that is. Esc, or any look of
 * one's own, ends it; one click comes back.
 */
import { useEffect, type CSSProperties } from 'react'
import { useFollowing, useSession } from '../../session/hooks.ts'
import { followingOf, type FollowNow } from '../../session/following.ts'
import {
  DONE,
  follow,
  following,
  lookedAway,
  shows,
  showsYou,
  STOP_FOLLOWING,
  STOP_SHOWING,
  YOU_SHOW,
} from '../../text/attention.ts'
import { isWriting } from './use-shortcuts.ts'
import styles from './FollowFrame.module.css'

export function FollowFrame() {
  const session = useSession()
  const watch = followingOf(session)
  const now = useFollowing()
  const me = session.getSnapshot().me.color
  const isActive = now.is === 'following' || now.showing
  useEffect(() => {
    if (now.is !== 'following') return
    const onKey = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest('dialog, [role="menu"]') !== null
      if (event.key === 'Escape' && !isElsewhere && !isWriting(event.target)) watch.lookAway()
    }
    // Before the canvas, which keeps some keys to itself.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [watch, now.is])
  const color = now.showing ? me : (now.whom?.color ?? 0)
  return (
    <div
      className={styles['frame']}
      data-active={isActive}
      style={{ '--whom': `var(--person-${color + 1})` } as CSSProperties}
    >
      <div className={styles['tab']} data-look={isActive ? 'full' : now.is === 'away' ? 'quiet' : 'none'}>
        <span role="status" dir="auto">
          {says(now)}
        </span>
        <Acts now={now} />
      </div>
    </div>
  )
}

function says({ is, whom, showing }: FollowNow): string {
  if (showing) return YOU_SHOW
  if (whom === null) return ''
  if (is === 'following') return whom.shows ? showsYou(whom.name) : following(whom.name)
  return whom.shows ? shows(whom.name) : lookedAway(whom.name)
}

function Acts({ now: { is, whom, showing } }: { readonly now: FollowNow }) {
  const session = useSession()
  const watch = followingOf(session)
  /** The button goes with the press; the keyboard stays on the canvas. */
  const then = (act: () => void) => () => {
    act()
    session.canvas?.focus()
  }
  if (showing)
    return (
      <button type="button" onClick={then(() => watch.show(false))}>
        {STOP_SHOWING}
      </button>
    )
  if (whom === null) return null
  if (is === 'following')
    return (
      <button type="button" onClick={then(() => watch.stop())}>
        {STOP_FOLLOWING}
      </button>
    )
  return (
    <>
      <button type="button" onClick={then(() => watch.comeBack())}>
        {follow(whom.name)}
      </button>
      {!whom.shows && (
        <button type="button" onClick={then(() => watch.stop())}>
          {DONE}
        </button>
      )}
    </>
  )
}
