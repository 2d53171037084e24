/**
 * What can be done about each notice in one press. Everything is a command on the map, one undo each; what takes a
 * sentence opens a line for it in the notice itself.
 */
import { agreeBlock, linkBlocks, setField, setStatement } from '@throughline/shared/doc'
import type { Notice, NoticeRuleId } from '@throughline/shared/notices'
import { blocksOf, dayOf, type BlockId, type BlockKind } from '@throughline/shared/schema'
import type { MapSession } from '../../session/map-session.ts'
import { addBeside } from '../../session/place-new.ts'
import { CONFIRMED, type ACTS } from '../../text/notices.ts'

export type ActName = keyof typeof ACTS

/** The first is the one that answers the notice most directly. */
export const ACTS_OF: Readonly<Record<NoticeRuleId, readonly ActName[]>> = {
  'no-purpose': ['add-purpose'],
  'several-purposes': [],
  'value-without-audience': ['add-audience', 'link-here'],
  'value-without-purpose': ['link-purpose', 'link-here'],
  'audience-without-value': ['add-value', 'link-here'],
  'purpose-without-value': ['add-value', 'link-here'],
  'values-without-a-first': [],
  'audiences-all-known': ['add-audience'],
  'audience-everyone': ['reword'],
  'value-without-proof': ['add-proof', 'link-here'],
  'proof-adrift': ['link-here'],
  'proof-without-source': ['add-source'],
  'proof-without-particulars': ['reword', 'open-block'],
  'proof-past-review': ['confirm-today', 'reword'],
  'studies-without-source': ['add-source', 'reword'],
  'values-on-one-proof': ['add-proof'],
  'agreed-wording-drifted': ['agree-again', 'put-back'],
  'category-differs': ['open-block'],
  'numbers-disagree': ['reword', 'open-block'],
  'values-alike': ['reword'],
  'compares-with-nothing': ['name-alternative', 'reword'],
  'vague-words': ['reword', 'open-block'],
  'long-statement': ['reword'],
  'acronym-unspelled': ['reword', 'open-block'],
}

/** Where the buttons say all that one could do; for the others the sentence stands above them. */
export const ACTS_SAY_ALL: ReadonlySet<NoticeRuleId> = new Set([
  'no-purpose',
  'audience-without-value',
  'purpose-without-value',
  'value-without-audience',
  'value-without-proof',
  'value-without-purpose',
  'proof-without-source',
  'agreed-wording-drifted',
])

/** These take a line of words, which the notice has room for. */
export type LineAct = Extract<ActName, 'add-source' | 'name-alternative'>
export const isLineAct = (act: ActName): act is LineAct => act === 'add-source' || act === 'name-alternative'

/** Whether it can be done on this map as it is. */
export function isPossible(session: MapSession, notice: Notice, act: ActName): boolean {
  const { map } = session.getSnapshot()
  const first = notice.about[0] === undefined ? undefined : map.blocks.get(notice.about[0])
  if (act === 'link-purpose') return blocksOf(map, 'purpose').length === 1
  if (act === 'add-source') return first?.kind === 'proof'
  return true
}

export interface Places {
  /** Opens the panel of the block that is chosen. */
  readonly openBlock: () => void
  /** Whether the map is out of sight behind the panel: then one writes in the block's panel. */
  readonly mapHidden: boolean
  /** Shows a block in the outline, where its line is lit as well. */
  readonly showInOutline: (block: BlockId) => void
}

export function chooseBlock(session: MapSession, id: BlockId): void {
  session.setView({ selected: [id] })
  session.canvas?.showBlocks([id])
}

/** Lights the whole line of a block, on the map or, where that is out of sight, in the outline. */
export function showLine(session: MapSession, id: BlockId, { mapHidden, showInOutline }: Places): void {
  session.setView({ selected: [id], tracing: id })
  if (mapHidden || session.canvas === null) showInOutline(id)
  else session.canvas.showBlocks([id])
}

function write(session: MapSession, id: BlockId, { openBlock, mapHidden }: Places): void {
  if (!mapHidden && session.canvas !== null) {
    chooseBlock(session, id)
    session.canvas.writeIn(id)
    return
  }
  session.setView({ selected: [id] })
  openBlock()
}

const ADDED: Partial<Record<ActName, BlockKind>> = {
  'add-purpose': 'purpose',
  'add-value': 'value',
  'add-audience': 'audience',
  'add-proof': 'proof',
}

/** A new audience for nobody in particular hangs on nothing yet; all else hangs on the block of the notice. */
function add(session: MapSession, notice: Notice, kind: BlockKind, places: Places): void {
  const beside = notice.rule === 'audiences-all-known' ? null : (notice.about[0] ?? null)
  write(session, addBeside(session, kind, beside), places)
}

function confirmToday(session: MapSession, id: BlockId): void {
  const today = dayOf(session.now())
  const fields = session.getSnapshot().map.blocks.get(id)?.fields
  session.edit((map) => {
    setField(map, id, 'observedOn', today)
    // A day that has passed would go on asking; the next one is the team's to name, or a year from now.
    if (fields?.reviewBy !== undefined) setField(map, id, 'reviewBy', '')
  })
  session.say(CONFIRMED)
}

/** Does what needs no words of its own. */
export function actOn(session: MapSession, notice: Notice, act: Exclude<ActName, LineAct>, places: Places): void {
  const kind = ADDED[act]
  if (kind !== undefined) return add(session, notice, kind, places)
  const { map, me } = session.getSnapshot()
  const id = notice.about[0]
  const block = id === undefined ? undefined : map.blocks.get(id)
  if (block === undefined) return
  switch (act) {
    case 'reword':
      return write(session, block.id, places)
    case 'confirm-today':
      return confirmToday(session, block.id)
    case 'agree-again':
      return session.edit((doc) => agreeBlock(doc, block.id, me.name, session.now()))
    case 'put-back':
      return session.edit((doc) => setStatement(doc, block.id, block.agreed?.statement ?? block.statement))
    case 'link-purpose':
      return session.edit((doc) => void linkBlocks(doc, blocksOf(map, 'purpose')[0]?.id ?? block.id, block.id))
    default:
      chooseBlock(session, block.id)
      return places.openBlock()
  }
}
