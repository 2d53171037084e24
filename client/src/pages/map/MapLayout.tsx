/** How a map's page is laid out: bar, rail, canvas, one panel; on a phone the outline first, the map behind a button. */
import { includes } from '@throughline/shared/access'
import { unreachable } from '@throughline/shared/base'
import type { BlockId } from '@throughline/shared/schema'
import { Suspense, useCallback, useEffect, useState } from 'react'
import { BlockPanel } from '../../panels/block/BlockPanel.tsx'
import { BriefPanel } from '../../panels/brief/BriefPanel.tsx'
import { FindPanel } from '../../panels/find/FindPanel.tsx'
import { ImportIntoMap } from '../../panels/import/ImportIntoMap.tsx'
import { NoticesPanel } from '../../panels/notices/NoticesPanel.tsx'
import { OutlinePanel } from '../../panels/outline/OutlinePanel.tsx'
import { ShareDialog } from '../../panels/share/ShareDialog.tsx'
import { useLinking } from '../../panels/link/use-linking.tsx'
import { useMapSnapshot, useSaved, useSession, useView } from '../../session/hooks.ts'
import type { MapSession } from '../../session/map-session.ts'
import type { LiveWorkshop } from '../../workshop/index.ts'
import { NewerReady } from '../NewerReady.tsx'
import { ClosedMap } from './ClosedMap.tsx'
import { Commands } from './Commands.tsx'
import { CanvasArea } from './CanvasArea.tsx'
import { ConflictsLine } from './ConflictsLine.tsx'
import { FollowFrame } from './FollowFrame.tsx'
import { LeftOut } from './LeftOut.tsx'
import { LeftWords } from './LeftWords.tsx'
import {
  AgreedPanel,
  ChangesPanel,
  CommentsPanel,
  LensesPanel,
  TellingsPanel,
  VersionsPanel,
  WorkshopPanel,
} from './late-panels.ts'
import { LockLine } from './LockLine.tsx'
import { Legend, Message } from './Legend.tsx'
import { LiveLine } from './LiveLine.tsx'
import { useBlockKeys } from './use-block-keys.ts'
import { useCommenting } from './use-commenting.ts'
import { useBeginning } from './use-beginning.ts'
import { useLateWorkshop } from './use-late-workshop.ts'
import { NewsLine } from './NewsLine.tsx'
import { ShownLine } from './ShownLine.tsx'
import { ReturnToRole } from './ReturnToRole.tsx'
import { ToolRail } from './ToolRail.tsx'
import type { PanelName } from './panels.ts'
import { TopBar } from './TopBar.tsx'
import { usePhone } from './use-phone.ts'
import { useRememberedMap } from './use-remembered-map.ts'
import styles from './MapLayout.module.css'

/** These say that the map is not for this browser any more; after any other the words on screen stay. */
const NOT_YOURS: readonly number[] = [4401, 4403, 4404, 4409]

export function MapLayout({ again }: { readonly again: () => void }) {
  const saved = useSaved()
  const phone = usePhone()
  const [sharing, setSharing] = useState(false)
  const [importing, setImporting] = useState(false)
  const endImporting = useCallback(() => setImporting(false), [])
  const share = useCallback(() => setSharing(true), [])
  const importText = useCallback(() => setImporting(true), [])
  useRememberedMap()
  useLeavingWarning()
  const session = useSession()
  const begin = useBeginning(phone)
  const live = useLateWorkshop(session.mapId, includes(session.role, 'commenter'))
  const { panel, cameBy, openPanel } = usePanel(phone)
  useKeepInView(panel)
  const openBlock = useCallback(() => openPanel('block', 'key'), [openPanel])
  const readNews = useCallback(() => openPanel('changes', 'key'), [openPanel])
  const { dialog, ask } = useLinking()
  const link = useCallback((block: BlockId) => ask({ is: 'link', block }), [ask])
  const comment = useCommenting(useCallback(() => openPanel('comments', 'key'), [openPanel]))
  useBlockKeys({ onOpen: openBlock, onLink: link, onComment: comment })
  const close = useCallback(() => {
    openPanel(null)
    session.canvas?.focus()
  }, [session, openPanel])
  const [showInOutline, showOnCanvas] = useShowing(openPanel)
  if (saved.is === 'refused' && NOT_YOURS.includes(saved.code)) return <ClosedMap code={saved.code} again={again} />
  const closePanel = phone ? undefined : close
  return (
    <div className={styles['page']}>
      <TopBar panel={panel} phone={phone} onPanel={openPanel} onShare={share} onImport={importText} />
      <Lines again={again} />
      <LiveLine live={live} panel={panel} onPanel={openPanel} onShow={phone ? showInOutline : null} />
      {phone && panel !== null && <ShownLine onMap={() => openPanel(null)} />}
      {phone && panel !== 'changes' && <NewsLine place="page" onRead={readNews} />}
      <div className={styles['body']}>
        <div className={styles['canvas']} hidden={phone && panel !== null}>
          <ToolRail />
          <main className={styles['stage']}>
            <CanvasArea shown={!phone || panel === null} />
            {!phone && panel !== 'changes' && <NewsLine place="canvas" onRead={readNews} />}
            <FollowFrame />
            <Legend onOpenBlock={openBlock} onLink={() => linkSelected(session, link)} />
          </main>
        </div>
        {panel !== null && (
          <div className={styles['panel']} id="panel">
            <OpenPanel
              name={panel}
              phone={phone}
              begin={phone ? begin : null}
              live={live}
              cameBy={cameBy}
              onClose={closePanel}
              onPanel={openPanel}
              onOutline={showInOutline}
            />
            {phone && <Message />}
          </div>
        )}
      </div>
      {sharing && <ShareDialog onClose={() => setSharing(false)} />}
      {dialog}
      <ImportIntoMap wants={importing} onDone={endImporting} />
      <Commands
        onPanel={openPanel}
        onShare={share}
        onImport={importText}
        onBlock={phone ? showInOutline : showOnCanvas}
        onOutline={showInOutline}
        onLink={link}
      />
    </div>
  )
}

/** What the page has to say about itself, a line each, where there is something. */
function Lines({ again }: { readonly again: () => void }) {
  const session = useSession()
  return (
    <>
      <NewerReady />
      <ReturnToRole map={session.mapId} role={session.role} again={again} />
      <LeftWords
        map={session.mapId}
        epoch={session.mayWrite ? session.epoch : null}
        open={session.epoch}
        talks={session.comments.canComment}
        look="line"
      />
      <LockLine />
      <ConflictsLine />
      <LeftOut />
    </>
  )
}

function linkSelected(session: MapSession, link: (block: BlockId) => void): void {
  const [block] = session.getSnapshot().view.selected
  if (block !== undefined) link(block)
}

/** How one came to the panel that is open: from the outline one goes back there, and by key the focus goes along. */
type CameBy = 'bar' | 'key' | 'outline'

/** The one panel that is open: at first none, or on a phone the outline, as where the canvas cannot run. */
function usePanel(phone: boolean) {
  const [panel, setPanel] = useState<PanelName | null>(phone ? 'outline' : null)
  const [cameBy, setCameBy] = useState<CameBy>('bar')
  const openPanel = useCallback((next: PanelName | null, by: CameBy = 'bar') => {
    setCameBy(by)
    setPanel(next)
  }, [])
  useEffect(() => setPanel(phone ? 'outline' : null), [phone])
  const canvasLost = useMapSnapshot((snapshot) => snapshot.canvasLost)
  useEffect(() => {
    if (canvasLost) setPanel('outline')
  }, [canvasLost])
  return { panel, cameBy, openPanel }
}

/** No block has this name. */
const NOWHERE = '' as BlockId

/** The two places where a block can be shown; in the outline it gets the focus, as one comes back to it. */
function useShowing(onPanel: (panel: PanelName, by: CameBy) => void) {
  const session = useSession()
  const inOutline = useCallback(
    (block: BlockId) => {
      session.setView({ selected: [block] })
      session.canvas?.selectBlocks([block])
      onPanel('outline', 'outline')
    },
    [session, onPanel],
  )
  const onCanvas = useCallback((block: BlockId) => session.canvas?.showBlocks([block]), [session])
  return [inOutline, onCanvas] as const
}

interface OpenPanelProps {
  readonly name: PanelName
  readonly phone: boolean
  readonly begin: BlockId | null
  readonly live: LiveWorkshop | null
  readonly cameBy: CameBy
  readonly onClose: (() => void) | undefined
  readonly onPanel: (panel: PanelName, by: CameBy) => void
  readonly onOutline: (block: BlockId) => void
}

function OpenPanel({ name, phone, begin, live, cameBy, onClose, onPanel, onOutline }: OpenPanelProps) {
  const selected = useView((view) => view.selected[0])
  const fromOutline = cameBy === 'outline'
  const openBlock = useCallback(() => onPanel('block', 'outline'), [onPanel])
  const openFromNotices = useCallback(() => onPanel('block', 'key'), [onPanel])
  const back = useCallback(() => onPanel('outline', 'outline'), [onPanel])
  // Deleted from its panel, it leaves nothing there to stay for.
  const isGone = useMapSnapshot(({ map, view }) => !view.selected.some((id) => map.blocks.has(id)))
  useEffect(() => {
    if (isGone && fromOutline && name === 'block') back()
  }, [isGone, fromOutline, name, back])
  switch (name) {
    case 'outline':
      return (
        <OutlinePanel
          begin={begin}
          comesFrom={fromOutline ? (selected ?? NOWHERE) : null}
          onClose={onClose}
          onOpenBlock={openBlock}
        />
      )
    case 'notices':
      return <NoticesPanel onClose={onClose} onOpenBlock={openFromNotices} onOutline={onOutline} />
    case 'find':
      return <FindPanel onClose={onClose} onOutline={onOutline} hasCanvas={!phone} />
    case 'block':
      return (
        <BlockPanel
          onClose={onClose && fromOutline ? back : onClose}
          onBack={fromOutline ? back : undefined}
          takesFocus={cameBy !== 'bar'}
        />
      )
    case 'tellings':
      return (
        <Suspense fallback={null}>
          <TellingsPanel onClose={onClose} />
        </Suspense>
      )
    case 'lenses':
      return (
        <Suspense fallback={null}>
          <LensesPanel onClose={onClose} />
        </Suspense>
      )
    case 'comments':
      return (
        <Suspense fallback={null}>
          <CommentsPanel onClose={onClose} takesFocus={cameBy !== 'bar'} />
        </Suspense>
      )
    case 'workshop':
      return (
        <Suspense fallback={null}>
          <WorkshopPanel
            live={live}
            takesFocus={cameBy !== 'bar'}
            onClose={onClose}
            onPanel={(panel) => onPanel(panel, 'key')}
          />
        </Suspense>
      )
    case 'versions':
    case 'changes':
    case 'agreed':
      return <PastPanel name={name} takesFocus={cameBy !== 'bar'} onClose={onClose} onPanel={onPanel} />
    case 'brief':
      return <BriefPanel onClose={onClose} />
    default:
      return unreachable(name)
  }
}

interface PastPanelProps extends Pick<OpenPanelProps, 'onClose' | 'onPanel'> {
  readonly name: 'versions' | 'changes' | 'agreed'
  readonly takesFocus: boolean
}

/** What the map was, and what has become of it; their code comes when one of them is opened. */
function PastPanel({ name, takesFocus, onClose, onPanel }: PastPanelProps) {
  const open = useCallback((panel: 'changes' | 'agreed') => onPanel(panel, 'key'), [onPanel])
  return (
    <Suspense fallback={null}>
      {name === 'versions' && <VersionsPanel onClose={onClose} onPanel={open} />}
      {name === 'changes' && <ChangesPanel onClose={onClose} takesFocus={takesFocus} />}
      {name === 'agreed' && <AgreedPanel onClose={onClose} takesFocus={takesFocus} />}
    </Suspense>
  )
}

/** The panel has come in by then, and the canvas knows its new size. */
const PANEL_SETTLES_MS = 300

/** A panel takes room from the canvas: what is chosen there stays in sight. The rest of the map stays where it is. */
function useKeepInView(panel: PanelName | null): void {
  const session = useSession()
  useEffect(() => {
    if (panel === null) return
    const timer = setTimeout(() => {
      const { selected, writing } = session.getSnapshot().view
      if (selected.length > 0 && writing === null) session.canvas?.showBlocks(selected)
    }, PANEL_SETTLES_MS)
    return () => clearTimeout(timer)
  }, [session, panel])
}

/** Closing the window while an edit is in it alone asks first. */
function useLeavingWarning(): void {
  const session = useSession()
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (session.atRisk) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [session])
}
