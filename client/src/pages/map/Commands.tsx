/** The page's keys, and the two dialogs they open: commands with blocks, and the list of keys. */
import type { BlockId } from '@throughline/shared/schema'
import { lazy, Suspense, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { KeysDialog } from '../../panels/palette/KeysDialog.tsx'
import { Palette } from '../../panels/palette/Palette.tsx'
import { useSession } from '../../session/hooks.ts'
import { commandsFor, runCommand, type Shell } from './commands.ts'
import type { PanelName } from './panels.ts'
import { useShortcuts } from './use-shortcuts.ts'

const NotifyDialog = lazy(() =>
  import('../../panels/notify/NotifyDialog.tsx').then((module) => ({ default: module.NotifyDialog })),
)

export interface CommandsProps {
  readonly onPanel: (panel: PanelName) => void
  readonly onShare: () => void
  readonly onImport: () => void
  /** On the canvas, or on a phone in the outline. */
  readonly onBlock: (block: BlockId) => void
  readonly onOutline: (block: BlockId) => void
  /** Asks what to link it with. */
  readonly onLink: (block: BlockId) => void
}

export function Commands({ onPanel, onShare, onImport, onBlock, onOutline, onLink }: CommandsProps) {
  const session = useSession()
  const [open, setOpen] = useState<'palette' | 'keys' | 'notify' | null>(null)
  const shell = useMemo<Shell>(
    () => ({
      session,
      openPanel: onPanel,
      share: onShare,
      importText: onImport,
      openNotify: () => setOpen('notify'),
      openPalette: () => setOpen('palette'),
      openKeys: () => setOpen('keys'),
      showInOutline: onOutline,
      link: onLink,
    }),
    [session, onPanel, onShare, onImport, onOutline, onLink],
  )
  useShortcuts(shell)
  const close = () => setOpen(null)
  /** The dialog gives the focus back before anything else takes it. */
  const closeFirst = (then: () => void) => {
    flushSync(close)
    then()
  }
  if (open === 'keys') return <KeysDialog onClose={close} />
  if (open === 'notify')
    return (
      <Suspense fallback={null}>
        <NotifyDialog onClose={close} />
      </Suspense>
    )
  if (open === null) return null
  return (
    <Palette
      commands={commandsFor(session)}
      onCommand={(id) => closeFirst(() => runCommand(id, shell))}
      onBlock={({ id }) => closeFirst(() => onBlock(id))}
      onClose={close}
    />
  )
}
