/** The big screen: the stage and its clock above, what the stage is about in the middle, how to join below. */
import type { WorkshopView } from '@throughline/shared/protocol'
import { useState, type ReactNode } from 'react'
import { keep, kept } from '../../browser/keep.ts'
import { Announce } from '../../panels/workshop/Announce.tsx'
import { Clock } from '../../panels/workshop/Clock.tsx'
import { ThreadOfTime } from '../../panels/workshop/ThreadOfTime.tsx'
import { stageName } from '@throughline/shared/stage-names'
import { CODE_TO_JOIN, FILL_SCREEN, hereNow, LINE_LOST, sayCode, SHOW_DARK, SHOW_LIGHT } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { ScreenStage } from './ScreenStage.tsx'
import styles from './Screen.module.css'

export interface ScreenProps {
  readonly live: LiveWorkshop
  readonly view: WorkshopView
  readonly isLive: boolean
  /** Lies over what the stage is about, while there is something in it. */
  readonly shownMap: ReactNode
}

const THEME = 'throughline:screen-theme'

/** Dark unless told otherwise, whatever the rest of this browser is. */
function useScreenTheme() {
  const [theme, setTheme] = useState<'dark' | 'light'>(() => (kept(THEME) === 'light' ? 'light' : 'dark'))
  const other = theme === 'dark' ? 'light' : 'dark'
  const change = () => {
    keep(THEME, other)
    setTheme(other)
  }
  return [theme, change] as const
}

export function Screen({ live, view, isLive, shownMap }: ScreenProps) {
  const [theme, changeTheme] = useScreenTheme()
  const { state, stage, programme, people, join, title } = view
  return (
    <div className={styles['screen']} data-theme={theme}>
      <Announce live={live} view={view} />
      <header className={styles['head']}>
        <h1>{title}</h1>
        {state === 'running' && stage !== null && (
          <>
            <p className={styles['stage']}>{stageName(programme?.stages[stage.index] ?? stage)}</p>
            <Clock live={live} stage={stage} look="small" />
            <ThreadOfTime live={live} view={view} />
          </>
        )}
      </header>
      <main className={styles['main']}>
        {!isLive && (
          <p role="status" className={styles['lost']}>
            {LINE_LOST}
          </p>
        )}
        <ScreenStage view={view} />
        {shownMap}
      </main>
      <footer className={styles['foot']}>
        {state === 'running' && (
          <p>
            {hereNow(people.filter(({ here }) => here).length)}
            {join !== null && join !== undefined && (
              <>
                {' · '}
                {CODE_TO_JOIN} <strong>{sayCode(join.code)}</strong>
              </>
            )}
          </p>
        )}
        <p className={styles['acts']}>
          <Button look="text" onClick={changeTheme}>
            {theme === 'dark' ? SHOW_LIGHT : SHOW_DARK}
          </Button>
          {document.fullscreenEnabled && (
            <Button look="text" onClick={() => void document.documentElement.requestFullscreen().catch(() => {})}>
              {FILL_SCREEN}
            </Button>
          )}
        </p>
      </footer>
    </div>
  )
}
