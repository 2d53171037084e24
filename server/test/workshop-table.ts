/** A workshop without a server: people give commands, time passes when the test says so. */
import { buildMap } from '@throughline/shared/test'
import type { Role } from '@throughline/shared/access'
import type { WorkshopView } from '@throughline/shared/protocol'
import type { EpochMs, PositioningMap } from '@throughline/shared/schema'
import { PROGRAMMES, type Programme } from '@throughline/shared/workshop'
import {
  countsOf,
  lookAt,
  momentOf,
  ownLooks,
  step,
  viewFor,
  type Actor,
  type OnMap,
  type Refusal,
  type Step,
  type Workshop,
} from '../src/workshop/rules/index.ts'
import { freshIn } from '../src/workshop/fresh.ts'
import { bytesOf, wireOf, type Said } from '../src/workshop/wire.ts'

export const MINUTE = 60_000

export const MAP = buildMap({
  fast: { kind: 'value', statement: 'It is fast.', to: ['them'], tellings: { sales: 'Quick.' } },
  them: { kind: 'audience', statement: 'Bakers.' },
})

export function programme(id = 'everyone-writes-it-down'): Programme {
  return PROGRAMMES.find((one) => one.id === id)!
}

export class Table {
  workshop: Workshop | null = null
  now = 1_700_000_000_000
  readonly here = new Set<string>()
  readonly onMap: OnMap[] = []
  readonly roles = new Map<string, Role>()
  readonly known: { person: string; name: string; voice: string | null }[] = []
  map: PositioningMap = MAP
  #ids = 0
  #turns = 0

  /** Whoever is not named in `roles` may comment, and no more. */
  actor(person: string): Actor {
    const voice = { ana: 'leadership', ben: 'sales', cleo: 'Product' }[person] ?? null
    return { person, name: person, voice, role: this.roles.get(person) ?? 'commenter' }
  }

  /** What came of it: `ok`, or why not. */
  tell(person: string, command: Step): 'ok' | Refusal {
    const { map, known, here } = this
    // Scattered, as chance would have them.
    const newId = () => `id${((this.#ids += 7919) * 104_729) % 1_000_003}`
    const stepped = step(this.workshop, command, this.actor(person), { now: this.#time(), newId, map, known, here })
    if (!stepped.ok) return stepped.why
    this.workshop = stepped.value.workshop
    if (stepped.value.onMap !== undefined) this.onMap.push(stepped.value.onMap)
    return 'ok'
  }

  start(person = 'ana', which: Programme = programme()): void {
    this.roles.set(person, 'editor')
    if (this.tell(person, { type: 'start', programme: which }) !== 'ok') throw new Error('not started')
  }

  sees(person: string): WorkshopView {
    const look = lookAt(this.workshop, this.map)
    const counts = countsOf(this.workshop, look, this.map, this.here)
    return viewFor(look, counts, momentOf(this.workshop, this.#time()), ownLooks(this.workshop, look.prompts)(person))
  }

  /** The same, as it is sent. */
  hears(person: string): string {
    const { wire, counts, moment, own } = this.#telling(person)
    return bytesOf(wire.pieces(counts, moment, own)).toString()
  }

  /** What is new to somebody who has heard what `before` says, as it is sent. */
  hearsNews(person: string, before: Said | null): { readonly bytes: string; readonly said: Said } {
    const { wire, counts, moment, own } = this.#telling(person)
    const said = wire.said(counts, moment, own)
    return {
      said,
      bytes: bytesOf(wire.news(freshIn(said, before), said, { seq: (this.#turns += 1), ...moment }, before)).toString(),
    }
  }

  #telling(person: string) {
    const look = lookAt(this.workshop, this.map)
    const counts = countsOf(this.workshop, look, this.map, this.here)
    const moment = momentOf(this.workshop, this.#time())
    return { wire: wireOf(look), counts, moment, own: ownLooks(this.workshop, look.prompts)(person) }
  }

  #time(): EpochMs {
    return this.now as EpochMs
  }
}

/** Ana facilitates with an editor's key, so many stages on; whoever else comes may comment. */
export function begun(stages = 0, which = programme()): Table {
  const made = new Table()
  made.start('ana', which)
  for (let n = 0; n < stages; n += 1) made.tell('ana', { type: 'next' })
  return made
}

/** Stages of the first ready-made programme. */
export const GATHER = 1
export const VOTE = 3

export const writes = (prompt: string, text: string) => ({ type: 'write', prompt, text }) as const
export const votes = (about: string, dots: number) => ({ type: 'vote', about, dots }) as const
