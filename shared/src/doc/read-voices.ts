/** The voices of a document, in their order, and what is none. */
import { cleanLine, compareText, cutText, isId, LIMITS, type Voice, type VoiceId } from '../schema/index.ts'
import { listed, type Ignored } from './ignored.ts'
import type { MapDoc } from './map-doc.ts'
import { plainObject, sortedKeys } from './plain.ts'

export function readVoices(map: MapDoc, ignored: Ignored[]): readonly Voice[] {
  const found: { voice: Voice; order: number }[] = []
  const malformed: Ignored[] = []
  for (const id of sortedKeys(map.voices)) {
    const value = plainObject(map.voices.get(id))
    const name = typeof value?.['name'] === 'string' ? cutText(cleanLine(value['name']), LIMITS.nameLength) : ''
    if (!isId(id) || name === '') {
      malformed.push({ path: 'voices', problem: 'not a voice with a name' })
      continue
    }
    const order =
      typeof value?.['order'] === 'number' && Number.isFinite(value['order']) ? value['order'] : Number.MAX_VALUE
    found.push({ voice: { id: id as VoiceId, name }, order })
  }
  const sorted = found
    .toSorted((a, b) => a.order - b.order || compareText(a.voice.id, b.voice.id))
    .map(({ voice }) => voice)
  ignored.push(...listed(malformed))
  if (sorted.length > LIMITS.voices)
    ignored.push({
      path: 'voices',
      problem: `more than ${LIMITS.voices} voices`,
    })
  return sorted.slice(0, LIMITS.voices)
}
