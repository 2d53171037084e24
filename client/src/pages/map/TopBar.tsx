/** Mark and title, the panels as words, what is saved, who is here, Share. */
import { useMapSnapshot } from '../../session/hooks.ts'
import { BLOCK_PANEL } from '../../text/block-panel.ts'
import { TELLINGS } from '../../text/tellings.ts'
import { Button } from '../../ui/Button.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { MapTitle } from './MapTitle.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { SavedWords } from './SavedWords.tsx'
import styles from './TopBar.module.css'

export const PANELS = ['outline', 'tellings', 'block', 'brief'] as const
export type PanelName = (typeof PANELS)[number]
const PANEL_WORDS: Record<PanelName, string> = {
  outline: 'Outline',
  tellings: TELLINGS,
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
            onClick={() => onPanel(panel === name && !phone ? null : name)}
          >
            {PANEL_WORDS[name]}
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
