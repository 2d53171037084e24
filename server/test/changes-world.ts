/** A server with a clock in the hand, one map, and people who come, write and go, for the tests of what has changed: all anew for each. */
import { afterEach, beforeEach, expect } from 'vitest'
import type { ChangesAnswer, MadeMap, MadePerson } from '@throughline/shared/protocol'
import type { MapFile } from '@throughline/shared/map-file'
import * as Y from 'yjs'
import { FakeClock } from './fake-clock.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { joinAs, type StockPeer } from './stock-peer.ts'

export const DAY_MS = 24 * 3_600_000

export let clock: FakeClock
export let server: TestServer
export let map: MadeMap
beforeEach(async () => {
  clock = new FakeClock()
  server = await startTestServer({ clock })
  map = await server.makeMap({ map: FILE })
})
afterEach(() => server.close())

export const FILE = {
  format: 'throughline-map',
  version: 1,
  title: 'A map',
  blocks: [
    { id: 'why', kind: 'purpose', statement: 'Nothing spoils.' },
    { id: 'fast', kind: 'value', statement: 'It is fast.' },
    { id: 'nine', kind: 'proof', statement: 'Nine of ten.', fields: { reviewBy: '2023-11-20' } },
  ],
  links: [{ from: 'why', to: 'fast' }],
}

export type Role = keyof MadeMap['keys']

export async function nobodyIsConnected(): Promise<void> {
  const connections = async () => {
    const text = await (await server.call('GET', '/metrics')).text()
    return /throughline_connections (\d+)/.exec(text)?.[1]
  }
  await expect.poll(connections).toBe('0')
}

export async function untilThere(isThere: (file: MapFile) => boolean): Promise<void> {
  const look = async () => {
    clock.pass(20)
    const answer = await server.call('GET', `/api/maps/${map.id}`, map.keys.viewer)
    return isThere((await answer.json()) as MapFile)
  }
  await expect.poll(look).toBe(true)
}

export async function readChanges(answer: Response): Promise<ChangesAnswer> {
  expect(answer.status).toBe(200)
  return (await answer.json()) as ChangesAnswer
}

/** Somebody with a browser. */
export class Visitor {
  readonly #key: string
  readonly #token: string
  #peer: StockPeer | null = null

  private constructor(key: string, token: string) {
    this.#key = key
    this.#token = token
  }

  static async named(name: string, role: Role = 'editor'): Promise<Visitor> {
    const answer = await server.call('POST', `/api/maps/${map.id}/people`, map.keys[role], { name })
    return new Visitor(map.keys[role], ((await answer.json()) as MadePerson).token)
  }

  async comes(): Promise<void> {
    this.#peer = joinAs(server.socketUrl, `${map.id}/canvas`, { key: this.#key, person: this.#token })
    await this.#peer.synced
  }

  async goes(): Promise<void> {
    this.#peer?.leave()
    await nobodyIsConnected()
  }

  async changes(since: number | 'last' = 'last'): Promise<ChangesAnswer> {
    const path = `/api/maps/${map.id}/changes?since=${since}`
    const answer = await server.call('GET', path, this.#key, undefined, { 'x-person': this.#token })
    return readChanges(answer)
  }

  /** Writes, and waits until the server has it. */
  async does(work: (doc: Y.Doc) => void, isDone: (file: MapFile) => boolean): Promise<void> {
    const { doc } = this.#peer!
    doc.transact(() => work(doc))
    await untilThere(isDone)
  }

  rewords(id: string, statement: string): Promise<void> {
    return this.does(
      (doc) => {
        const fragment = doc.getXmlFragment(`text:${id}:statement`)
        fragment.delete(0, fragment.length)
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText(statement)])
        fragment.insert(0, [paragraph])
      },
      ({ blocks }) => blocks.some((block) => block.id === id && block.statement === statement),
    )
  }

  sets(id: string, key: string, value: unknown, isDone: (file: MapFile) => boolean): Promise<void> {
    return this.does((doc) => void (doc.getMap('blocks').get(id) as Y.Map<unknown>).set(key, value), isDone)
  }
}
