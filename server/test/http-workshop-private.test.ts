/** The HTTP contract: what is private in a workshop, what goes onto the map, who listens, and a restart. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Brief } from '@throughline/shared/brief'
import { hear, viewOf, type Heard, type WorkshopNews } from '@throughline/shared/workshop-parts'
import { openSqliteStores } from '../src/stores/sqlite/open-sqlite-stores.ts'
import { LogSink } from './log-sink.ts'
import { startProcess } from './start-process.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { joinAs } from './stock-peer.ts'
import { bare, meeting, START, withDatabase, WorkshopWorld, writes } from './workshop-world.ts'

let server: TestServer
beforeAll(async () => {
  server = await withDatabase()
})
afterAll(() => server.close())

describe('private writing', () => {
  test('is each person’s own, also of two on one link and of a key without a person', async () => {
    const { world, ana, ben, cleo } = await meeting(server, 1)
    const nobody = bare(ben.key)
    const texts = new Map([
      [ben, 'Ben’s own words'],
      [cleo, 'Cleo’s own words'],
      [nobody, 'Words of the link'],
    ])
    for (const [who, text] of texts) expect((await world.tells(who, writes(text))).prompts[1]?.mine).toBe(text)
    for (const [who, text] of texts) {
      const view = await world.sees(who)
      expect(view.prompts[1]).toMatchObject({ mine: text, written: 3, tellings: null })
      for (const other of [...texts.values()].filter((one) => one !== text))
        expect(JSON.stringify(view)).not.toContain(other)
    }
    expect((await world.sees(ana)).prompts[1]).toMatchObject({ mine: '', written: 3, tellings: null })
    expect(await world.refused(ben, writes('Where?', 'nothing'))).toEqual([409, 'no-such-prompt'])
    expect((await world.refused(ben, writes('x'.repeat(2_001))))[0]).toBe(422)
  })

  test('is in no byte that anybody else receives before the reveal, and in everybody’s after', async () => {
    const { world, ana, ben, cleo } = await meeting(server, 1)
    const peer = joinAs(server.socketUrl, `${world.map.id}/canvas`, { key: world.map.keys.editor })
    await peer.synced
    const [anas, bens, cleos] = [ana, ben, cleo].map((who) => world.listens(who))
    // As the pages listen: to what is new alone.
    const inParts = world.listens(cleo, '?parts=1')
    await expect.poll(() => [anas, bens, cleos, inParts].every((one) => one!.last !== undefined)).toBe(true)
    const headers = await anas!.headers
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(headers.get('x-accel-buffering')).toBe('no')
    expect(headers.get('content-encoding')).toBeNull()
    await world.tells(ben, writes('Naturally nobody-else-reads-this'))
    await world.tells(cleo, writes('Naturally this-is-cleos'))
    await world.tells(ana, { type: 'next' })
    for (const one of [anas, bens, cleos]) await expect.poll(() => one!.last?.stage?.kind).toBe('reveal')
    expect(bens!.last!.prompts[1]).toMatchObject({
      mine: 'Naturally nobody-else-reads-this',
      written: 2,
      tellings: null,
    })
    expect(anas!.bytes + cleos!.bytes + inParts.bytes).not.toContain('nobody-else-reads-this')
    expect(anas!.bytes + bens!.bytes).not.toContain('this-is-cleos')
    const before = await server.call('GET', `/metrics`)
    expect(await before.text()).not.toContain('Naturally')
    await world.tells(ana, { type: 'reveal', prompt: 'value' })
    for (const one of [anas, bens, cleos, inParts])
      await expect.poll(() => one!.bytes).toMatch(/tellings":\[.*nobody-else-reads-this/)
    expect(cleos!.last!.prompts[1]!.tellings!.map(({ voice, text, name }) => [voice, text, name])).toEqual([
      ['sales', 'Naturally nobody-else-reads-this', undefined],
      [null, 'Naturally this-is-cleos', undefined],
    ])
    expect(cleos!.last!.prompts[0]!.tellings).toBeNull()
    // Nothing is on the map by itself, nor in the log.
    expect(JSON.stringify(peer.doc.toJSON())).not.toContain('Naturally')
    expect(JSON.stringify(server.log)).not.toContain('Naturally')
    expect((await world.tells(cleo, writes('Naturally, later'))).prompts[1]!.tellings![1]).toMatchObject({ late: true })
    await expect.poll(() => inParts.bytes).toContain('Naturally, later')
    const news = inParts.bytes
      .split('\n\n')
      .map((one) => (one === '' ? null : (JSON.parse(one.slice(6)) as WorkshopNews)))
    const heard = news.reduce<Heard | null>((so, one) => (one === null ? so : hear(so, one)), null)!
    const { now: _, ...seen } = viewOf(heard.parts, heard.moment)
    expect(await world.sees(cleo)).toMatchObject(seen)
    for (const one of [anas, bens, cleos, inParts]) one!.leave()
    peer.leave()
  })
})

describe('from the workshop to the map', () => {
  test('revealed writing is adopted once as a block, and as what its voice tells', async () => {
    const { world, ana, ben, cleo, file } = await meeting(server, 1)
    await world.tells(ben, writes('It is quick.'))
    await world.tells(cleo, writes('Of no voice.'))
    await world.tells(ana, { type: 'reveal' })
    const [bens, cleos] = (await world.sees(ana)).prompts[1]!.tellings!.map(({ writing }) => writing)
    const before = (await file()).blocks.length
    await Promise.all([ana, ana, cleo].map((who) => world.tells(who, { type: 'adopt', writing: bens })))
    const after = await file()
    expect(after.blocks).toHaveLength(before + 1)
    const adopted = after.blocks.find(({ statement }) => statement === 'It is quick.')!
    expect(adopted).toMatchObject({ kind: 'value', status: 'draft' })
    const view = await world.tells(ana, { type: 'adopt', writing: bens, block: 'fast' })
    expect(view.prompts[1]!.tellings![0]!.adopted).toEqual([adopted.id, 'fast'])
    expect((await file()).blocks.find(({ id }) => id === 'fast')?.tellings).toEqual({ sales: 'It is quick.' })
    expect(await world.refused(ana, { type: 'adopt', writing: cleos, block: 'fast' })).toEqual([409, 'no-voice'])
    expect(await world.refused(ana, { type: 'adopt', writing: 'nothing' })).toEqual([409, 'nothing-there'])
    expect(await world.refused(ana, { type: 'adopt', writing: bens, block: 'nothing' })).toEqual([409, 'nothing-there'])
  })

  test('a wording is agreed on by those who are there, and a dissent stands among what is open', async () => {
    const { world, ana, ben, file } = await meeting(server, 4)
    const listening = world.listens(ben)
    await expect.poll(() => listening.last?.people.filter(({ here }) => here).map(({ name }) => name)).toEqual(['Ben'])
    await world.tells(ana, { type: 'decide', about: 'fast', text: 'Quick, and it lasts.' })
    expect((await file()).blocks.find(({ id }) => id === 'fast')).toMatchObject({
      statement: 'Quick, and it lasts.',
      status: 'agreed',
      agreed: { statement: 'Quick, and it lasts.' },
    })
    for (const text of ['Not at all.', 'It is slow.']) await world.tells(ben, { type: 'dissent', about: 'fast', text })
    const answer = await server.call('GET', `/api/maps/${world.map.id}/brief?dissent=1`, ana.key)
    const open = ((await answer.json()) as Brief).sections.flatMap(({ items }) => items.map(({ open: one }) => one))
    expect(open.join(' ')).toContain('Ben would say: “It is slow.”')
    expect(open.join(' ')).not.toContain('Not at all.')
    for (const type of ['decide', 'dissent'])
      expect(await world.refused(ana, { type, about: 'nothing', text: 'What?' })).toEqual([409, 'nothing-there'])
    listening.leave()
    await expect.poll(async () => (await world.sees(ana)).people.some(({ here }) => here)).toBe(false)
  })
})

describe('those who listen', () => {
  test('are told at once and of every change, and that others are here, by stream or by socket', async () => {
    const { world, ana, ben } = await meeting(server)
    const bens = world.listens(ben)
    await expect.poll(() => bens.views.length).toBeGreaterThan(0)
    const sameAsAsked = { ...(await world.sees(ben)), now: 0, people: [] }
    expect({ ...bens.views[0], now: 0, people: [] }).toEqual(sameAsAsked)
    const peer = joinAs(server.socketUrl, `${world.map.id}/canvas`, { key: ana.key, person: ana.token })
    await expect.poll(() => bens.last?.people.map(({ here }) => here)).toEqual([true, true])
    peer.leave()
    await expect.poll(() => bens.last?.people.map(({ here }) => here)).toEqual([false, true])
    await world.tells(ana, { type: 'bring', about: 'fast' })
    await expect.poll(() => bens.last?.brought?.about).toBe('fast')
    const count = bens.views.length
    await world.tells(ben, { type: 'hand', up: true })
    await expect.poll(() => bens.last?.people[1]?.hand).toBe(true)
    expect(bens.views.length).toBe(count + 1)
    bens.leave()
  })

  test('take part from the beginning, when they waited for it', async () => {
    const { world, ana, ben } = await meeting(server, -1)
    const bens = world.listens(ben)
    await expect.poll(() => bens.last?.state).toBe('none')
    expect((await world.tells(ana, START)).people.map(({ name }) => name)).toEqual(['Ana', 'Ben'])
    await expect.poll(() => bens.last?.state).toBe('running')
    bens.leave()
  })

  test('are let go when their key is revoked, and when the map is deleted', async () => {
    const { world, ana, ben } = await meeting(server)
    const [anas, bens] = [world.listens(ana), world.listens(ben)]
    await expect.poll(() => [anas.last, bens.last].every((one) => one !== undefined)).toBe(true)
    const path = `/api/maps/${world.map.id}`
    const { owner } = world.map.keys
    const { keys } = (await (await server.call('GET', `${path}/keys`, owner)).json()) as {
      keys: { id: string; role: string }[]
    }
    const commenters = keys.find(({ role }) => role === 'commenter')!
    await server.call('DELETE', `${path}/keys/${commenters.id}`, owner)
    await expect.poll(() => bens.ended).toBe(true)
    expect(anas.ended).toBe(false)
    expect((await world.send(ben, writes('Still here?'))).status).toBe(403)
    await server.call('DELETE', path, owner)
    await expect.poll(() => anas.ended).toBe(true)
    expect((await world.send(ana, { type: 'next' })).status).toBe(404)
  })

  test('are let go within a second of the end of their key', async () => {
    const { world } = await meeting(server)
    const path = `/api/maps/${world.map.id}/keys`
    const made = await server.call('POST', path, world.map.keys.owner, {
      role: 'commenter',
      expiresAt: Date.now() + 700,
    })
    const brief = world.listens(bare(((await made.json()) as { key: string }).key))
    await expect.poll(() => brief.last !== undefined).toBe(true)
    await expect.poll(() => brief.ended, { timeout: 3_000 }).toBe(true)
  })
})

describe('a restart', () => {
  test('in mid-stage loses nothing, and open votes count right after it', async () => {
    const own = await mkdtemp(join(tmpdir(), 'throughline-restart-'))
    const open = async () => startTestServer({ stores: await openSqliteStores(own, new LogSink()) })
    const first = await open()
    const { world, ana, ben, cleo } = await meeting(first, 1)
    await world.tells(ben, writes('Ben’s own words'))
    await world.tells(ana, { type: 'next' })
    await world.tells(ana, { type: 'next' })
    await world.tells(ben, { type: 'vote', about: 'fast', dots: 2 })
    const before = await world.sees(ben)
    const listening = world.listens(ben)
    await expect.poll(() => listening.last !== undefined).toBe(true)
    const stopping = Date.now()
    await first.close()
    // Nobody who listens is waited for.
    expect(Date.now() - stopping).toBeLessThan(2_500)
    expect(listening.ended).toBe(true)
    const second = await open()
    const again = new WorkshopWorld(second, world.map)
    expect({ ...(await again.sees(ben)), now: 0 }).toEqual({ ...before, now: 0 })
    await again.tells(ben, { type: 'vote', about: 'fast', dots: 2 })
    await again.tells(cleo, { type: 'vote', about: 'fast', dots: 1 })
    expect((await again.tells(ana, { type: 'close-vote' })).vote).toMatchObject({ counts: { fast: 3 }, voted: 2 })
    expect((await again.sees(cleo)).prompts[1]).toMatchObject({ mine: '', written: 1, tellings: null })
    await second.close()
    await rm(own, { recursive: true })
  })
})

test('a server that is killed has lost no dot that it has taken, and counts none twice', async () => {
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'throughline-killed-'))
  const first = await startProcess({ DATA_DIR })
  const world = await WorkshopWorld.at(first.url)
  const { editor, commenter } = world.map.keys
  const ana = await world.person('Ana', editor)
  const voters = await Promise.all(['Ben', 'Cleo', 'Dora', 'Emil'].map((name) => world.person(name, commenter)))
  await world.tells(ana, START)
  for (const _ of [1, 2, 3]) await world.tells(ana, { type: 'next' })
  const dots = { type: 'vote', about: 'fast', dots: 2 }
  await Promise.all(voters.flatMap((who) => [world.tells(who, dots), world.tells(who, dots)]))
  await world.tells(voters[0]!, writes('Kept over a kill'))
  await first.end('SIGKILL')
  const second = await startProcess({ DATA_DIR })
  const again = await WorkshopWorld.at(second.url, world.map)
  // The same once more: nobody knows which answer got lost.
  await Promise.all(voters.map((who) => again.tells(who, dots)))
  expect((await again.sees(voters[0]!)).prompts[1]!.mine).toBe('Kept over a kill')
  expect((await again.tells(ana, { type: 'close-vote' })).vote).toMatchObject({
    counts: { fast: 8 },
    voted: 4,
    thin: false,
  })
  await second.end('SIGTERM')
  expect(second.lines.join('\n') + first.lines.join('\n')).not.toContain('Kept over')
  await rm(DATA_DIR, { recursive: true })
}, 30_000)
