/**
 * Briefs as pages and Word files, of maps on this server, for any number who ask at once.
 *
 * - **PB1** Each map is fetched when its turn at the printer is near, so that twenty at once are spread over their printing.
 * - **PB2** A map that nobody has open is read and its brief composed where it is printed, out of the way of those who edit.
 * - **PB3** Whoever asks for the same of the same state while it is being made is given what is being made.
 */
import type { Role } from '@throughline/shared/access'
import type { Brief } from '@throughline/shared/brief'
import type { MapId } from '@throughline/shared/schema'
import { OneByOne } from '../one-by-one.ts'
import type { ComposeOptions } from './brief-of.ts'
import { exportBrief, fileOf, noAudience, type BriefFile, type FileOptions } from './export-brief.ts'
import type { PrintFormat } from './print-child.ts'
import type { BriefPrinter } from './printer.ts'
import { glanceShown, stateShown, type ShownParts, type ShownState, type StoredShown } from './shown-state.ts'

export interface PrintedBriefsParts extends ShownParts {
  readonly printer: Pick<BriefPrinter, 'whenReady' | 'compose' | 'print'>
}

export interface PrintedWish {
  readonly map: MapId
  readonly role: Role
  readonly format: PrintFormat
  readonly look: Omit<FileOptions, 'printer'>
  /** How it is to be said, of the state that is shown: plain values, but for what became of proposals. */
  readonly said: (state: Omit<ShownState, 'map'>) => ComposeOptions
}

export class PrintedBriefs {
  readonly #parts: PrintedBriefsParts
  readonly #turns = new OneByOne()
  readonly #making = new Map<string, Promise<BriefFile>>()

  constructor(parts: PrintedBriefsParts) {
    this.#parts = parts
  }

  async make(wish: PrintedWish): Promise<BriefFile> {
    const { map, role, format, look, said } = wish
    const shown = await this.#turns.run(async () => {
      await this.#parts.printer.whenReady()
      return glanceShown(this.#parts, map, role)
    })
    const { revision, asOf, version } = shown
    const what = JSON.stringify([map, format, look.paper, look.design, version, said({ revision, asOf })])
    const making = this.#making.get(what) ?? this.#print(wish, shown).finally(() => this.#making.delete(what))
    this.#making.set(what, making)
    return making
  }

  async #print(wish: PrintedWish, shown: ShownState | StoredShown): Promise<BriefFile> {
    const { map, role, format, said } = wish
    const look = { ...wish.look, printer: this.#parts.printer }
    const brief = 'parts' in shown ? await this.#compose(shown, said) : null
    if (brief !== null) return fileOf(brief, format, look)
    const { map: read, ...state } = 'map' in shown ? shown : await stateShown(this.#parts, map, role)
    return exportBrief(read, format, { ...said(state), ...look })
  }

  /** Null when its room has to read it. */
  async #compose({ parts, ...state }: StoredShown, said: PrintedWish['said']): Promise<Brief | null> {
    const brief = await this.#parts.printer.compose(parts, said(state))
    if (brief.ok) return brief.value
    if (brief.why === 'unknown-audience') throw noAudience()
    return null
  }
}
