/** What the palette does with the blocks that are chosen: one of them or several, one undo each. */
import { agreeBlock, removeBlocks, setKind, setStatus } from '@throughline/shared/doc'
import { BLOCK_KINDS, STATUSES, type Block, type BlockKind, type Status } from '@throughline/shared/schema'
import type { MapSession } from '../../session/map-session.ts'
import * as says from '../../text/commands.ts'
import { KIND_WORDS, STATUS_WORDS } from '../../text/words.ts'
import { shownStatus } from '../../ui/StatusGlyph.tsx'
import type { Command, Shell } from './commands.ts'

/** Those that are still on the map. */
function chosenIn(session: MapSession): readonly Block[] {
  const { map, view } = session.getSnapshot()
  return view.selected.flatMap((id) => map.blocks.get(id) ?? [])
}

const mayChange = (session: MapSession, wants: (block: Block) => boolean) =>
  session.canWrite && chosenIn(session).some(wants)

/** Agreeing again to what has drifted is a change, too. */
const isOtherThan = (status: Status) => (block: Block) =>
  block.status !== status || (status === 'agreed' && shownStatus(block) === 'changed-since')

function markAs(status: Status, { session }: Shell): void {
  const { me } = session.getSnapshot()
  const blocks = chosenIn(session).filter(isOtherThan(status))
  session.edit((map) => {
    for (const { id } of blocks)
      if (status === 'agreed') agreeBlock(map, id, me.name, session.now())
      else setStatus(map, id, status)
  })
  session.say(says.markedAs(STATUS_WORDS[status], blocks.length))
}

function turnInto(kind: BlockKind, { session }: Shell): void {
  const blocks = chosenIn(session).filter((block) => block.kind !== kind)
  session.edit((map) => {
    for (const { id } of blocks) setKind(map, id, kind)
  })
  session.say(says.turnedInto(KIND_WORDS[kind], blocks.length))
}

function remove({ session }: Shell): void {
  const ids = chosenIn(session).map(({ id }) => id)
  session.edit((map) => removeBlocks(map, ids, session.now()))
  session.say(says.deleted(ids.length))
}

/** Does it with the one block that is chosen. */
const withOne = (run: (shell: Shell, block: Block) => void) => (shell: Shell) => {
  const [block] = chosenIn(shell.session)
  if (block !== undefined) run(shell, block)
}
const hasOne = (session: MapSession) => chosenIn(session).length === 1

export const CHOSEN_COMMANDS: readonly Omit<Command, 'keys'>[] = [
  ...STATUSES.map((status) => ({
    id: `status-${status}`,
    says: says.markAs(STATUS_WORDS[status]),
    canDo: (session: MapSession) => mayChange(session, isOtherThan(status)),
    run: (shell: Shell) => markAs(status, shell),
  })),
  ...BLOCK_KINDS.map((kind) => ({
    id: `kind-${kind}`,
    says: says.turnInto(KIND_WORDS[kind]),
    canDo: (session: MapSession) => mayChange(session, (block) => block.kind !== kind),
    run: (shell: Shell) => turnInto(kind, shell),
  })),
  {
    id: 'trace',
    says: says.TRACE,
    canDo: hasOne,
    run: withOne(({ session }, { id }) => session.setView({ tracing: id })),
  },
  { id: 'open-block', says: says.OPEN_BLOCK, canDo: hasOne, run: (shell) => shell.openPanel('block') },
  {
    id: 'show-in-outline',
    says: says.SHOW_IN_OUTLINE,
    canDo: hasOne,
    run: withOne((shell, { id }) => shell.showInOutline(id)),
  },
  {
    id: 'link',
    says: says.LINK_BLOCK,
    canDo: (session) => session.canWrite && hasOne(session),
    run: withOne((shell, { id }) => shell.link(id)),
  },
  { id: 'delete', says: says.DELETE, canDo: (session) => mayChange(session, () => true), run: remove },
]
