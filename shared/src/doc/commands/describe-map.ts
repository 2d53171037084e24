import { NOTHING_DECIDED, cleanLine, type Composition, type Voice } from '../../schema/index.ts'
import { SCHEMA_VERSION, type MapDoc } from '../map-doc.ts'
import { writeComposition } from './compose-brief.ts'
import { transact } from './transact.ts'

function setMeta(map: MapDoc, key: 'title' | 'subject', value: string): void {
  const clean = cleanLine(value)
  if (map.meta.get(key) !== clean) transact(map, () => map.meta.set(key, clean))
}

export function setTitle(map: MapDoc, title: string): void {
  setMeta(map, 'title', title)
}

/** The company, product or offer that is being positioned. */
export function setSubject(map: MapDoc, subject: string): void {
  setMeta(map, 'subject', subject)
}

/** Sets the voices and their order; tellings of a voice that is left out are kept, unread, and are back with it. */
export function setVoices(map: MapDoc, voices: readonly Voice[]): void {
  transact(map, () => {
    const kept = new Set<string>(voices.map((voice) => voice.id))
    for (const id of [...map.voices.keys()]) if (!kept.has(id)) map.voices.delete(id)
    for (const [order, { id, name }] of voices.entries()) map.voices.set(id, { name: cleanLine(name), order })
  })
}

/** A new document's first write, by whoever makes the map and by nobody else: two of them would be one too many. */
export function beginMap(
  map: MapDoc,
  { title, subject, voices, brief = NOTHING_DECIDED }: Beginning,
  origin: unknown,
): void {
  map.doc.transact(() => {
    map.meta.set('schema', SCHEMA_VERSION)
    setTitle(map, title)
    setSubject(map, subject)
    setVoices(map, voices)
    writeComposition(map, NOTHING_DECIDED, brief)
  }, origin)
}

export interface Beginning {
  readonly title: string
  readonly subject: string
  readonly voices: readonly Voice[]
  readonly brief?: Composition
}
