import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '@throughline/shared/errors'
import { startTestServer, type TestServer } from '../../test/start-test-server.ts'
import { meeting, writes } from '../../test/workshop-world.ts'
import { openMemoryStores } from '../stores/memory/open-memory-stores.ts'

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
  expect(answers.map(({ status }) => status)).toEqual([507, 507, 507])
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
