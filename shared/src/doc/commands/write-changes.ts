/** Takes a map to another of its states, change by change: restoring a version, whole or some blocks of it. */
import type { BlockChange, BlockState, MapChange } from '../../diff/index.ts'
import {
  newLinkId,
  type BlockId,
  type EpochMs,
  type PlacedFrame,
  type Voice,
  type VoiceId,
} from '../../schema/index.ts'
import * as Y from 'yjs'
import { writeKeyed } from '../keyed-array.ts'
import type { MapDoc, TextName } from '../map-doc.ts'
import { replaceText } from '../write-text.ts'
import { forgetOnBrief, writeComposition } from './compose-brief.ts'
import { frameTuple } from './move-blocks.ts'
import { transact } from './transact.ts'
import { pairOf } from './unlink-blocks.ts'

/**
 * Writes what `diffMaps` has found from this document's state to another one, as one transaction and so as one undo.
 * What a change does not name stays as it is, also where somebody is writing at this moment.
 */
export function writeChanges(map: MapDoc, changes: readonly MapChange[], now: EpochMs, origin?: unknown): void {
  if (changes.length === 0) return
  transact(
    map,
    () => {
      const frames = new Map<string, unknown>()
      for (const change of changes) {
        if (change.block !== null) writeBlockChange(map, change, frames, now)
        else if (change.what === 'voices') writeVoices(map, change.after)
        else if (change.what !== 'brief') map.meta.set(change.what, change.after)
      }
      // After the blocks: one that comes back brings no decision of then.
      for (const change of changes) if (change.what === 'brief') writeComposition(map, change.before, change.after)
      if (frames.size > 0) writeKeyed(map.frames, frames)
      writeLinks(map, changes)
    },
    origin,
  )
}

function writeVoices(map: MapDoc, voices: readonly Voice[]): void {
  const kept = new Set<string>(voices.map(({ id }) => id))
  for (const id of [...map.voices.keys()]) if (!kept.has(id)) map.voices.delete(id)
  for (const [order, { id, name }] of voices.entries()) map.voices.set(id, { name, order })
}

type Frames = Map<string, unknown>

function place(frames: Frames, id: BlockId, frame: PlacedFrame | null): void {
  frames.set(id, frame === null ? null : frameTuple(frame))
}

function writeBlockChange(map: MapDoc, change: BlockChange, frames: Frames, now: EpochMs): void {
  const { block: id } = change
  const shared = map.blocks.get(id)
  if (change.what === 'added') {
    writeWholeBlock(map, id, change.after, now)
    place(frames, id, change.after.frame)
    return
  }
  if (!(shared instanceof Y.Map)) return
  switch (change.what) {
    case 'gone':
      shared.set('deletedAt', now)
      return
    case 'moved':
      place(frames, id, change.after)
      return
    case 'reworded':
      replaceText(map, id, 'statement', change.after)
      return
    case 'detail':
      replaceText(map, id, 'detail', change.after)
      return
    case 'agreed':
      if (change.after === null) shared.delete('agreed')
      else shared.set('agreed', change.after)
      return
    case 'linked':
    case 'unlinked':
      return
    default:
      if (change.what.startsWith('telling:')) replaceText(map, id, change.what as TextName, String(change.after))
      else shared.set(change.what, change.after)
  }
}

/** A block that was deleted is the same one again, so that what else is tied to it, comments say, finds it. */
function writeWholeBlock(map: MapDoc, id: BlockId, state: BlockState, now: EpochMs): void {
  const known = map.blocks.get(id)
  const shared: Y.Map<unknown> = known instanceof Y.Map ? (known as Y.Map<unknown>) : new Y.Map()
  if (shared === known) {
    shared.delete('deletedAt')
    for (const key of [...shared.keys()]) if (key.startsWith('field:')) shared.delete(key)
    forgetOnBrief(map, new Set([id]))
  } else {
    shared.set('createdAt', now)
    map.blocks.set(id, shared)
  }
  const { kind, status, owner, tags, fields, agreed, statement, detail } = state
  for (const [key, value] of Object.entries({ kind, status, owner, tags })) shared.set(key, value)
  for (const [name, value] of Object.entries(fields)) shared.set(`field:${name}`, value)
  if (agreed === null) shared.delete('agreed')
  else shared.set('agreed', agreed)
  replaceText(map, id, 'statement', statement)
  replaceText(map, id, 'detail', detail)
  const voices = new Set([...map.voices.keys(), ...Object.keys(state.tellings)])
  for (const voice of voices) {
    const text = Object.hasOwn(state.tellings, voice) ? (state.tellings[voice] ?? '') : ''
    replaceText(map, id, `telling:${voice as VoiceId}`, text)
  }
}

/** Cuts first: a link whose ends have changed their kinds is cut one way and drawn the other. */
function writeLinks(map: MapDoc, changes: readonly MapChange[]): void {
  const cut = new Set(changes.flatMap((one) => (one.what === 'unlinked' ? [pairOf(one.block, one.before)] : [])))
  if (cut.size > 0)
    for (const [id, value] of [...map.links]) {
      const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown }
      if (typeof from === 'string' && typeof to === 'string' && cut.has(pairOf(from, to))) map.links.delete(id)
    }
  for (const change of changes)
    if (change.what === 'linked') map.links.set(newLinkId(), { from: change.block, to: change.after })
}
