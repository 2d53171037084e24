import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '@throughline/shared/errors'
import type { WorkshopRun } from '@throughline/shared/protocol'
import { startTestServer, type TestServer } from '../../test/start-test-server.ts'
import { meeting, START, writes } from '../../test/workshop-world.ts'
import { FakeClock } from '../../test/fake-clock.ts'
import { openMemoryStores } from '../stores/memory/open-memory-stores.ts'
import { ABANDONED_MS } from './rules/index.ts'

let server: TestServer
/** Whether the disk is full. */
let full = false
beforeAll(async () => {
  const stores = openMemoryStores()
  const { workshops } = stores
  const save: typeof workshops.save = async (map, change) => {
    await new Promise((resolve) => setImmediate(resolve))
    if (full) throw new AppError('storage-full', 'There is no room left.')
    await workshops.save(map, change)
  }
  server = await startTestServer({ stores: { ...stores, workshops: { ...workshops, save } } })
})
afterAll(() => server.close())

test('nobody sees what could not be saved, those who listen come back, and what is said again is taken', async () => {
  const { world, ana, ben } = await meeting(server, 1)
  await world.tells(ben, writes('Kept.'))
  const anas = world.listens(ana)
  await expect.poll(() => anas.last?.prompts[1]?.written).toBe(1)
  full = true
  const answers = await Promise.all([
    world.send(ben, writes('Not kept.')),
    world.send(ana, { type: 'reveal' }),
    world.send(ana, { type: 'next' }),
  ])
  // Whoever comes when the first has failed is told that it is being opened anew.
  for (const { status } of answers) expect([507, 503]).toContain(status)
  expect(answers[0]?.status).toBe(507)
  await expect.poll(() => anas.ended).toBe(true)
  expect(anas.bytes).not.toContain('ept.')
  full = false
  const view = await world.sees(ben)
  expect(view).toMatchObject({ stage: { index: 1 } })
  expect(view.prompts[1]).toMatchObject({ mine: 'Kept.', tellings: null })
  await world.tells(ben, writes('Not kept.'))
  await world.tells(ana, { type: 'reveal' })
  expect((await world.sees(ana)).prompts[1]?.tellings).toMatchObject([{ text: 'Not kept.' }])
})

test('one that nobody facilitates any more is ended by whoever starts another, and its minutes have its votes', async () => {
  const clock = new FakeClock()
  const late = await startTestServer({ clock })
  try {
    const { world, ana, ben } = await meeting(late, 3)
    await world.tells(ben, { type: 'vote', about: 'fast', dots: 3 })
    const left = (await world.sees(ben)).run
    const emil = await world.person('Emil', world.map.keys.editor)
    clock.pass(ABANDONED_MS - 1)
    expect(await world.refused(emil, START)).toEqual([409, 'running'])
    clock.pass(1)
    expect((await world.tells(emil, START)).me.facilitator).toBe(true)
    expect((await world.sees(ana)).me.facilitator).toBe(false)
    const { runs } = (await (await late.call('GET', world.path('/runs'), ana.key)).json()) as { runs: WorkshopRun[] }
    expect(runs.find(({ run }) => run === left)?.endedAt).toBe(clock.now())
    const minutes = await late.call('GET', `${world.path('/minutes.md')}?run=${left}`, ana.key)
    expect(await minutes.text()).toContain('| 3 | It is fast. |')
  } finally {
    await late.close()
  }
})
