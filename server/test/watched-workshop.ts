/** A workshop beside which somebody keeps count of what it must hold, and says what is wrong. */
import { isDeepStrictEqual } from 'node:util'
import type { Role } from '@throughline/shared/access'
import { FACILITATING, type Step } from '../src/workshop/rules/step.ts'
import { hear, viewOf, type Heard, type WorkshopNews } from '@throughline/shared/workshop-parts'
import type { Said } from '../src/workshop/wire.ts'
import { Table } from './workshop-table.ts'

const ROLES: Readonly<Record<string, Role>> = { ana: 'editor', ben: 'owner', cleo: 'commenter', dora: 'commenter' }
export const PEOPLE = Object.keys(ROLES)

/** What a move is about is only known when it is made: the n-th writing or thing there is. */
export type Move =
  | { readonly is: 'tell'; readonly who: string; readonly step: Step }
  | { readonly is: 'write'; readonly who: string; readonly prompt: string; readonly empty: boolean }
  | {
      readonly is: 'about'
      readonly who: string
      readonly type: 'vote' | 'adopt'
      readonly nth: number
      readonly dots: number
    }
  | { readonly is: 'pass'; readonly ms: number }

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

function isForFacilitators({ type }: Step): boolean {
  return (FACILITATING as readonly string[]).includes(type)
}

export class Watched {
  readonly table = new Table()
  /** By prompt and person: what was last taken. */
  readonly written = new Map<string, string>()
  /** By vote, then by person and thing. */
  readonly dots = new Map<string, Map<string, number>>()
  readonly results = new Map<string, string>()
  readonly #heard = new Map<string, { readonly said: Said; readonly heard: Heard }>()
  #run = ''
  #texts = 0

  constructor() {
    for (const [person, role] of Object.entries(ROLES)) this.table.roles.set(person, role)
  }

  make(one: Move): void {
    if (one.is === 'pass') this.table.now += one.ms
    else this.#tell(one.who, this.#stepOf(one), one)
    const { run } = this.table.workshop?.course ?? { run: '' }
    if (run !== this.#run) for (const kept of [this.written, this.dots, this.results]) kept.clear()
    this.#run = run
  }

  #stepOf(one: Exclude<Move, { is: 'pass' }>): Step {
    if (one.is === 'tell') return one.step
    if (one.is === 'write') {
      const text = one.empty && one.who !== 'ana' ? '' : `private-${(this.#texts += 1)}-words`
      return { type: 'write', prompt: one.prompt, text }
    }
    const ids = ['fast', 'them', ...(this.table.workshop?.writings.keys() ?? [])]
    const id = ids[one.nth % ids.length]!
    return one.type === 'vote' ? { type: 'vote', about: id, dots: one.dots } : { type: 'adopt', writing: id }
  }

  #tell(person: string, step: Step, one: Move): void {
    const { table } = this
    const before = table.workshop
    const facilitated = table.sees(person).me.facilitator
    const vote = table.sees(person).vote?.id ?? ''
    const locked = (table.sees(person).lock ?? null) !== null
    const came = table.tell(person, step)
    if (came !== 'ok') {
      must(table.workshop === before, `a refusal (${came}) has changed something`)
      must(facilitated || !isForFacilitators(step) || came === 'not-facilitating', `refused with ${came}`)
      return
    }
    must(facilitated || !isForFacilitators(step), `${person} may not ${step.type}`)
    must(facilitated || !locked || step.type !== 'adopt', `${person} has edited a locked canvas`)
    if (step.type === 'write') this.written.set(`${step.prompt} ${person}`, step.text)
    if (step.type === 'vote' && one.is === 'about') {
      const given = this.dots.get(vote) ?? new Map<string, number>()
      this.dots.set(vote, given.set(`${person} ${step.about}`, step.dots))
    }
  }

  /** @throws with what is wrong, if something is. */
  check(): void {
    const { workshop } = this.table
    if (workshop === null) return
    const { course } = workshop
    const { people, index, programme, clocks, reached, state } = course
    must(
      people.some(({ facilitator }) => facilitator),
      'nobody facilitates',
    )
    must(index >= 0 && index < programme.stages.length && index <= reached, 'in no stage')
    must(clocks.length === reached + 1, 'a stage has no clock')
    const running = clocks.filter(({ since }) => since !== null).length
    must(running <= (state === 'running' ? 1 : 0), 'clocks of other stages run')
    must(
      clocks.every(({ left }) => (left ?? 0) >= 0),
      'less than no time is left',
    )
    must(isDeepStrictEqual(JSON.parse(JSON.stringify(course)), course), 'cannot be kept as JSON')
    this.#checkWriting()
    this.#checkVotes()
    this.#checkLooks()
  }

  #checkWriting(): void {
    const writings = [...(this.table.workshop?.writings.values() ?? [])]
    const kept = new Map(writings.map(({ prompt, person, text }) => [`${prompt} ${person}`, text]))
    must(kept.size === writings.length, 'somebody has two answers to one prompt')
    must(isDeepStrictEqual(kept, new Map([...this.written].filter(([, text]) => text !== ''))), 'writing is lost')
  }

  #checkVotes(): void {
    const { workshop } = this.table
    if (workshop === null) return
    const { votes } = workshop.course
    const open = votes.filter(({ result }) => result === null).map(({ id }) => id)
    must(
      [...workshop.ballots.keys()].every((id) => open.includes(id)),
      'a ballot is kept of a vote that is closed',
    )
    for (const { id, result, dots } of votes) {
      const given = [...(this.dots.get(id) ?? [])].filter(([, count]) => count > 0)
      for (const person of PEOPLE) {
        const own = given.filter(([key]) => key.startsWith(`${person} `)).reduce((sum, [, count]) => sum + count, 0)
        must(own <= dots, `${person} has ${own} dots of ${dots}`)
      }
      if (result === null) continue
      const counts: Record<string, number> = {}
      for (const [key, count] of given) {
        const about = key.split(' ')[1] ?? ''
        counts[about] = (counts[about] ?? 0) + count
      }
      must(isDeepStrictEqual({ ...result.counts }, counts), 'counted wrongly')
      const now = JSON.stringify(result)
      must((this.results.get(id) ?? now) === now, 'a closed vote has changed')
      this.results.set(id, now)
    }
  }

  /** What somebody has who is told what is new alone, one after the other; nothing private of others is in any of it. */
  #hearNews(reader: string): unknown {
    const known = this.#heard.get(reader)
    const { bytes, said } = this.table.hearsNews(reader, known?.said ?? null)
    const heard = hear(known?.heard ?? null, JSON.parse(bytes) as WorkshopNews)
    if (heard === null) throw new Error('cannot be understood')
    this.#heard.set(reader, { said, heard })
    const revealed = new Set(this.table.workshop?.course.revealed)
    for (const { prompt, person, text } of this.table.workshop?.writings.values() ?? [])
      must(person === reader || revealed.has(prompt) || !bytes.includes(text), `${reader} hears what ${person} wrote`)
    return viewOf(heard.parts, heard.moment)
  }

  /** Nobody sees what another has written before it is revealed; everybody sees it after, and each their own always. */
  #checkLooks(): void {
    const { workshop } = this.table
    const revealed = new Set(workshop?.course.revealed)
    for (const reader of [...PEOPLE, 'stranger']) {
      const view = this.table.sees(reader)
      const seen = JSON.stringify(view)
      const shown = new Set(view.prompts.map(({ id }) => id))
      must(isDeepStrictEqual(JSON.parse(this.table.hears(reader)), JSON.parse(seen)), 'is sent something else')
      must(isDeepStrictEqual(this.#hearNews(reader), JSON.parse(seen)), 'hears something else in parts')
      must((view.stage?.left ?? 0) >= 0 && (view.vote?.left ?? 0) >= 0, 'less than nothing is left')
      for (const { prompt, person, text } of workshop?.writings.values() ?? []) {
        const isOwn = person === reader && shown.has(prompt)
        const isOpen = revealed.has(prompt) && shown.has(prompt)
        if (isOwn || isOpen) must(seen.includes(text), `${reader} does not see what is open`)
        else if (!revealed.has(prompt)) must(!seen.includes(text), `${reader} sees what ${person} wrote`)
      }
    }
  }
}
