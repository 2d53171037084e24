/** The page itself, for whoever may read it; looked at again whenever one comes back to the window. */
import { printedCopyOf, sayState, titleOf, type Brief, type ShownBrief } from '@throughline/shared/brief'
import { includes, type Role } from '@throughline/shared/access'
import { asAppError, ERROR_KINDS, type AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { briefLogoAddress, fetchBriefPage, type BriefContent, type BriefWish } from '../api/brief.ts'
import { knownMaps, rememberMap } from '../browser/known-maps.ts'
import { BriefChoices } from '../panels/brief/BriefChoices.tsx'
import { BriefSheet } from '../panels/brief/BriefSheet.tsx'
import { CopyKit } from '../panels/brief/CopyKit.tsx'
import { guessPaper } from '../panels/brief/guess-paper.ts'
import { mapAddress } from '../routes.ts'
import { errorText } from '../text/errors.ts'
import { sayStays } from '../text/public-brief.ts'
import { Button } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import { ThemeMenu } from '../ui/ThemeMenu.tsx'
import { ReturnButton, ReturnToRole } from './map/ReturnToRole.tsx'
import { useOpening } from './map/use-opening.ts'
import { NewerReady } from './NewerReady.tsx'
import { PrintedCopy } from './PrintedCopy.tsx'
import { RefusalPage } from './RefusalPage.tsx'
import { WaitingPage } from './WaitingPage.tsx'
import styles from './BriefPage.module.css'

export function BriefPage({ map }: { readonly map: MapId }) {
  const [opening, again] = useOpening(map)
  if (opening.is === 'opening') return <WaitingPage />
  if (opening.is === 'refused') return <Refusal map={map} error={opening.error} again={again} />
  return <OpenBrief key={opening.role} map={map} role={opening.role} again={again} />
}

interface RefusalProps {
  readonly map: MapId
  readonly error: AppError
  readonly again: () => void
}

function Refusal({ map, error, again }: RefusalProps) {
  const canHelp = ERROR_KINDS[error.kind].retry || error.extra['unreachable'] === true
  return (
    <RefusalPage trouble={errorText(error)} again={canHelp ? again : undefined}>
      {(error.kind === 'not-allowed' || error.kind === 'no-key') && <ReturnButton map={map} again={again} />}
    </RefusalPage>
  )
}

type Loaded = ShownBrief | { readonly error: AppError } | null

function OpenBrief({ map, role, again }: { readonly map: MapId; readonly role: Role; readonly again: () => void }) {
  const [copy] = useState(() => printedCopyOf(window.location.search))
  const [wish, setWish] = useState<BriefWish>(() => ({
    audience: copy?.audience ?? null,
    paper: guessPaper(),
    design: 'quiet',
    dissent: '0',
    lens: (copy?.lens ?? null) as BriefWish['lens'],
    wording: copy?.wording ?? 'now',
  }))
  const [loaded, look] = useBrief(map, wish)
  const brief = loaded !== null && 'brief' in loaded ? loaded.brief : null
  useEffect(() => {
    if (brief !== null) remember(map, role, brief)
  }, [map, role, brief])
  if (loaded === null) return <WaitingPage />
  if ('error' in loaded) return <Refusal map={map} error={loaded.error} again={look} />
  const title = titleOf(loaded.brief)
  return (
    <div className={styles['page']}>
      <header className={styles['bar']}>
        <a href="/" aria-label="Home" title="Maps of this browser">
          <Mark width={28} />
        </a>
        <h1 className={styles['title']}>
          <bdi>{title}</bdi>
        </h1>
        {includes(role, 'viewer') && <a href={mapAddress(map)}>Open the map</a>}
        <ThemeMenu />
      </header>
      <NewerReady />
      <ReturnToRole map={map} role={role} again={again} />
      <main className={styles['main']}>
        <div className={styles['sheet']}>
          {loaded.brief.version !== undefined && <p className={styles['stays']}>{sayStays(loaded.brief.version)}</p>}
          {copy !== null && <PrintedCopy map={map} copy={copy} brief={loaded.brief} />}
          <BriefSheet
            brief={loaded.brief}
            paper={wish.paper}
            design={wish.design}
            foot={sayState(loaded.brief)}
            logo={loaded.brief.logo && briefLogoAddress(map, loaded.brief.logo.asset)}
          />
        </div>
        <aside className={styles['aside']} aria-label="This brief">
          <BriefChoices
            map={map}
            audiences={loaded.audiences}
            dissents={loaded.brief.dissents > 0}
            wish={wish}
            onWish={setWish}
          />
          <Button onClick={() => window.print()}>Print</Button>
          <CopyKit pieces={loaded.pieces} level={2} />
        </aside>
      </main>
    </div>
  )
}

/** A reader's list of maps leads to the brief; whoever has opened the map before keeps what is known of it. */
function remember(map: MapId, role: Role, brief: Brief): void {
  const before = knownMaps().find(({ id }) => id === map)
  const { title, subject } = brief
  rememberMap({ id: map, title, subject, role, openedAt: Date.now(), plates: before?.plates ?? [] })
}

/**
 * The brief as the server has it, fetched again when it is to say something else and when the window is looked at again.
 * How it looks is this page's own business.
 */
function useBrief(map: MapId, { audience, dissent, lens, wording }: BriefContent): readonly [Loaded, look: () => void] {
  const [loaded, setLoaded] = useState<Loaded>(null)
  const [looks, setLooks] = useState(0)
  const look = () => setLooks((n) => n + 1)
  useEffect(() => {
    let left = false
    fetchBriefPage(map, { audience, dissent, lens, wording }).then(
      (answer) => left || setLoaded(answer),
      (error: unknown) => left || setLoaded({ error: asAppError(error) }),
    )
    return () => {
      left = true
    }
  }, [map, audience, dissent, lens, wording, looks])
  useEffect(() => {
    const onLook = () => document.visibilityState === 'visible' && look()
    document.addEventListener('visibilitychange', onLook)
    return () => document.removeEventListener('visibilitychange', onLook)
  }, [])
  useEffect(() => {
    if (loaded !== null && 'brief' in loaded) document.title = `${titleOf(loaded.brief)}: brief – Throughline`
  }, [loaded])
  return [loaded, look]
}
