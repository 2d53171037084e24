/** Asking everybody to look along with oneself. */
import { Presentation } from 'lucide-react'
import { followingOf } from '../../session/following.ts'
import { useFollowing, useMapSnapshot, useSession } from '../../session/hooks.ts'
import { SHOW_MAP, SHOW_NOTE, STOP_SHOWING } from '../../text/attention.ts'
import styles from './Workshop.module.css'

export function ShowWay() {
  const watch = followingOf(useSession())
  const { showing, mayShow } = useFollowing()
  const hasCanvas = useMapSnapshot((snapshot) => snapshot.hasCanvas)
  if (!mayShow || !hasCanvas) return null
  return (
    <li>
      <button type="button" onClick={() => watch.show(!showing)}>
        <Presentation size={18} strokeWidth={1.5} aria-hidden="true" />
        {showing ? STOP_SHOWING : SHOW_MAP}
      </button>
      {!showing && <span className={styles['note']}>{SHOW_NOTE}</span>}
    </li>
  )
}
