/** The daily mail of a map at its edges: a silent mail server, a full list, none at all. */
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DigestAnswer, MadeMap } from '@throughline/shared/protocol'
import { NOTHING_DECIDED, LIMITS, type EpochMs, type MapId } from '@throughline/shared/schema'
import { writeMapState } from '@throughline/shared/versions'
import { createMailer } from '../src/notify/index.ts'
import type { Digest, DigestReader, KeyId } from '../src/stores/index.ts'
import { openMemoryStores } from '../src/stores/memory/open-memory-stores.ts'
import { FakeClock } from './fake-clock.ts'
import { startMailServer, type MailServer } from './mail-server.ts'
import { FRIDGES } from './small-map.ts'
import { startTestServer } from './start-test-server.ts'

const DAY = 24 * 3_600_000
const PUBLIC = 'https://maps.example.org'

let clock: FakeClock
let post: MailServer
beforeEach(async () => {
  clock = new FakeClock()
  post = await startMailServer()
})
afterEach(() => post.close())

test('a mail server that says nothing holds up no stop', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const stores = openMemoryStores()
  const smtpUrl = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const stuck = await startTestServer({
    clock,
    stores,
    publicUrl: PUBLIC,
    mailer: createMailer({ smtpUrl, from: 'a@b.example' }),
  })
  const map = await stuck.makeMap({ map: FRIDGES })
  const [viewer] = (await stores.keys.list(map.id as MapId)).filter(({ role }) => role === 'viewer')
  const told = writeMapState({
    map: { title: 'Then', subject: '', voices: [], blocks: new Map(), links: [], brief: NOTHING_DECIDED },
    drawing: new Map(),
  })
  await stores.digests.put(digestOf(map, [readerOf(0, viewer!.id)]), { told })
  clock.pass(DAY)
  await once(silent, 'connection')
  let closed = false
  const closing = stuck.close().then(() => {
    closed = true
  })
  await expect
    .poll(() => {
      clock.pass(1_000)
      return closed
    })
    .toBe(true)
  await closing
  silent.close()
})

test('at most so many people get the mail of one map', async () => {
  const stores = openMemoryStores()
  const full = await startTestServer({
    clock,
    stores,
    publicUrl: PUBLIC,
    mailer: createMailer({ smtpUrl: post.url, from: 'a@b.example' }),
  })
  const map = await full.makeMap({ map: FRIDGES })
  const path = `/api/maps/${map.id}`
  const made = await full.call('POST', `${path}/people`, map.keys.viewer, { name: 'Ana' })
  const { token } = (await made.json()) as { token: string }
  const ask = () =>
    full.call('POST', `${path}/digest`, map.keys.viewer, { address: 'more@example.org' }, { 'x-person': token })
  const readers = Array.from({ length: LIMITS.digestReaders }, (_, n) => readerOf(n, 'k' as KeyId))
  await stores.digests.put(digestOf(map, readers))
  expect((await ask()).status).toBe(413)
  await stores.digests.put(digestOf(map, readers.slice(1)))
  expect((await ask()).status).toBe(202)
  await full.close()
})

function readerOf(n: number, key: KeyId): DigestReader {
  const [askedAt, confirmedAt, nextAt] = [1, 2, 0].map((ms) => ms as EpochMs)
  return {
    id: `r${n}`,
    address: `n${n}@example.org`,
    token: `t${n}`,
    key,
    person: `p${n}`,
    askedAt: askedAt!,
    confirmedAt: confirmedAt!,
    sentFor: '',
    tries: 0,
    nextAt: nextAt!,
  }
}

function digestOf({ id }: MadeMap, readers: readonly DigestReader[]): Digest {
  return { map: id as MapId, readers, toldAt: 0 as EpochMs, by: [], day: '', nextFrom: null }
}

test('where no mail is sent, nobody can ask for one', async () => {
  const quiet = await startTestServer()
  try {
    const map = await quiet.makeMap({ map: FRIDGES })
    const path = `/api/maps/${map.id}/digest`
    const answer = (await (await quiet.call('GET', path, map.keys.viewer)).json()) as DigestAnswer
    expect(answer).toMatchObject({ available: false, mine: null })
    expect((await quiet.call('POST', path, map.keys.viewer, { address: 'a@b.example' })).status).toBe(403)
  } finally {
    await quiet.close()
  }
})
