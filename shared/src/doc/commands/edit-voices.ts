/**
 * The voices of a map, one at a time: what two people do to two voices at once both holds.
 *
 * A voice that is taken away leaves its tellings in the document, unread. Its name stays in `meta`, so that a voice of
 * that name brings them back.
 */
import { compareText, cleanLine, cutText, isId, LIMITS, type Voice, type VoiceId } from '../../schema/index.ts'
import { ok, refused, type Result } from '../../base/index.ts'
import type { MapDoc } from '../map-doc.ts'
import { readMap } from '../map-reader.ts'
import { transact } from './transact.ts'

export type VoiceRefusal = 'no-name' | 'name-taken' | 'too-many'

const GONE = 'voice:'

const voicesOf = (map: MapDoc): readonly Voice[] => readMap(map).map.voices
const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
const named = (name: string): string => cutText(cleanLine(name), LIMITS.nameLength)

/** Behind the others. One that the map once had is back with all its tellings. `newId` is for a name never seen. */
export function addVoice(map: MapDoc, name: string, newId: string): Result<VoiceId, VoiceRefusal> {
  const clean = named(name)
  const voices = voicesOf(map)
  if (clean === '') return refused('no-name')
  if (voices.some((voice) => sameName(voice.name, clean))) return refused('name-taken')
  if (voices.length >= LIMITS.voices) return refused('too-many')
  const id = (goneVoice(map, clean) ?? newId) as VoiceId
  transact(map, () => {
    map.voices.set(id, { name: clean, order: lastOrder(map) + 1 })
    map.meta.delete(GONE + id)
  })
  return ok(id)
}

export function renameVoice(map: MapDoc, id: VoiceId, name: string): Result<VoiceId, VoiceRefusal> {
  const clean = named(name)
  const before = map.voices.get(id)
  if (clean === '' || before === undefined) return refused('no-name')
  if (voicesOf(map).some((voice) => voice.id !== id && sameName(voice.name, clean))) return refused('name-taken')
  transact(map, () => map.voices.set(id, { ...(before as object), name: clean }))
  return ok(id)
}

/** One place up (-1) or down (1); nothing at either end. Only the two that change places are written. */
export function moveVoice(map: MapDoc, id: VoiceId, by: -1 | 1): void {
  const voices = voicesOf(map)
  const at = voices.findIndex((voice) => voice.id === id)
  const [moved, other] = [voices[at], voices[at + by]]
  if (moved === undefined || other === undefined) return
  const orders = new Map(voices.map((voice, order) => [voice.id, order]))
  transact(map, () => {
    // Two people who each add one have given both the same place: then all are counted anew.
    const inOrder = voices.every((voice, order) => orderOf(map, voice.id) === order)
    if (!inOrder)
      for (const voice of voices) map.voices.set(voice.id, { name: voice.name, order: orders.get(voice.id) })
    map.voices.set(moved.id, { name: moved.name, order: at + by })
    map.voices.set(other.id, { name: other.name, order: at })
  })
}

/** Its tellings stay in the document: undo, or a voice of the same name, brings them back. */
export function removeVoice(map: MapDoc, id: VoiceId): void {
  const voice = voicesOf(map).find((each) => each.id === id)
  if (voice === undefined) return
  transact(map, () => {
    map.voices.delete(id)
    map.meta.set(GONE + id, voice.name)
  })
}

function goneVoice(map: MapDoc, name: string): string | undefined {
  return [...map.meta.keys()]
    .filter((key) => key.startsWith(GONE))
    .toSorted(compareText)
    .filter((key) => typeof map.meta.get(key) === 'string' && sameName(map.meta.get(key) as string, name))
    .map((key) => key.slice(GONE.length))
    .find((id) => isId(id) && !map.voices.has(id))
}

function orderOf(map: MapDoc, id: string): number {
  const { order } = (map.voices.get(id) ?? {}) as { order?: unknown }
  return typeof order === 'number' && Number.isFinite(order) ? order : -1
}

function lastOrder(map: MapDoc): number {
  return Math.max(-1, ...[...map.voices.keys()].map((id) => orderOf(map, id)))
}
