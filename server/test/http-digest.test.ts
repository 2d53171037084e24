/** The daily mail of a map, from the asking to the leaving, by a real mail server. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DigestAnswer, MadeMap } from '@throughline/shared/protocol'
import { LIMITS } from '@throughline/shared/schema'
import { silentLog } from '../src/log.ts'
import { ASK_AGAIN_MS, FORGET_MS } from '../src/notify/digests.ts'
import { createMailer } from '../src/notify/index.ts'
import { openSqliteStores } from '../src/stores/sqlite/open-sqlite-stores.ts'
import { FakeClock } from './fake-clock.ts'
import { startMailServer, type MailServer } from './mail-server.ts'
import { FRIDGES } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const PUBLIC = 'https://maps.example.org'

let clock: FakeClock
let post: MailServer
let server: TestServer
let folder: string

async function start(): Promise<TestServer> {
  return startTestServer({
    clock,
    publicUrl: PUBLIC,
    mailer: createMailer({ smtpUrl: post.url, from: 'Throughline <maps@example.org>' }),
    stores: await openSqliteStores(folder, silentLog),
  })
}

beforeEach(async () => {
  // A Thursday, noon by UTC.
  clock = new FakeClock(Date.parse('2026-11-26T12:00:00Z'))
  folder = mkdtempSync(join(tmpdir(), 'throughline-digest-'))
  post = await startMailServer()
  server = await start()
})
afterEach(async () => {
  await server.close()
  await post.close()
  rmSync(folder, { recursive: true })
})

interface Reader {
  readonly ask: (address: string) => Promise<Response>
  readonly answer: () => Promise<DigestAnswer>
  readonly leave: () => Promise<Response>
}

async function comes(map: MadeMap, key = map.keys.viewer): Promise<Reader> {
  const made = await server.call('POST', `/api/maps/${map.id}/people`, key, { name: 'Ana' })
  const { token } = (await made.json()) as { token: string }
  const call = (method: string, body?: object) =>
    server.call(method, `/api/maps/${map.id}/digest`, key, body, { 'x-person': token })
  return {
    ask: (address) => call('POST', { address }),
    answer: async () => (await (await call('GET')).json()) as DigestAnswer,
    leave: () => call('DELETE'),
  }
}

async function add(map: MadeMap, statement: string): Promise<void> {
  const answer = await server.call('POST', `/api/maps/${map.id}/import`, map.keys.editor, {
    ...FRIDGES,
    blocks: [{ kind: 'proof', statement }],
  })
  expect(answer.status).toBe(200)
}

const mailed = (n: number) => expect.poll(() => post.mails.length).toBe(n)
/** The link in the newest mail that leads to `what`, as an address of this server. */
function link(what: 'confirm' | 'leave'): string {
  const found = new RegExp(`${PUBLIC}(/mail/${what}\\?\\S+)`).exec(post.mails.at(-1)?.text ?? '')
  return found?.[1] ?? ''
}

async function confirmed(map: MadeMap, address: string, key?: string): Promise<Reader> {
  const before = post.mails.length
  const reader = await comes(map, key)
  expect((await reader.ask(address)).status).toBe(202)
  await mailed(before + 1)
  expect((await server.call('POST', link('confirm'))).status).toBe(200)
  return reader
}

/** Lets so much time pass, and waits until the server has looked once more. */
async function passes(ms: number): Promise<void> {
  const looks = () => server.log.all('daily mails looked at').length
  const before = looks()
  clock.pass(ms)
  await expect.poll(looks).toBeGreaterThan(before)
}

describe('the daily mail', () => {
  test('comes to who has confirmed, once a day, when something has changed, and says what', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    const ana = await confirmed(map, 'ana@example.org')
    expect(await ana.answer()).toEqual({
      available: true,
      at: '07:00 (UTC)',
      mine: { address: 'ana@example.org', confirmed: true },
    })
    await add(map, 'Nine of <ten> & more.')
    await passes(18 * HOUR)
    expect(post.mails).toHaveLength(1)
    await passes(HOUR)
    await mailed(2)
    const mail = post.mails[1]!
    expect(mail.to).toEqual([{ name: '', address: 'ana@example.org' }])
    expect(mail.from).toEqual({ name: 'Throughline', address: 'maps@example.org' })
    expect(mail.subject).toBe('Fridges: 1 block new')
    expect(mail.text?.split('\n').slice(0, 7)).toEqual([
      'Fridges',
      '',
      'Since Thursday 26 November, 12:00 (UTC): 1 block new.',
      '',
      '- New: the proof “Nine of <ten> & more.”',
      '',
      `Open the map: ${PUBLIC}/m/${map.id}`,
    ])
    expect(mail.html).toContain(
      '<li dir="auto" style="margin:0 0 8px">New: the proof “Nine of &lt;ten&gt; &amp; more.”</li>',
    )
    expect(mail.html).not.toMatch(/<img|<script|<link|url\(/)
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value
    expect(header('list-unsubscribe')).toBe(`<${PUBLIC}${link('leave')}>`)
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(header('auto-submitted')).toBe('auto-generated')
    await passes(DAY)
    await passes(DAY)
    await add(map, 'Ten of ten.')
    await passes(DAY)
    await mailed(3)
    expect(post.mails[2]?.text).toContain('Ten of ten.')
    expect(post.mails[2]?.text).not.toContain('Nine of')
  })

  test('goes to no address whose owner has not said yes; following the link alone says nothing', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    const mallory = await comes(map)
    expect((await mallory.ask('somebody@example.org')).status).toBe(202)
    await mailed(1)
    expect(post.mails[0]?.subject).toBe('Daily mail about Fridges: please confirm')
    expect((await mallory.ask('Somebody@Example.org')).status).toBe(202)
    expect((await (await comes(map)).ask('somebody@example.org')).status).toBe(429)
    expect(await (await server.call('GET', link('confirm'))).text()).toContain('<form method="post">')
    await add(map, 'Nine of ten.')
    await passes(2 * DAY)
    expect((await mallory.answer()).mine).toEqual({ address: 'somebody@example.org', confirmed: false })
    expect(post.mails).toHaveLength(1)
    clock.pass(FORGET_MS)
    const other = await comes(map)
    await other.ask('else@example.org')
    await mailed(2)
    expect((await mallory.answer()).mine).toBeNull()
  })

  test('ends by one click of a mail program, by the page, or on the map; the address is gone', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    const [ana, ben, cleo] = [
      await confirmed(map, 'ana@example.org'),
      await confirmed(map, 'ben@example.org'),
      await confirmed(map, 'cleo@example.org'),
    ]
    await add(map, 'Nine of ten.')
    await passes(DAY)
    await mailed(6)
    const bens = post.mails.find(({ to }, index) => index > 2 && to?.[0]?.address === 'ben@example.org')
    const leave = new RegExp(`${PUBLIC}(/mail/leave\\?\\S+)`).exec(bens?.text ?? '')?.[1] ?? ''
    expect(await (await server.call('GET', leave)).text()).toContain('Send no more')
    const oneClick = await fetch(server.url + leave, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(oneClick.status).toBe(200)
    expect((await server.call('POST', leave)).status).toBe(404)
    expect((await ben.answer()).mine).toBeNull()
    await ana.leave()
    await add(map, 'Ten of ten.')
    await passes(DAY)
    await mailed(7)
    expect(post.mails[6]?.to?.[0]?.address).toBe('cleo@example.org')
    await cleo.leave()
    await add(map, 'Eleven.')
    await passes(DAY)
    expect(post.mails).toHaveLength(7)
  })

  test('ends with the key that it was asked for under', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    const made = await server.call('POST', `/api/maps/${map.id}/keys`, map.keys.owner, { role: 'viewer' })
    const { id, key } = (await made.json()) as { id: string; key: string }
    await confirmed(map, 'ana@example.org', key)
    await confirmed(map, 'ben@example.org')
    await server.call('DELETE', `/api/maps/${map.id}/keys/${id}`, map.keys.owner)
    await add(map, 'Nine of ten.')
    await passes(DAY)
    await mailed(3)
    expect(post.mails[2]?.to?.[0]?.address).toBe('ben@example.org')
  })

  test('that the mail server does not take is tried again, over a restart too, and comes once', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    await confirmed(map, 'ana@example.org')
    await add(map, 'Nine of ten.')
    post.refuse(451)
    await passes(DAY)
    await expect.poll(() => server.log.all('daily mail failed').length).toBe(1)
    await server.close()
    server = await start()
    post.refuse(null)
    await passes(10 * 60_000)
    await mailed(2)
    await add(map, 'Ten of ten.')
    await passes(HOUR)
    expect(post.mails).toHaveLength(2)
    await passes(DAY)
    await mailed(3)
    expect(post.mails[2]?.text).not.toContain('Nine of ten.')
    expect(JSON.stringify(server.log.lines)).not.toMatch(/example\.org|token=|Ten of ten/)
  })

  test('that is given up comes with the next one; when others got it, the next one says that one is missing', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    await confirmed(map, 'ana@example.org')
    const triedUntilGivenUp = async (times: number) => {
      while (server.log.all('daily mail given up').length < times) await passes(HOUR)
    }
    await add(map, 'Nine of ten.')
    post.refuse(451)
    await passes(DAY)
    await triedUntilGivenUp(1)
    await passes(HOUR)
    post.refuse(null)
    // Nothing more has changed, and still it comes.
    await passes(DAY)
    await mailed(2)
    expect(post.mails[1]?.text).toContain('Nine of ten.')
    expect(post.mails[1]?.text).not.toContain('could not be delivered')

    await confirmed(map, 'ben@example.org')
    await add(map, 'Ten of ten.')
    post.refuse(451, 'ben@example.org')
    await passes(DAY)
    await triedUntilGivenUp(2)
    await mailed(4)
    post.refuse(null)
    await add(map, 'Eleven of eleven.')
    await passes(DAY)
    await mailed(6)
    const said = new Map(post.mails.slice(4).map(({ to, text }) => [to?.[0]?.address, text]))
    expect([...said.values()].every((text) => text?.includes('Eleven of eleven.'))).toBe(true)
    expect(said.get('ben@example.org')).toContain('The mail before this one could not be delivered.')
    expect(said.get('ana@example.org')).not.toContain('could not be delivered')
  })

  test('is asked for by viewers and more, by people, for real addresses, so many at a time', async () => {
    const map = await server.makeMap({ map: FRIDGES })
    const path = `/api/maps/${map.id}/digest`
    const { reader, viewer } = map.keys
    expect((await server.call('POST', path, reader, { address: 'a@b.example' })).status).toBe(403)
    expect((await server.call('POST', path, null, { address: 'a@b.example' })).status).toBe(401)
    expect((await server.call('POST', path, viewer, { address: 'a@b.example' })).status).toBe(422)
    const ana = await comes(map)
    for (const wrong of ['nobody', 'a@b', 'a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example'])
      expect((await ana.ask(wrong)).status).toBe(422)
    post.refuse(550)
    expect((await ana.ask('gone@example.org')).status).toBe(422)
    post.refuse(451)
    expect((await ana.ask('later@example.org')).status).toBe(503)
    post.refuse(null)
    expect((await ana.answer()).mine).toBeNull()
    for (let n = 0; n < LIMITS.digestUnconfirmed; n += 1)
      expect((await (await comes(map)).ask(`n${n}@example.org`)).status).toBe(202)
    expect((await ana.ask('ana@example.org')).status).toBe(429)
    clock.pass(FORGET_MS)
    expect((await ana.ask('ana@example.org')).status).toBe(202)
    clock.pass(ASK_AGAIN_MS)
    expect((await ana.ask('ana@example.org')).status).toBe(202)
    await mailed(LIMITS.digestUnconfirmed + 2)
  })
})
