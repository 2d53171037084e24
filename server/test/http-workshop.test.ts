/** The HTTP contract: the workshop of a map, on a server with a database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { VersionList } from '@throughline/shared/protocol'
import { PROGRAMMES } from '@throughline/shared/workshop'
import type { TestServer } from './start-test-server.ts'
import { bare, meeting, START, withDatabase, writes } from './workshop-world.ts'

const MINUTE = 60_000

let server: TestServer
beforeAll(async () => {
  server = await withDatabase()
})
afterAll(() => server.close())

describe('a workshop', () => {
  test('is none before somebody starts it', async () => {
    const { world, ben } = await meeting(server, -1)
    expect(await world.sees(ben)).toMatchObject({
      state: 'none',
      now: expect.closeTo(Date.now(), -4) as number,
      title: 'A map',
      stage: null,
      me: { person: ben.id, facilitator: false },
      people: [],
      prompts: [],
      vote: null,
    })
    expect(await world.refused(ben, writes('Early.'))).toEqual([409, 'not-running'])
  })

  test('is for commenters and above, and started by editors', async () => {
    const { world } = await meeting(server, -1)
    const { keys, id } = world.map
    const other = await server.makeMap()
    const calls = [
      ['GET', '', undefined],
      ['GET', '/events', undefined],
      ['POST', '/commands', START],
    ] as const
    for (const [method, tail, body] of calls) {
      const status = async (key: string | null) => (await server.call(method, world.path(tail), key, body)).status
      expect([tail, await status(null)]).toEqual([tail, 401])
      for (const key of [keys.reader, keys.viewer]) expect([tail, await status(key)]).toEqual([tail, 403])
      expect([tail, await status(other.keys.owner)]).toEqual([tail, 404])
      expect((await server.call(method, `/api/maps/nowhere/workshop${tail}`, keys.owner, body)).status).toBe(404)
      expect((await server.call('PUT', world.path(tail), keys.owner, {})).status).toBe(405)
    }
    expect(await world.refused(bare(keys.commenter), START)).toEqual([403, 'needs-editor'])
    for (const programme of ['nothing', '', {}, { title: 'x', stages: [] }])
      expect((await world.refused(bare(keys.editor), { type: 'start', programme }))[0]).toBe(422)
    for (const wrong of [{}, { type: 'dance' }, { type: 'next', more: 1 }, { type: 'add-time', ms: 'long' }])
      expect((await world.refused(bare(keys.editor), wrong))[0]).toBe(422)
    const view = await world.tells(bare(keys.editor), START)
    const key = view.me.person
    expect(view).toMatchObject({
      state: 'running',
      stage: { index: 0, kind: 'talk', paused: false },
      me: { facilitator: true },
    })
    expect(view.people).toMatchObject([{ person: key, facilitator: true, here: false }])
    expect((await server.call('HEAD', `/api/maps/${id}/workshop/events`, keys.commenter)).status).toBe(200)
  })

  test('gives each ready-made programme its first stage', async () => {
    const { world, ana } = await meeting(server, -1)
    for (const { id, stages } of PROGRAMMES) {
      const view = await world.tells(ana, { type: 'start', programme: id })
      expect(view).toMatchObject({ programme: { id }, stage: { index: 0, kind: stages[0]!.kind } })
      await world.tells(ana, { type: 'end' })
    }
    const own = { title: 'Ours', stages: [{ kind: 'gather', prompts: [{ id: 'why', text: 'Why?' }] }] }
    expect(await world.tells(ana, { type: 'start', programme: own })).toMatchObject({
      programme: { title: 'Ours' },
      stage: { kind: 'gather', endsAt: null },
      prompts: [{ id: 'why', text: 'Why?', mine: '', written: 0, tellings: null }],
    })
  })

  test('is facilitated by persons, whatever their key, and handed over', async () => {
    const { world, ana, ben } = await meeting(server)
    const { owner, editor } = world.map.keys
    const commands = [
      ...['next', 'back', 'pause', 'resume', 'reveal', 'close-vote', 'open-vote', 'end', 'step-down'].map((type) => ({
        type,
      })),
      { type: 'add-time', ms: 1 },
      { type: 'promote', person: ben.id },
      { type: 'bring', about: 'fast' },
      { type: 'edit', programme: PROGRAMMES[0] },
    ]
    for (const command of commands)
      for (const who of [ben, bare(owner), bare(editor)])
        expect(await world.refused(who, command)).toEqual([403, 'not-facilitating'])
    expect(await world.refused(bare(owner), START)).toEqual([409, 'running'])
    expect(await world.refused(ana, START)).toEqual([409, 'running'])
    expect(await world.refused(ana, { type: 'promote', person: 'nobody' })).toEqual([409, 'no-such-person'])
    expect(await world.refused(ana, { type: 'step-down' })).toEqual([409, 'last-facilitator'])
    const promoted = await world.tells(ana, { type: 'promote', person: ben.id })
    expect(promoted.people.find(({ person }) => person === ben.id)).toMatchObject({
      name: 'Ben',
      voice: 'sales',
      facilitator: true,
    })
    expect((await world.tells(ben, { type: 'next' })).stage).toMatchObject({ index: 1, kind: 'gather' })
    await world.tells(ana, { type: 'step-down' })
    expect(await world.refused(ana, { type: 'next' })).toEqual([403, 'not-facilitating'])
  })

  test('has one clock: paused, given time, and no less for going back and forth', async () => {
    const { world, ana, ben } = await meeting(server)
    const { stage } = await world.sees(ben)
    const end = stage!.endsAt!
    expect(end - Date.now()).toBeGreaterThan(2.9 * MINUTE)
    expect((await world.tells(ana, { type: 'add-time', ms: MINUTE })).stage!.endsAt).toBe(end + MINUTE)
    expect((await world.tells(ana, { type: 'add-time', ms: -MINUTE })).stage!.endsAt).toBe(end)
    const paused = await world.tells(ana, { type: 'pause' })
    expect(paused.stage).toMatchObject({ paused: true, endsAt: paused.now + paused.stage!.left! })
    expect(await world.refused(ana, { type: 'pause' })).toEqual([409, 'paused'])
    expect(await world.refused(ana, { type: 'back' })).toEqual([409, 'no-stage-before'])
    const left = paused.stage!.left!
    await world.tells(ana, { type: 'next' })
    const back = await world.tells(ana, { type: 'back' })
    expect(back.stage).toMatchObject({ index: 0, paused: true, left })
    const resumed = await world.tells(ana, { type: 'resume' })
    expect(resumed.stage!.paused).toBe(false)
    expect(Math.abs(resumed.stage!.endsAt! - resumed.now - left)).toBeLessThan(1_000)
    expect(await world.refused(ana, { type: 'resume' })).toEqual([409, 'not-paused'])
    await world.tells(ana, { type: 'add-time', ms: -100 * MINUTE })
    const over = await world.sees(ben)
    expect(over.stage!.endsAt).toBeLessThanOrEqual(over.now)
    expect(over.state).toBe('running')
    for (let n = 1; n < PROGRAMMES[0]!.stages.length; n += 1) await world.tells(ana, { type: 'next' })
    expect(await world.refused(ana, { type: 'next' })).toEqual([409, 'no-next-stage'])
  })

  test('votes: dots as they are to be, sealed, closed for good', async () => {
    const { world, ana, ben, cleo } = await meeting(server, 3)
    const dots = (about: string, count: number) => ({ type: 'vote', about, dots: count })
    expect((await world.sees(ben)).vote).toMatchObject({ open: true, mine: {}, left: 3, counts: null })
    for (const _ of [1, 2]) await world.tells(ben, dots('fast', 2))
    expect((await world.sees(ben)).vote).toMatchObject({ mine: { fast: 2 }, left: 1, counts: null, voted: 1 })
    expect((await world.sees(cleo)).vote).toMatchObject({ mine: {}, left: 3, counts: null })
    expect(await world.refused(ben, dots('them', 2))).toEqual([409, 'no-dots-left'])
    expect(await world.refused(ben, dots('them', 1_000_000))).toEqual([409, 'no-dots-left'])
    expect(await world.refused(ben, dots('nothing', 1))).toEqual([409, 'nothing-there'])
    await world.tells(cleo, dots('them', 3))
    await world.tells(ana, { type: 'next' })
    const late = await world.person('Late', world.map.keys.commenter)
    await world.tells(late, dots('fast', 1))
    expect(await world.tells(ana, { type: 'close-vote' })).toMatchObject({
      vote: { open: false, mine: {}, left: 0, counts: { fast: 3, them: 3 }, voted: 3, thin: true },
    })
    expect(await world.refused(ben, dots('fast', 1))).toEqual([409, 'vote-closed'])
    expect(await world.refused(ana, { type: 'close-vote' })).toEqual([409, 'vote-closed'])
    await world.tells(ana, { type: 'back' })
    expect((await world.tells(ana, { type: 'open-vote' })).vote).toMatchObject({ open: true, counts: null, left: 3 })
  })

  test('ends, stays readable, and keeps a version by its name', async () => {
    const { world, ana, ben } = await meeting(server, 1)
    await world.tells(ben, writes('It is quick.'))
    await world.tells(ana, { type: 'reveal' })
    await world.tells(ana, { type: 'end' })
    const view = await world.sees(ben)
    expect(view).toMatchObject({ state: 'ended', me: { facilitator: false } })
    expect(view.prompts.find(({ id }) => id === 'value')?.tellings).toMatchObject([
      { voice: 'sales', text: 'It is quick.' },
    ])
    expect(await world.refused(ben, writes('More.'))).toEqual([409, 'not-running'])
    expect(await world.refused(ana, { type: 'end' })).toEqual([409, 'not-running'])
    const list = await server.call('GET', `/api/maps/${world.map.id}/versions`, ana.key)
    const day = new Date().toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    })
    expect(((await list.json()) as VersionList).versions).toMatchObject([
      { name: `Workshop, ${day}`, by: 'Ana', auto: false },
    ])
    expect(await world.tells(ana, START)).toMatchObject({ state: 'running', prompts: [] })
  })
})
