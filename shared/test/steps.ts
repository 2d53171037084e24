/**
 * Random edits as data, taken with the real commands. A step names its block by a number, which counts through the
 * blocks that this person can see at that moment, so that steps collide and none is without effect for long.
 */
import * as fc from 'fast-check'
import * as Y from 'yjs'
import {
  addBlock,
  addContent,
  agreeBlock,
  bringBack,
  bringOntoBrief,
  decideProposal,
  dismissNotice,
  keepOffBrief,
  linkBlocks,
  moveBlocks,
  moveOnBrief,
  readMap,
  removeBlocks,
  reopenNotice,
  setAccent,
  setDetail,
  setField,
  setKind,
  setStatement,
  setStatus,
  setSubject,
  setTags,
  setTelling,
  setTitle,
  setVoices,
  addVoice,
  moveVoice,
  removeVoice,
  renameVoice,
  takeBackAgreed,
  textFragment,
  transact,
  unlinkBlocks,
  type MapDoc,
} from '../src/doc/index.ts'
import {
  BLOCK_KINDS,
  FIELD_NAMES,
  type Block,
  type BlockId,
  type EpochMs,
  type FieldName,
  type LinkId,
  type PositioningMap,
  DECISIONS,
} from '../src/schema/index.ts'
import { anyLine } from './any-map.ts'
import type { Peers } from './peers.ts'

export interface Edit {
  readonly by: number
  readonly do:
    | 'add'
    | 'arrange'
    | 'agree'
    | 'bring'
    | 'describe'
    | 'detail'
    | 'decide'
    | 'dismiss'
    | 'field'
    | 'kind'
    | 'link'
    | 'move'
    | 'remove'
    | 'return'
    | 'statement'
    | 'status'
    | 'tags'
    | 'telling'
    | 'type'
    | 'unlink'
    | 'voices'
  readonly block: number
  readonly other: number
  readonly text: string
}

export type Step = Edit | { readonly do: 'deliver'; readonly pick: number }

const EDITS = [
  'add',
  'add',
  'arrange',
  'agree',
  'bring',
  'describe',
  'detail',
  'decide',
  'dismiss',
  'field',
  'kind',
  'link',
  'link',
  'link',
  'link',
  'move',
  'remove',
  'return',
  'statement',
  'status',
  'tags',
  'telling',
  'telling',
  'type',
  'type',
  'unlink',
  'voices',
] as const

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  by: fc.nat({ max: 2 }),
  do: fc.constantFrom(...EDITS),
  block: fc.nat({ max: 9 }),
  other: fc.nat({ max: 9 }),
  text: anyLine,
})

const anyDelivery = fc.record({ do: fc.constant('deliver' as const), pick: fc.nat({ max: 20 }) })

export const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 4, arbitrary: anyEdit }, { weight: 1, arbitrary: anyDelivery }),
  { maxLength: 40, size: 'max' },
)

/** Three blocks that everybody has, so that people collide from the first step on. */
export function threeBlocks(map: MapDoc): void {
  for (const [at, kind] of (['purpose', 'value', 'proof'] as const).entries())
    addBlock(map, { kind, frame: frameAt(at), statement: `a first ${kind}` }, 0 as EpochMs, `start-${at}` as BlockId)
}

/** `at` counts the steps: it makes ids and times that no other step has. */
export function take(step: Step, peers: Peers, at: number): void {
  if (step.do === 'deliver') return peers.deliver(step.pick)
  const map = peers.peer(step.by)
  const read = readMap(map).map
  const ids = [...read.blocks.keys()]
  const id = ids[step.block % Math.max(1, ids.length)]
  const other = ids[step.other % Math.max(1, ids.length)]
  if (step.do === 'add' || step.do === 'describe' || step.do === 'return' || step.do === 'voices')
    return editMap(map, read, step, at)
  if (id !== undefined && other !== undefined) editBlock(map, read, { ...step, id, otherId: other, at })
}

function editMap(map: MapDoc, read: PositioningMap, { do: what, block, other, text }: Edit, at: number): void {
  if (what === 'return') {
    const all = [...map.blocks.keys()]
    bringBack(map, all[block % Math.max(1, all.length)] as BlockId)
    return
  }
  if (what === 'add') {
    const kind = BLOCK_KINDS[block % 4] ?? 'value'
    addBlock(map, { kind, frame: frameAt(other), statement: text }, at as EpochMs, `added-${at}` as BlockId)
  } else if (what === 'describe') {
    if (block % 2 === 0) setTitle(map, text)
    else setSubject(map, text)
  } else if (other > 5) editVoices(map, read, block, `voice-${at}`, text)
  else setVoices(map, [...read.voices.slice(other % 3), ...read.voices.slice(0, other % 3)].slice(block % 2))
}

function editVoices(map: MapDoc, { voices }: PositioningMap, pick: number, newId: string, text: string): void {
  const voice = voices[pick % Math.max(1, voices.length)]
  if (pick % 4 === 0 || voice === undefined) addVoice(map, text, newId)
  else if (pick % 4 === 1) renameVoice(map, voice.id, text)
  else if (pick % 4 === 2) moveVoice(map, voice.id, 1)
  else removeVoice(map, voice.id)
}

type BlockEdit = Edit & { readonly id: BlockId; readonly otherId: BlockId; readonly at: number }

function editBlock(map: MapDoc, read: PositioningMap, edit: BlockEdit): void {
  const { id, otherId, at, text, other } = edit
  const kind = BLOCK_KINDS[other % 4] ?? 'value'
  const name: FieldName = FIELD_NAMES[other % FIELD_NAMES.length] ?? 'gain'
  const voice = read.voices[other % Math.max(1, read.voices.length)]
  switch (edit.do) {
    case 'agree':
      return agreeBlock(map, id, text, at as EpochMs)
    case 'arrange':
      return arrange(map, read, edit)
    case 'bring':
      return bring(map, read.blocks.get(id), `brought-${at}` as BlockId, at as EpochMs)
    case 'detail':
      return setDetail(map, id, `${text}\n${text}`)
    case 'decide':
      return decideProposal(map, `ana.${otherId}`, {
        is: DECISIONS[other % DECISIONS.length] ?? 'dissent',
        ...{
          block: id,
          wording: text === '' ? 'Other words' : text,
          author: 'Ana',
          by: '',
          at: at as EpochMs,
          reason: '',
        },
      })
    case 'dismiss':
      return other % 3 === 0
        ? reopenNotice(map, `proof-adrift ${id}`)
        : dismissNotice(map, `proof-adrift ${id}`, { print: `p${other}`, reason: text, by: '', at: at as EpochMs })
    case 'field':
      return setField(map, id, name, text)
    case 'kind':
      return setKind(map, id, kind)
    case 'link':
      return void linkBlocks(map, id, otherId, `link-${at}` as LinkId)
    case 'move':
      return moveBlocks(map, new Map([[id, frameAt(other)]]))
    case 'remove':
      return removeBlocks(map, [id], at as EpochMs)
    case 'statement':
      return setStatement(map, id, text)
    case 'status':
      return other % 3 === 2 ? takeBackAgreed(map, id) : setStatus(map, id, other % 3 === 0 ? 'draft' : 'proposed')
    case 'tags':
      return setTags(map, id, [text, 'a tag'])
    case 'telling':
      return voice === undefined ? undefined : setTelling(map, id, voice.id, text)
    case 'type':
      return typeInto(map, id, other, text)
    case 'unlink':
      return unlinkBlocks(map, read.links.slice(0, 1))
    default:
      return undefined
  }
}

/** Decides about the brief: keeps a block off it, brings it back, or puts it before another. */
function arrange(map: MapDoc, read: PositioningMap, { id, otherId, other, text }: BlockEdit): void {
  if (other === 9) setAccent(map, text.length % 2 === 0 ? '#1f5f99' : '')
  else if (other % 3 === 0) keepOffBrief(map, id)
  else if (other % 3 === 1) bringOntoBrief(map, id)
  else moveOnBrief(map, [...read.blocks.keys()], id, other > 6 ? null : otherId)
}

/** Imports a block like one that is there, linked with it. */
function bring(map: MapDoc, like: Block | undefined, id: BlockId, now: EpochMs): void {
  if (like === undefined) return
  const blocks = [{ ...like, id, frame: frameAt(now) }]
  addContent(map, { blocks, links: [{ from: like.id, to: id }], voices: [] }, now)
}

/** As a person does in an editor: letters into the first paragraph, somewhere. */
export function typeInto(map: MapDoc, id: BlockId, at: number, text: string): void {
  const paragraph = textFragment(map, id, 'statement')?.get(0)
  const letters = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (letters instanceof Y.XmlText) transact(map, () => letters.insert(Math.min(at, letters.length), text))
}

function frameAt(n: number) {
  return { x: n * 100, y: n * 10, w: 280, h: 160, index: 'a1', parentId: '' }
}
