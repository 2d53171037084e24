/**
 * The panels as words: side by side where there is room, in one menu where there is not, and as tabs on a phone, where
 * one of them or the map is the whole page.
 */
import { shortcutKeys } from '../../commands/shortcuts.ts'
import { useMapSnapshot, useNotices } from '../../session/hooks.ts'
import { useFreshConcerns } from '../../panels/comments/use-concerns.ts'
import { newForYou } from '../../text/comments.ts'
import { openCount } from '../../text/notices.ts'
import { Menu } from '../../ui/Menu.tsx'
import { PANEL_WORDS, PANELS, type PanelName } from './panels.ts'
import { useNarrow } from './use-phone.ts'
import styles from './TopBar.module.css'

export interface PanelNamesProps {
  readonly panel: PanelName | null
  readonly phone: boolean
  readonly onPanel: (panel: PanelName | null) => void
}

export function PanelNames({ panel, phone, onPanel }: PanelNamesProps) {
  const narrow = useNarrow()
  const oneChosen = useMapSnapshot(({ view }) => view.selected.length === 1)
  // These are come to from elsewhere, and named while they are open.
  const shown = PANELS.filter((name) => {
    if (name === panel) return true
    return name === 'block' ? oneChosen : name !== 'changes' && name !== 'agreed'
  })
  const pick = (name: PanelName) => onPanel(panel === name && !phone ? null : name)
  if (narrow && !phone)
    return (
      <div className={styles['folded']}>
        <Menu name="Panels" label="Panels" align="left">
          {(close) => (
            <div className={styles['list']}>
              {shown.map((name) => (
                <PanelButton
                  key={name}
                  name={name}
                  isOpen={panel === name}
                  onPick={() => {
                    close()
                    pick(name)
                  }}
                />
              ))}
            </div>
          )}
        </Menu>
      </div>
    )
  return (
    <div className={styles['names']}>
      {shown.map((name) => (
        <PanelButton key={name} name={name} isOpen={panel === name} onPick={() => pick(name)} />
      ))}
      {phone && (
        <button type="button" className={styles['panel']} aria-expanded={panel === null} onClick={() => onPanel(null)}>
          Map
        </button>
      )}
    </div>
  )
}

interface PanelButtonProps {
  readonly name: PanelName
  readonly isOpen: boolean
  readonly onPick: () => void
}

function PanelButton({ name, isOpen, onPick }: PanelButtonProps) {
  return (
    <button
      type="button"
      className={styles['panel']}
      aria-expanded={isOpen}
      aria-controls={isOpen ? 'panel' : undefined}
      aria-describedby={name === 'notices' ? 'notice-count' : name === 'comments' ? 'comment-count' : undefined}
      title={name === 'find' ? `${PANEL_WORDS.find}  ${shortcutKeys('find')}` : undefined}
      onClick={onPick}
    >
      {PANEL_WORDS[name]}
      {name === 'notices' && <NoticeCount />}
      {name === 'comments' && <CommentCount />}
    </button>
  )
}

/** How many there are, in no colour: a count of what is in the panel and nothing else. */
function NoticeCount() {
  const { found, open } = useNotices()
  if (!found) return null
  return (
    <span className={`${styles['count']} tnum`} aria-hidden="true">
      {open.length > 0 && open.length}
      <span id="notice-count" hidden>
        {openCount(open.length)}
      </span>
    </span>
  )
}

/** How many concern this person and are new to them. */
function CommentCount() {
  const fresh = useFreshConcerns().length
  return (
    <span className={`${styles['count']} tnum`} aria-hidden="true">
      {fresh > 0 && fresh}
      <span id="comment-count" hidden>
        {fresh > 0 && newForYou(fresh)}
      </span>
    </span>
  )
}
