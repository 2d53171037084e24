/** Looks through a document that has become quiet for parts that make no sense, and reports each once, by its place. */
import { openCommentsDoc, readComments } from '@throughline/shared/comments'
import { readDrawings, type Ignored, type MapDoc, type MapRead } from '@throughline/shared/doc'
import { readAssetPath } from '@throughline/shared/protocol'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { partsOfDocName, type DocName } from '../stores/index.ts'

const AFTER_MS = 2_000
const REPORTED_AT_MOST = 200

export interface InspectionParts {
  readonly name: DocName
  readonly clock: Clock
  readonly log: Log
  readonly read: () => MapRead
  readonly mapDoc: () => MapDoc
}

export class Inspection {
  readonly #parts: InspectionParts
  readonly #reported = new Set<string>()
  #callOff: (() => void) | null = null

  constructor(parts: InspectionParts) {
    this.#parts = parts
  }

  later(): void {
    const { clock } = this.#parts
    if (this.#callOff !== null) return
    this.#callOff = clock.after(AFTER_MS, () => {
      this.#callOff = null
      this.#inspect()
    })
  }

  /** Does now what would be done later; nothing when nothing is. */
  now(): void {
    if (this.#callOff === null) return
    this.stop()
    this.#inspect()
  }

  stop(): void {
    this.#callOff?.()
    this.#callOff = null
  }

  #inspect(): void {
    const { name, log } = this.#parts
    for (const { path, problem } of this.#ignored()) {
      const said = `${path}: ${problem}`
      if (this.#reported.has(said) || this.#reported.size >= REPORTED_AT_MOST) continue
      this.#reported.add(said)
      log.warn('malformed part of a document ignored', { doc: name, path, problem })
    }
  }

  #ignored(): readonly Ignored[] {
    const { name, read, mapDoc } = this.#parts
    const { map, document } = partsOfDocName(name)
    if (document === 'comments') return readComments(openCommentsDoc(mapDoc().doc)).ignored
    const drawings = readDrawings(mapDoc().drawing, (src) => readAssetPath(map, src) !== null)
    return [...read().ignored, ...drawings.ignored]
  }
}
