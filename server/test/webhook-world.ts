/** A server on disk, a clock in the hand and a receiver at the other end, for the tests of webhooks: all anew for each. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { webhookMessage, type MadeMap, type WebhookAnswer } from '@throughline/shared/protocol'
import type { AppDeps } from '../src/app.ts'
import { silentLog } from '../src/log.ts'
import { readNetworks } from '../src/notify/index.ts'
import { openSqliteStores } from '../src/stores/sqlite/open-sqlite-stores.ts'
import { REST_MS } from '../src/versions/watch-rest.ts'
import { FakeClock } from './fake-clock.ts'
import { FRIDGES } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { startReceiver, type Receiver } from './webhook-receiver.ts'

export const HOUR = 3_600_000

export let clock: FakeClock
export let receiver: Receiver
export let server: TestServer
let folder: string
const networks = { webhookNetworks: readNetworks('127.0.0.1')! }

async function start(given: Partial<AppDeps> = {}): Promise<TestServer> {
  return startTestServer({ clock, ...networks, stores: await openSqliteStores(folder, silentLog), ...given })
}

/** Ends the server and starts another on the same folder. `between` happens while none is there. */
export async function restart(given: Partial<AppDeps> = {}, between: () => void = () => {}): Promise<void> {
  await server.close()
  between()
  server = await start(given)
}

beforeEach(async () => {
  clock = new FakeClock()
  folder = mkdtempSync(join(tmpdir(), 'throughline-webhook-'))
  receiver = await startReceiver()
  server = await start()
})
afterEach(async () => {
  await server.close()
  await receiver.close()
  rmSync(folder, { recursive: true })
})

export const at = (map: MadeMap, more = '') => `/api/maps/${map.id}/webhook${more}`
export const read = async (map: MadeMap) =>
  (await (await server.call('GET', at(map), map.keys.owner)).json()) as WebhookAnswer
export const set = async (map: MadeMap, given: object = { url: receiver.url }) =>
  (await (await server.call('PUT', at(map), map.keys.owner, given)).json()) as WebhookAnswer

export async function add(map: MadeMap, statement: string): Promise<void> {
  const block = { kind: 'proof', statement }
  const answer = await server.call('POST', `/api/maps/${map.id}/import`, map.keys.editor, {
    ...FRIDGES,
    blocks: [block],
  })
  expect(answer.status).toBe(200)
}

export async function rest(messages: number): Promise<void> {
  clock.pass(REST_MS)
  await arrived(messages)
}

/** Lets the message that is due now be sent. */
export async function arrived(messages: number): Promise<void> {
  await expect
    .poll(() => {
      clock.pass(0)
      return receiver.received.length
    })
    .toBe(messages)
}

export const messages = () => receiver.received.map(({ body }) => webhookMessage.parse(JSON.parse(body)))
export const ids = () => receiver.received.map(({ headers }) => headers['webhook-id'])
