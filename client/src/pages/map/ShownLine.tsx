/** On a phone, where the map is not in sight: somebody is showing it, and it is one tap away. */
import { useFollowing, useSession } from '../../session/hooks.ts'
import { followingOf } from '../../session/following.ts'
import { LOOK_ALONG, shows } from '../../text/attention.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './QuietLine.module.css'

export function ShownLine({ onMap }: { readonly onMap: () => void }) {
  const watch = followingOf(useSession())
  const { whom } = useFollowing()
  if (whom?.shows !== true) return null
  return (
    <div className={styles['line']} role="status">
      <span>{shows(whom.name)}</span>
      <Button
        look="text"
        onClick={() => {
          watch.comeBack()
          onMap()
        }}
      >
        {LOOK_ALONG}
      </Button>
    </div>
  )
}
