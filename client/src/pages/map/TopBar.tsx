/** Mark and title, the panels as words, what is saved, who is here, Share. */
import { useMapSnapshot, useNotices } from '../../session/hooks.ts'
import { BLOCK_PANEL } from '../../text/block-panel.ts'
import { NOTICES_PANEL, openCount } from '../../text/notices.ts'
import { TELLINGS } from '../../text/tellings.ts'
import { VERSIONS_PANEL } from '../../text/versions.ts'
import { Button } from '../../ui/Button.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { MapTitle } from './MapTitle.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { SavedWords } from './SavedWords.tsx'
import styles from './TopBar.module.css'

export const PANELS = ['outline', 'notices', 'tellings', 'block', 'versions', 'brief'] as const
export type PanelName = (typeof PANELS)[number]
const PANEL_WORDS: Record<PanelName, string> = {
  outline: 'Outline',
  notices: NOTICES_PANEL,
  tellings: TELLINGS,
  versions: VERSIONS_PANEL,
  block: BLOCK_PANEL,
  brief: 'Brief',
}

export interface TopBarProps {
  readonly panel: PanelName | null
  readonly phone: boolean
  readonly onPanel: (panel: PanelName | null) => void
  readonly onShare: () => void
  readonly onImport: () => void
}

export function TopBar({ panel, phone, onPanel, onShare, onImport }: TopBarProps) {
  const oneChosen = useMapSnapshot(({ view }) => view.selected.length === 1)
  return (
    <header className={styles['bar']}>
      <div className={styles['name']}>
        <a href="/" className={styles['home']} aria-label="Home" title="Maps of this browser">
          <Mark width={28} />
        </a>
        <MapTitle />
      </div>
      <nav className={styles['panels']} aria-label="Panels">
        {PANELS.filter((name) => name !== 'block' || oneChosen || panel === 'block').map((name) => (
          <button
            key={name}
            type="button"
            className={styles['panel']}
            aria-expanded={panel === name}
            aria-controls={panel === name ? 'panel' : undefined}
            aria-describedby={name === 'notices' ? 'notice-count' : undefined}
            onClick={() => onPanel(panel === name && !phone ? null : name)}
          >
            {PANEL_WORDS[name]}
            {name === 'notices' && <NoticeCount />}
          </button>
        ))}
        {phone && (
          <button
            type="button"
            className={styles['panel']}
            aria-expanded={panel === null}
            onClick={() => onPanel(null)}
          >
            Map
          </button>
        )}
        <MoreMenu onImport={onImport} />
      </nav>
      <div className={styles['state']}>
        <SavedWords />
        <PeopleHere />
        <Button look="filled" onClick={onShare}>
          Share
        </Button>
      </div>
    </header>
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
