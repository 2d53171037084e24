/** Everything that can be done to the open map as a whole: what the palette offers, and what the page's keys do. */
import { PAGE_SHORTCUTS, shortcutKeys, type PageShortcut } from '../../commands/shortcuts.ts'
import type { BlockId } from '@throughline/shared/schema'
import type { PaletteCommand } from '../../panels/palette/Palette.tsx'
import { go } from '../../routes.ts'
import type { MapSession } from '../../session/map-session.ts'
import { followingOf } from '../../session/following.ts'
import { newsOf } from '../../session/news-watch.ts'
import type { Tool } from '../../session/view.ts'
import { LASER_KEY, SHOW_MAP, STOP_FOLLOWING, STOP_SHOWING } from '../../text/attention.ts'
import { TURN_INTO_BLOCKS } from '../../text/canvas.ts'
import * as says from '../../text/commands.ts'
import { NOTIFY_OPEN } from '../../text/notify.ts'
import { CHOSEN_COMMANDS } from './chosen-commands.ts'
import { PANEL_WORDS, PANELS, type PanelName } from './panels.ts'

export interface Shell {
  readonly session: MapSession
  readonly openPanel: (panel: PanelName) => void
  readonly share: () => void
  readonly importText: () => void
  readonly openNotify: () => void
  readonly openPalette: () => void
  readonly openKeys: () => void
  readonly showInOutline: (block: BlockId) => void
  readonly link: (block: BlockId) => void
}

export interface Command extends PaletteCommand {
  readonly canDo: (session: MapSession) => boolean
  readonly run: (shell: Shell) => void
}

const always = () => true
const mayWrite = ({ canWrite }: MapSession) => canWrite
/** Others reach it from the menu, where the server sends mails. */
const owns = ({ role }: MapSession) => role === 'owner'
const onCanvas = ({ canvas }: MapSession) => canvas !== null
const mayDraw = (session: MapSession) => mayWrite(session) && onCanvas(session)

const nowOf = (session: MapSession) => followingOf(session).getSnapshot()
const hasNews = (session: MapSession) => newsOf(session).getSnapshot().entries.length > 0

const pick = (tool: Tool) => (shell: Shell) => shell.session.canvas?.pickTool(tool)
const step =
  (direction: 'undo' | 'redo') =>
  ({ session }: Shell) => {
    session.canvas?.finish()
    session.undo[direction]()
  }

/** Closed over the list of the page's keys: none of them is without something that it does. */
const KEYED: Record<PageShortcut, Pick<Command, 'canDo' | 'run'>> = {
  palette: { canDo: always, run: (shell) => shell.openPalette() },
  find: { canDo: always, run: (shell) => shell.openPanel('find') },
  shortcuts: { canDo: always, run: (shell) => shell.openKeys() },
  'tool-purpose': { canDo: mayDraw, run: pick('purpose') },
  'tool-value': { canDo: mayDraw, run: pick('value') },
  'tool-audience': { canDo: mayDraw, run: pick('audience') },
  'tool-proof': { canDo: mayDraw, run: pick('proof') },
  'next-change': { canDo: hasNews, run: ({ session }) => newsOf(session).step(1) },
  'previous-change': { canDo: hasNews, run: ({ session }) => newsOf(session).step(-1) },
  undo: { canDo: (session) => mayWrite(session) && session.getSnapshot().canUndo, run: step('undo') },
  redo: { canDo: (session) => mayWrite(session) && session.getSnapshot().canRedo, run: step('redo') },
}

const UNKEYED: readonly Omit<Command, 'keys'>[] = [
  ...CHOSEN_COMMANDS,
  ...PANELS.filter((panel) => panel !== 'find').map((panel) => ({
    id: `panel-${panel}`,
    says: says.openPanel(PANEL_WORDS[panel]),
    canDo: always,
    run: (shell: Shell) => shell.openPanel(panel),
  })),
  { id: 'import', says: says.IMPORT, canDo: mayWrite, run: (shell) => shell.importText() },
  {
    id: 'turn-into-blocks',
    says: TURN_INTO_BLOCKS,
    canDo: mayDraw,
    run: ({ session }) => session.canvas?.offerDrawing(),
  },
  { id: 'fit', says: says.FIT, canDo: onCanvas, run: ({ session }) => session.canvas?.zoomToFit() },
  { id: 'full-size', says: says.FULL_SIZE, canDo: onCanvas, run: ({ session }) => session.canvas?.zoomTo100() },
  {
    id: 'show-map',
    says: SHOW_MAP,
    canDo: (session) => onCanvas(session) && nowOf(session).mayShow && !nowOf(session).showing,
    run: ({ session }) => followingOf(session).show(true),
  },
  {
    id: 'stop-showing',
    says: STOP_SHOWING,
    canDo: (session) => nowOf(session).showing,
    run: ({ session }) => followingOf(session).show(false),
  },
  {
    id: 'stop-following',
    says: STOP_FOLLOWING,
    canDo: (session) => nowOf(session).is === 'following',
    run: ({ session }) => followingOf(session).stop(),
  },
  { id: 'tool-laser', says: LASER_KEY, canDo: onCanvas, run: pick('laser') },
  { id: 'share', says: says.SHARE, canDo: always, run: (shell) => shell.share() },
  { id: 'notify', says: NOTIFY_OPEN, canDo: owns, run: (shell) => shell.openNotify() },
  { id: 'home', says: says.HOME, canDo: always, run: () => go('/') },
]

const COMMANDS: readonly Command[] = [
  ...PAGE_SHORTCUTS.map(({ id, says: name }) => ({ ...KEYED[id], id, says: name, keys: shortcutKeys(id) })),
  ...UNKEYED.map((command) => ({ ...command, keys: shortcutKeys(command.id) })),
]

/** What can be done now; the palette need not offer itself. */
export function commandsFor(session: MapSession): readonly PaletteCommand[] {
  return COMMANDS.filter(({ id, canDo }) => id !== 'palette' && canDo(session))
}

/** Returns whether it was done: some things cannot be just now. */
export function runCommand(id: string, shell: Shell): boolean {
  const command = COMMANDS.find((one) => one.id === id)
  if (command === undefined || !command.canDo(shell.session)) return false
  command.run(shell)
  return true
}
