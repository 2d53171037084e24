/** Mark and title, the panels as words, what is saved, who is here, Share. */
import { CommentNews } from '../../panels/comments/CommentNews.tsx'
import { Button } from '../../ui/Button.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { MapTitle } from './MapTitle.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { PanelNames, type PanelNamesProps } from './PanelNames.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { SavedWords } from './SavedWords.tsx'
import styles from './TopBar.module.css'

export interface TopBarProps extends PanelNamesProps {
  readonly onShare: () => void
  readonly onImport: () => void
}

export function TopBar({ onShare, onImport, ...panels }: TopBarProps) {
  return (
    <header className={styles['bar']}>
      <div className={styles['name']}>
        <a href="/" className={styles['home']} aria-label="Home" title="Maps of this browser">
          <Mark width={28} />
        </a>
        <MapTitle />
      </div>
      <nav className={styles['panels']} aria-label="Panels">
        <PanelNames {...panels} />
        <MoreMenu onImport={onImport} />
      </nav>
      <CommentNews />
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
