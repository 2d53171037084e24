/**
 * The voices of a file: those it lists, and those that its tellings name without their being listed. On adding to a
 * map, the voices of that map come first and keep their names.
 */
import { cleanLine, cutText, DEFAULT_VOICES, isId, LIMITS, type Voice, type VoiceId } from '../schema/index.ts'
import { asRecord, at, quote, typeName, type Repairs } from './repairs.ts'
import { NAME, takeList, takeText } from './take-value.ts'

export type ImportHow = 'make' | 'add'

export class ImportedVoices {
  readonly #repairs: Repairs
  readonly #here: ReadonlyMap<VoiceId, string>
  /** What the file lists: its own id → voice. On making a map all of them are kept, on adding those with a telling. */
  readonly #listed = new Map<string, Voice>()
  readonly #kept = new Map<VoiceId, Voice>()

  constructor(input: unknown, how: ImportHow, here: readonly Voice[], repairs: Repairs) {
    this.#repairs = repairs
    this.#here = new Map(here.map((voice) => [voice.id, voice.name]))
    if (input === undefined || input === null) for (const voice of DEFAULT_VOICES) this.#listed.set(voice.id, voice)
    else
      for (const [index, entry] of takeList(input, 'voices', repairs).entries()) this.#list(entry, `voices[${index}]`)
    if (how === 'make') for (const voice of this.#listed.values()) this.#kept.set(voice.id, voice)
  }

  /** Those that the map has to have for this file, in their order; on adding, without those it has already. */
  list(): readonly Voice[] {
    return [...this.#kept.values()]
  }

  /** The voice behind a telling's key, made when nothing lists it; null when there is no room for one more. */
  voiceFor(key: string, path: string): VoiceId | null {
    const listed = this.#listed.get(key)
    const id = listed?.id ?? (isId(key) ? (key as VoiceId) : null)
    if (id !== null && (this.#kept.has(id) || this.#here.has(id))) return id
    if (this.#kept.size + this.#here.size >= LIMITS.voices) return null
    const voice = listed ?? this.#unlisted(key, path)
    this.#listed.set(key, voice)
    this.#kept.set(voice.id, voice)
    return voice.id
  }

  #unlisted(key: string, path: string): Voice {
    const name = takeText(key, path, NAME, this.#repairs) || 'Voice'
    this.#repairs.note(path, `its voice ${quote(key)} is not listed`, 'added to the voices')
    return { id: isId(key) ? (key as VoiceId) : this.#idFor(name), name }
  }

  #list(entry: unknown, path: string): void {
    const record = typeof entry === 'string' ? { name: entry } : asRecord(entry)
    if (record === null)
      return this.#repairs.note(path, `is ${typeName(entry)}, not a voice: ${quote(entry)}`, 'left out')
    const voice: Readonly<Record<string, unknown>> = record
    this.#repairs.noteUnknown(voice, ['id', 'name'], path, 'a voice')
    const key = typeof voice['id'] === 'string' ? voice['id'] : ''
    const name = this.#nameOf(voice['name'], key, at(path, 'name'))
    if (key !== '' && (this.#listed.has(key) || this.#takenIds().has(key)))
      return this.#repairs.note(path, `${quote(key)} is listed already; this one is called ${quote(name)}`, 'left out')
    if (this.#listed.size >= LIMITS.voices)
      return this.#repairs.note(path, `${quote(name)} is more than ${LIMITS.voices} voices`, 'left out')
    const id = isId(key) ? (key as VoiceId) : this.#idFor(name)
    if (id !== key) this.#repairs.note(at(path, 'id'), `${quote(voice['id'] ?? '')} is no id`, `made ${id}`)
    const here = this.#here.get(id)
    if (here !== undefined && here !== name)
      this.#repairs.note(path, `${quote(name)} is called ${quote(here)} in this map`, 'its tellings go to that voice')
    this.#listed.set(key === '' ? id : key, { id, name })
  }

  #nameOf(value: unknown, key: string, path: string): string {
    const name = takeText(value, path, NAME, this.#repairs)
    if (name !== '') return name
    const called = cutText(cleanLine(key), LIMITS.nameLength) || 'Voice'
    this.#repairs.note(path, 'the voice has no name', `called ${quote(called)}`)
    return called
  }

  #takenIds(): ReadonlySet<string> {
    const listed = [...this.#listed.values()].map((voice) => voice.id)
    return new Set<string>([...listed, ...this.#kept.keys()])
  }

  /** An id that reads like the name and that no other voice has. */
  #idFor(name: string): VoiceId {
    const word =
      name
        .toLowerCase()
        .replace(/[^a-z0-9_-]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60) || 'voice'
    const taken = new Set<string>([...this.#takenIds(), ...this.#here.keys()])
    let id = word
    for (let next = 2; taken.has(id); next += 1) id = `${word}-${next}`
    return id as VoiceId
  }
}
