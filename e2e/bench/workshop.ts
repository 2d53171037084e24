/**
 * One workshop: fifty people at the canvas, who also type there, and a hundred and fifty on phones, all of whom write,
 * see the reveal and vote. Every tenth looks at what arrives and when; the others are there and read nothing of it.
 */
import { Agent, request, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import { makeMap } from '../world/api.ts'
import { comeIn, soon, type Client } from './client.ts'
import { makeEdits } from './editing.ts'
import { cpuSeconds, load, residentBytes } from './machine.ts'
import { KINDS } from './servers/kinds.ts'
import type { Running } from './servers/server.ts'
import { median, percentile, type Row } from './table.ts'

const EDITORS = 50
const PHONES = 150
const PROMPTS = ['purpose', 'value', 'audience', 'proof']
/** A phone saves a moment after each pause in writing. */
const SAVES_EACH = 8
const SAVE_EVERY_MS = 2_000
const DOTS_EACH = 3
const DOT_EVERY_MS = 2_000
const STAGES_BACK_AND_FORTH = 6
const LOOKS_EVERY = 10
const ARRIVES_WITHIN_MS = 20_000
const ANSWER =
  'We keep what is fresh fresh for a day longer than anybody else, and whoever bakes at four in the morning knows why.'

/** The same words in another order for everybody, so that they do not pack as one text would. */
function answerOf(n: number): string {
  const place = (at: number) => ((n + 1) * (at + 7) * 7_919) % 104_729
  const words = ANSWER.split(' ').map((word, at) => [place(at), word] as const)
  return words
    .toSorted(([a], [b]) => a - b)
    .map(([, word]) => word)
    .join(' ')
}

interface Person {
  readonly headers: Readonly<Record<string, string>>
  readonly agent: Agent
  /** Resolves with the moment at which an event comes that says so; only for those who look. */
  readonly sees: ((text: string) => Promise<number>) | null
  readonly leave: () => void
}

/** What each kind of action took, in milliseconds. */
type Taken = Map<string, number[]>

export async function measureWorkshop(): Promise<readonly Row[]> {
  const [ours] = KINDS.live
  const server = await ours.start()
  try {
    return await new Scene(server).play()
  } finally {
    await server.stop()
  }
}

class Scene {
  readonly #server: Running
  readonly #taken: Taken = new Map()
  readonly #busy = new Map<string, number>()
  #path = ''

  constructor(server: Running) {
    this.#server = server
  }

  async play(): Promise<readonly Row[]> {
    const origin = `http://127.0.0.1:${this.#server.port}`
    const map = await makeMap(origin, { template: 'example' })
    this.#path = `/api/maps/${map.id}`
    const people = await this.#during('come in and hear', () => this.#gather(map.keys.editor, map.keys.commenter))
    const sockets = await this.#sitAtCanvas(map.id, map.keys.editor)
    const typing = this.#type(sockets)
    const [ana] = people
    if (ana === undefined) throw new Error('nobody came')
    await this.#tell(ana, { type: 'start', programme: 'everyone-writes-it-down' }, 'start')
    for (let n = 0; n < STAGES_BACK_AND_FORTH; n += 1)
      await this.#tellAll(people, { type: n % 2 === 0 ? 'next' : 'back' }, `"index":${(n + 1) % 2}`, 'another stage')
    await this.#tell(ana, { type: 'next' }, 'another stage')
    await this.#during('write', () => this.#write(people))
    await this.#tell(ana, { type: 'next' }, 'another stage')
    await this.#tellAll(people, { type: 'reveal' }, '"tellings":[', 'reveal')
    await this.#tell(ana, { type: 'next' }, 'another stage')
    await this.#during('vote', () => this.#vote(people))
    await this.#tellAll(people, { type: 'close-vote' }, '"counts":{', 'close the vote')
    typing.stop = true
    const memory = (residentBytes(this.#server.pid) / 1024 / 1024).toFixed(0)
    for (const { leave } of people) leave()
    for (const { client } of sockets) client.leave()
    return [...this.#taken].map(([action, ms]) => ({
      action,
      times: String(ms.length),
      'p50 ms': median(ms).toFixed(1),
      'p95 ms': percentile(ms, 0.95).toFixed(1),
      'last ms': Math.max(...ms).toFixed(1),
      'CPU %': this.#busy.get(action)?.toFixed(0) ?? '–',
      'memory MB': memory,
      load: load(),
    }))
  }

  async #gather(editor: string, commenter: string): Promise<readonly Person[]> {
    const keys = [...Array<string>(EDITORS).fill(editor), ...Array<string>(PHONES).fill(commenter)]
    return Promise.all(
      keys.map(async (key, n) => {
        // Within two seconds, as when somebody says: now.
        await pause((n / keys.length) * 2_000)
        const agent = new Agent({ keepAlive: true, maxSockets: 1 })
        const bearer = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
        const voice = ['leadership', 'product', 'marketing', 'sales', 'customer'][n % 5]
        const made = await this.#call(agent, bearer, 'POST', '/people', { name: `Person ${n}`, voice })
        const { token } = JSON.parse(made) as { token: string }
        const headers = { ...bearer, 'x-person': token }
        const began = performance.now()
        const { sees, leave } = await this.#listen(headers, n % LOOKS_EVERY === 0)
        this.#note('come in and hear', performance.now() - began)
        return { headers, agent, sees, leave }
      }),
    )
  }

  /** Resolves with the first event. */
  async #listen(headers: Readonly<Record<string, string>>, looks: boolean): Promise<Pick<Person, 'sees' | 'leave'>> {
    const port = this.#server.port
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const path = `${this.#path}/workshop/events?parts=1`
      const asked = { ...headers, 'accept-encoding': 'gzip' }
      request({ host: '127.0.0.1', port, path, headers: asked, agent: false }, resolve).on('error', reject).end()
    })
    const leave = () => answer.destroy()
    answer.on('error', () => {})
    let waiting: { readonly text: string; readonly seen: (at: number) => void } | null = null
    let before = ''
    await new Promise<void>((resolve) => {
      answer.once('data', () => resolve())
      if (!looks) return
      answer.pipe(createGunzip()).on('data', (chunk: Buffer) => {
        const text = before + chunk.toString()
        // What is looked for may lie across two pieces.
        before = text.slice(-64)
        if (waiting === null || !text.includes(waiting.text)) return
        waiting.seen(performance.now())
        waiting = null
      })
    })
    if (!looks) {
      answer.resume()
      return { sees: null, leave }
    }
    const sees = (text: string) =>
      new Promise<number>((resolve) => {
        before = ''
        waiting = { text, seen: resolve }
      })
    return { sees, leave }
  }

  async #sitAtCanvas(map: string, key: string) {
    const place = { path: `/sync/${map}/canvas?key=${key}&app=1`, document: `${map}/canvas` }
    const { dialect } = KINDS.live[0]
    return Promise.all(
      Array.from({ length: EDITORS }, async (_, n) => {
        const edits = makeEdits(5_000 + n, 200)
        const client = await comeIn(this.#server.port, place, dialect)
        client.socket.send(dialect.update(place.document, edits.first))
        client.socket.discard()
        return { client, frames: edits.updates.map((update) => dialect.update(place.document, update)) }
      }),
    )
  }

  /** A letter a second each, until it is told to stop. */
  #type(sockets: readonly { readonly client: Client; readonly frames: readonly Buffer[] }[]): { stop: boolean } {
    const state = { stop: false }
    const run = async () => {
      for (let n = 0; !state.stop; n += 1)
        for (const { client, frames } of sockets) {
          const frame = frames[n]
          if (frame !== undefined && !state.stop) client.socket.send(frame)
          await pause(1_000 / sockets.length)
        }
    }
    void run()
    return state
  }

  #write(people: readonly Person[]): Promise<unknown> {
    return this.#spread(people, SAVES_EACH, SAVE_EVERY_MS, (person, time) => {
      const answer = answerOf(people.indexOf(person) * SAVES_EACH + time)
      const prompt = PROMPTS[Math.floor((time * PROMPTS.length) / SAVES_EACH)]
      const text = time % 2 === 0 ? answer.slice(0, 60) : answer
      return this.#tell(person, { type: 'write', prompt, text }, 'write')
    })
  }

  async #vote(people: readonly Person[]): Promise<void> {
    const [ana] = people
    if (ana === undefined) return
    const view = JSON.parse(await this.#call(ana.agent, ana.headers, 'GET', '/workshop')) as {
      vote: { about: readonly { id: string }[] }
    }
    const { about } = view.vote
    let next = 0
    await this.#spread(people, DOTS_EACH, DOT_EVERY_MS, (person) => {
      const { id = '' } = about[(next += 7) % about.length] ?? {}
      return this.#tell(person, { type: 'vote', about: id, dots: 1 }, 'vote')
    })
  }

  /** Everybody so many times, each at their own moment. */
  async #spread(
    people: readonly Person[],
    times: number,
    everyMs: number,
    act: (person: Person, time: number) => Promise<void>,
  ): Promise<void> {
    await Promise.all(
      people.map(async (person, n) => {
        const began = performance.now()
        for (let time = 0; time < times; time += 1) {
          const due = began + (time + n / people.length) * everyMs
          await pause(Math.max(0, due - performance.now()))
          await act(person, time)
        }
      }),
    )
  }

  async #tell(person: Person, command: object, action: string): Promise<void> {
    const began = performance.now()
    await this.#call(person.agent, person.headers, 'POST', '/workshop/commands?parts=1', command)
    this.#note(action, performance.now() - began)
  }

  /** The answer, and then when those who look have it before them. */
  async #tellAll(people: readonly Person[], command: object, shows: string, action: string): Promise<void> {
    const [ana] = people
    if (ana === undefined) return
    const began = performance.now()
    const arrivals = Promise.all(people.flatMap(({ sees }) => (sees === null ? [] : [sees(shows)])))
    await this.#tell(ana, command, action)
    for (const at of await soon(arrivals, ARRIVES_WITHIN_MS, action))
      this.#note(`${action}: on every screen`, at - began)
    // Whoever is behind catches up, so that the next one is told from the beginning.
    await pause(1_500)
  }

  async #during<Answer>(action: string, work: () => Promise<Answer>): Promise<Answer> {
    const [cpu, began] = [cpuSeconds(this.#server.pid), performance.now()]
    const answer = await work()
    const seconds = (performance.now() - began) / 1_000
    this.#busy.set(action, ((cpuSeconds(this.#server.pid) - cpu) / seconds) * 100)
    return answer
  }

  #note(action: string, ms: number): void {
    const known = this.#taken.get(action)
    if (known === undefined) this.#taken.set(action, [ms])
    else known.push(ms)
  }

  #call(
    agent: Agent,
    headers: Readonly<Record<string, string>>,
    method: string,
    tail: string,
    body?: object,
  ): Promise<string> {
    const { port } = this.#server
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path: this.#path + tail, method, headers, agent }, (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () => {
          const text = Buffer.concat(pieces).toString()
          if ((answer.statusCode ?? 500) < 300) resolve(text)
          else reject(new Error(`${method} ${tail} was answered with ${answer.statusCode}: ${text.slice(0, 200)}`))
        })
      })
      asked.on('error', reject)
      asked.end(body === undefined ? undefined : JSON.stringify(body))
    })
  }
}
