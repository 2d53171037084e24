/** Into a workshop by the code on the screen, and how it is guarded. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { JoinAnswer, MadeMap, WorkshopView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { openMemoryStores } from '../src/stores/memory/open-memory-stores.ts'
import { newJoinCode } from '../src/workshop/index.ts'
import { FakeClock } from './fake-clock.ts'
import { startTestServer } from './start-test-server.ts'
import { meeting, START, writes } from './workshop-world.ts'

const stores = openMemoryStores()
const clock = new FakeClock()
const server = await startTestServer({ stores, clock, trustProxy: true })
afterAll(() => server.close())

let address = 0
const from = (who: string) => ({ 'x-forwarded-for': who })
const join = (code: unknown, headers: Record<string, string> = from(`10.0.0.${address}`)) =>
  server.call('POST', '/api/join', null, { code }, headers)
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const statuses = async (calls: readonly Promise<Response>[]) => (await Promise.all(calls)).map(({ status }) => status)

let map: MadeMap
let code: string
beforeEach(async () => {
  address += 1
  map = await server.makeMap()
  const made = newJoinCode(map.id as MapId, clock.now())
  ;({ code } = made)
  await stores.workshops.save(map.id as MapId, { run: '1', state: '{}', code: made })
})

test('a code opens its map for a commenter, however it is typed', async () => {
  const answer = await join(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)} `)
  expect(answer.status).toBe(200)
  expect((await answer.json()) as JoinAnswer).toMatchObject({ map: map.id, role: 'commenter', person: null })
  expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax/)
  const session = await server.call('GET', `/api/session/${map.id}`, null, undefined, { cookie: cookieOf(answer) })
  expect(await session.json()).toMatchObject({ role: 'commenter' })
  const keys = (await (await server.call('GET', `/api/maps/${map.id}/keys`, map.keys.owner)).json()) as {
    keys: readonly { label: string; role: string }[]
  }
  expect(keys.keys).toContainEqual(expect.objectContaining({ label: 'Workshop code', role: 'commenter' }))
})

test('a code that is over, or whose key is revoked, leads nowhere; who is in stays in', async () => {
  const cookie = cookieOf(await join(code))
  const found = await stores.workshops.byCode(code)
  await stores.workshops.save(map.id as MapId, { run: '1', state: '{}', code: null })
  expect((await join(code)).status).toBe(404)
  const session = () => server.call('GET', `/api/session/${map.id}`, null, undefined, { cookie })
  expect((await session()).status).toBe(200)
  const again = newJoinCode(map.id as MapId, clock.now())
  await stores.workshops.save(map.id as MapId, { run: '1', state: '{}', code: again })
  expect((await join(again.code)).status).toBe(200)
  for (const key of [again.key.id, found!.key])
    await server.call('DELETE', `/api/maps/${map.id}/keys/${key}`, map.keys.owner)
  expect((await join(again.code)).status).toBe(404)
  expect((await session()).status).toBe(403)
})

test('who may do more already stays who they are; who may do less comes in', async () => {
  const open = async (key: string) =>
    cookieOf(await server.call('POST', '/api/session', null, { map: map.id, key }, { origin: server.url }))
  const owner = await join(code, { cookie: await open(map.keys.owner) })
  expect([owner.headers.getSetCookie(), ((await owner.json()) as JoinAnswer).role]).toEqual([[], 'owner'])
  const viewer = await join(code, { cookie: await open(map.keys.viewer) })
  expect(((await viewer.json()) as JoinAnswer).role).toBe('commenter')
  expect(viewer.headers.getSetCookie()).toHaveLength(1)
})

describe('guessing', () => {
  const wrong = (n: number, headers?: Record<string, string>) =>
    statuses(Array.from({ length: n }, () => join('CCCCCC', headers)))

  test('ends after ten wrong ones a minute, for right ones too, until the minute is over', async () => {
    expect(await wrong(9)).toEqual(Array<number>(9).fill(404))
    clock.pass(20_000)
    expect(await wrong(2)).toEqual([404, 429])
    const refused = await join(code)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40'])
    clock.pass(39_000)
    expect((await join(code)).status).toBe(429)
    clock.pass(1_000)
    expect((await join(code)).status).toBe(200)
    expect(await wrong(10)).toEqual([...Array<number>(9).fill(404), 429])
  })

  test('many at once are not all the first, and what is no code at all counts', async () => {
    const mixed = Array.from({ length: 30 }, (_, n) => join(n % 2 === 0 ? 'CCCCCC' : 'zero'))
    expect((await statuses(mixed)).filter((status) => status === 404)).toHaveLength(10)
  })

  test('is counted by address, of IPv6 by network, and a room that joins behind one is not guessing', async () => {
    expect(await wrong(11, from('2001:db8:1:2::7'))).toContain(429)
    expect((await join(code, from('2001:db8:1:2:ffff::1'))).status).toBe(429)
    expect((await join(code, from('2001:db8:1:3::7'))).status).toBe(200)
    expect((await join(code, from('::ffff:10.9.9.9'))).status).toBe(200)
    expect(new Set(await statuses(Array.from({ length: 60 }, () => join(code))))).toEqual(new Set([200]))
  })
})

test('a page of another server joins nobody, and a code stands in no line of the log', async () => {
  const foreign = await join(code, { origin: 'https://elsewhere.example' })
  expect([foreign.status, foreign.headers.getSetCookie()]).toEqual([403, []])
  expect(await statuses([join(''), join(7), server.call('POST', '/api/join', null, { kode: code })])).toEqual([
    422, 422, 422,
  ])
  expect((await server.call('POST', `/j/${code}`)).status).toBe(405)
  expect((await server.call('PUT', `/j/${code}/more`)).status).toBeGreaterThan(400)
  expect(JSON.stringify(server.log.lines)).not.toContain(code)
  expect(JSON.stringify(server.log.lines)).toContain('/j/…')
})

describe('a workshop that runs', () => {
  test('shows its code to those who facilitate, alone, until it ends', async () => {
    const { world, ana, ben } = await meeting(server)
    const { join: shown } = await world.sees(ana)
    expect(shown).toEqual({ code: expect.stringMatching(/^\w{6}$/) as string, url: `/j/${shown?.code}` })
    expect((await world.sees(ben)).join).toBeNull()
    expect((await world.tells(ana, { type: 'promote', person: ben.id })).join).toEqual(shown)
    expect((await world.sees(ben)).join).toEqual(shown)
    const answer = await join(shown!.code)
    expect(((await answer.json()) as JoinAnswer).map).toBe(world.map.id)
    const come = { cookie: cookieOf(answer), origin: server.url }
    await world.tells(ana, { type: 'next' })
    const wrote = await server.call('POST', world.path('/commands'), null, writes('By code.'), come)
    const view = (await wrote.json()) as WorkshopView
    expect(view.prompts.map(({ mine }) => mine)).toContain('By code.')
    expect((await world.tells(ana, { type: 'end' })).join).toBeNull()
    expect((await join(shown!.code)).status).toBe(404)
    const next = (await world.tells(ana, START)).join
    expect(next?.code).not.toBe(shown?.code)
    expect((await join(next!.code)).status).toBe(200)
    expect(JSON.stringify(server.log.lines)).not.toMatch(new RegExp(`${shown!.code}|${next!.code}`))
  })

  test('has nobody among its people who has come by a code and not said a name yet', async () => {
    const { world, ana } = await meeting(server)
    const { join: shown } = await world.sees(ana)
    const cookie = cookieOf(await join(shown!.code))
    const view = (await (await server.call('GET', world.path(), null, undefined, { cookie })).json()) as WorkshopView
    expect([view.state, view.people.map(({ name }) => name)]).toEqual(['running', ['Ana']])
    const people = `/api/maps/${world.map.id}/people`
    const named = await server.call('POST', people, null, { name: 'Dilan' }, { cookie, origin: server.url })
    const both = { cookie: `${cookie}; ${cookieOf(named)}` }
    await server.call('GET', world.path(), null, undefined, both)
    expect((await world.sees(ana)).people.map(({ name }) => name)).toEqual(['Ana', 'Dilan'])
  })

  test('keeps its code over a restart of the server', async () => {
    const { world, ana } = await meeting(server)
    const { join: shown } = await world.sees(ana)
    const second = await startTestServer({ stores: { ...stores, close: async () => {} } })
    const again = await second.call('GET', world.path(), ana.key, undefined, { 'x-person': ana.token })
    expect(((await again.json()) as WorkshopView).join).toEqual(shown)
    expect((await second.call('POST', '/api/join', null, { code: shown!.code })).status).toBe(200)
    await second.close()
  })
})
