/** People in a workshop, by HTTP alone: what they say, what they are answered, and every byte that they are sent. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MapFile } from '@throughline/shared/map-file'
import type { MadeMap, Problem, WorkshopView } from '@throughline/shared/protocol'
import { openSqliteStores } from '../src/stores/sqlite/open-sqlite-stores.ts'
import { LogSink } from './log-sink.ts'
import { callsTo, startTestServer, type TestServer } from './start-test-server.ts'

/** A server with a database of its own, which goes with it. */
export async function withDatabase(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-workshop-'))
  const server = await startTestServer({ stores: await openSqliteStores(folder, new LogSink()) })
  const close = async (): Promise<void> => {
    await server.close()
    await rm(folder, { recursive: true })
  }
  return { ...server, close }
}

/** Where it happens: a server of this process, or one of its own. */
export type Place = Pick<TestServer, 'url' | 'call'>

export const FILE = {
  format: 'throughline-map',
  version: 1,
  title: 'A map',
  blocks: [
    { id: 'fast', kind: 'value', statement: 'It is fast.', tellings: { sales: 'Quick.' } },
    { id: 'them', kind: 'audience', statement: 'Bakers.' },
  ],
  links: [{ from: 'fast', to: 'them' }],
}

/** `''` is the caller's key without a person. */
export interface Who {
  readonly key: string
  readonly token: string
  readonly id: string
}

export class Listener {
  /** All that came, as it came. */
  bytes = ''
  ended = false
  readonly #stop = new AbortController()
  readonly headers: Promise<Headers>

  constructor(url: string, headers: Record<string, string>) {
    this.headers = this.#read(url, headers)
  }

  get views(): readonly WorkshopView[] {
    return [...this.bytes.matchAll(/^data: (.*)\n\n/gm)].map(([, json = '']) => JSON.parse(json) as WorkshopView)
  }

  get last(): WorkshopView | undefined {
    return this.views.at(-1)
  }

  leave(): void {
    this.#stop.abort()
  }

  async #read(url: string, headers: Record<string, string>): Promise<Headers> {
    const answer = await fetch(url, { headers, signal: this.#stop.signal })
    if (answer.status !== 200 || answer.body === null) throw new Error(`answered with ${answer.status}`)
    const pump = async (body: ReadableStream<Uint8Array>) => {
      const decoder = new TextDecoder()
      for await (const chunk of body) this.bytes += decoder.decode(chunk, { stream: true })
    }
    void pump(answer.body)
      .catch(() => {})
      .finally(() => {
        this.ended = true
      })
    return answer.headers
  }
}

export class WorkshopWorld {
  readonly server: Place
  readonly map: MadeMap

  constructor(server: Place, map: MadeMap) {
    this.server = server
    this.map = map
  }

  static async make(server: TestServer): Promise<WorkshopWorld> {
    return new WorkshopWorld(server, await server.makeMap({ map: FILE }))
  }

  /** On a server of its own, and there on a map of before. */
  static async at(url: string, map?: MadeMap): Promise<WorkshopWorld> {
    const call = callsTo(url)
    const made = map ?? ((await (await call('POST', '/api/maps', null, { map: FILE })).json()) as MadeMap)
    return new WorkshopWorld({ url, call }, made)
  }

  async person(name: string, key: string, voice?: string): Promise<Who> {
    const path = `/api/maps/${this.map.id}/people`
    const made = await this.server.call('POST', path, key, { name, ...(voice === undefined ? {} : { voice }) })
    return { key, ...((await made.json()) as { id: string; token: string }) }
  }

  path(tail = ''): string {
    return `/api/maps/${this.map.id}/workshop${tail}`
  }

  async sees(who: Who): Promise<WorkshopView> {
    return (await (await this.server.call('GET', this.path(), who.key, undefined, shows(who))).json()) as WorkshopView
  }

  send(who: Who, command: object): Promise<Response> {
    return this.server.call('POST', this.path('/commands'), who.key, command, shows(who))
  }

  /** Answered with 200, else it throws. */
  async tells(who: Who, command: object): Promise<WorkshopView> {
    const answer = await this.send(who, command)
    if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as WorkshopView
  }

  /** Status and reason. */
  async refused(who: Who, command: object): Promise<readonly [number, string | undefined]> {
    const answer = await this.send(who, command)
    const { reason, detail } = (await answer.json()) as Problem
    if (answer.status < 500 && !/[.;]/.test(detail)) throw new Error('says nothing')
    return [answer.status, reason]
  }

  listens(who: Who, query = ''): Listener {
    const url = this.server.url + this.path(`/events${query}`)
    return new Listener(url, { authorization: `Bearer ${who.key}`, ...shows(who) })
  }
}

function shows({ token }: Who): Record<string, string> {
  return token === '' ? {} : { 'x-person': token }
}

export const START = { type: 'start', programme: 'everyone-writes-it-down' }

/** The caller's key without a person. */
export const bare = (key: string): Who => ({ key, token: '', id: '' })
export const writes = (text: string, prompt = 'value') => ({ type: 'write', prompt, text })

/** Ana has an editor's key and starts, unless `stages` is below 0; Ben and Cleo are two people on one link. */
export async function meeting(server: TestServer, stages = 0) {
  const world = await WorkshopWorld.make(server)
  const { editor, commenter } = world.map.keys
  const ana = await world.person('Ana', editor, 'leadership')
  const ben = await world.person('Ben', commenter, 'Sales')
  const cleo = await world.person('Cleo', commenter)
  if (stages >= 0) await world.tells(ana, START)
  for (let n = 0; n < stages; n += 1) await world.tells(ana, { type: 'next' })
  const file = async () => (await (await server.call('GET', `/api/maps/${world.map.id}`, editor)).json()) as MapFile
  return { world, ana, ben, cleo, file }
}
