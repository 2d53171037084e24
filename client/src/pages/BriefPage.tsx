/** The page itself, for whoever may read it; looked at again whenever one comes back to the window. */
import { printedCopyOf, sayState, titleOf, type Brief, type ShownBrief } from '@throughline/shared/brief'
import { includes, type Role } from '@throughline/shared/access'
import { asAppError, ERROR_KINDS, type AppError } from '@throughline/shared/errors'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { briefLogoAddress, fetchBriefPage, type BriefContent, type BriefWish } from '../api/brief.ts'
import { knownMaps, rememberMap } from '../browser/known-maps.ts'
import { BriefChoices } from '../panels/brief/BriefChoices.tsx'
import { BriefSheet } from '../panels/brief/sheet/BriefSheet.tsx'
import { CopyKit } from '../panels/brief/CopyKit.tsx'
import { guessPaper } from '../panels/brief/guess-paper.ts'
import { mapAddress } from '../routes.ts'
import { AS_LAST_SEEN, MADE_HERE } from '../text/brief-offline.ts'
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

/** Of one that was not asked for just now: whether it was made here, or is the last that the server gave. */
type Away = 'made here' | 'last seen'
type Loaded = (ShownBrief & { readonly away?: Away }) | { readonly error: AppError } | null

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
          {loaded.away !== undefined && (
            <p className={styles['stays']} role="status">
              {loaded.away === 'made here' ? MADE_HERE : AS_LAST_SEEN}
            </p>
          )}
          {copy !== null && loaded.away === undefined && <PrintedCopy map={map} copy={copy} brief={loaded.brief} />}
          <BriefSheet
            brief={loaded.brief}
            paper={wish.paper}
            design={wish.design}
            foot={sayState(loaded.brief)}
            logo={
              loaded.away !== 'made here' && loaded.brief.logo
                ? briefLogoAddress(map, loaded.brief.logo.asset)
                : undefined
            }
          />
        </div>
        <aside className={styles['aside']} aria-label="This brief">
          <BriefChoices
            map={map}
            audiences={loaded.audiences}
            dissents={loaded.brief.dissents > 0}
            wish={wish}
            brief={loaded.brief}
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
      async (thrown: unknown) => {
        const error = asAppError(thrown)
        const kept =
          error.extra['unreachable'] === true ? await loadKept(map, { audience, dissent, lens, wording }) : null
        // A page that one is reading is not taken away because the network is.
        if (!left) setLoaded((before) => kept ?? lastSeen(before, error))
      },
    )
    return () => {
      left = true
    }
  }, [map, audience, dissent, lens, wording, looks])
  useEffect(() => {
    const onLook = () => document.visibilityState === 'visible' && look()
    document.addEventListener('visibilitychange', onLook)
    window.addEventListener('online', look)
    return () => {
      document.removeEventListener('visibilitychange', onLook)
      window.removeEventListener('online', look)
    }
  }, [])
  useEffect(() => {
    if (loaded !== null && 'brief' in loaded) document.title = `${titleOf(loaded.brief)}: brief – Throughline`
  }, [loaded])
  return [loaded, look]
}

async function loadKept(map: MapId, wish: BriefContent): Promise<Loaded> {
  try {
    const { keptBrief } = await import('./kept-brief.ts')
    const kept = await keptBrief(map, wish, Date.now() as EpochMs)
    return kept === null ? null : { ...kept, away: 'made here' }
  } catch {
    return null // its code is not on this device either
  }
}

function lastSeen(before: Loaded, error: AppError): Loaded {
  const isThere = before !== null && 'brief' in before && error.extra['unreachable'] === true
  return isThere ? { ...before, away: 'last seen' } : { error }
}
