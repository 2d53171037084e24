/** What a workshop leaves in writing, by HTTP. */
import { afterAll, expect, test } from 'vitest'
import { composeMinutes } from '@throughline/shared/minutes'
import type { WorkshopRuns } from '@throughline/shared/protocol'
import { SAMPLE_MINUTES } from '@throughline/shared/test'
import { createBriefPrinter } from '../src/brief/printer.ts'
import { startTestServer } from './start-test-server.ts'
import { bare, meeting, writes, type Who, type WorkshopWorld } from './workshop-world.ts'

const server = await startTestServer()
afterAll(() => server.close())

const get = (world: WorkshopWorld, { key }: Who, file: string) => server.call('GET', world.path(`/${file}`), key)
const pdf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

test('are of what everybody may read, from the first stage to after the end, the same for all', async () => {
  const { world, ana, ben, cleo } = await meeting(server, -1)
  expect((await get(world, ana, 'minutes.md')).status).toBe(404)
  await world.tells(ana, { type: 'start', programme: 'everyone-writes-it-down' })
  await world.tells(ana, { type: 'next' })
  await world.tells(ben, writes('Shown to all.'))
  await world.tells(cleo, writes('Never shown.', 'purpose'))
  const before = await (await get(world, ana, 'minutes.md')).text()
  expect(before).toContain('still running')
  expect(before).not.toMatch(/Shown to all|Never shown/)

  const shown = await world.tells(ana, { type: 'reveal', prompt: 'value' })
  const writing = shown.prompts.find(({ id }) => id === 'value')?.tellings?.[0]?.writing
  await world.tells(ana, { type: 'next' })
  await world.tells(ana, { type: 'next' })
  await world.tells(ben, { type: 'vote', about: writing, dots: 2 })
  await world.tells(ana, { type: 'next' })
  await world.tells(ana, { type: 'decide', about: 'fast', text: 'It is fast enough.' })
  await world.tells(ben, { type: 'dissent', about: 'fast', text: 'Not on Mondays.' })
  await world.tells(ana, { type: 'end' })

  const answer = await get(world, ben, 'minutes.md')
  expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="workshop-\d{4}-\d\d-\d\d\.md"$/)
  const after = await answer.text()
  expect(after).toContain('- Ana — Leadership, facilitated\n- Ben — Sales\n- Cleo')
  expect(after).toContain('**Sales**\n\n- Shown to all.')
  expect(after).toContain('1 person wrote. It was not revealed.')
  expect(after).toContain('| 2 | Shown to all. |')
  expect(after).toMatch(/- It is fast enough\. — Agreed at \d\d:\d\d UTC with /)
  expect(after).toContain('- Not on Mondays. — Ben, on “It is fast enough.”')
  expect(after).not.toContain('Never shown')
  expect(await (await get(world, cleo, 'minutes.md')).text()).toBe(after)

  const [one, two] = [await get(world, ana, 'minutes.pdf'), await get(world, cleo, 'minutes.pdf')]
  expect([one.status, one.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const bytes = await pdf(one)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.equals(await pdf(two))).toBe(true)
  expect((await pdf(await get(world, ana, 'minutes.pdf?paper=letter'))).equals(bytes)).toBe(false)
  expect((await get(world, ana, 'minutes.pdf?paper=napkin')).status).toBe(422)
  expect((await get(world, bare(world.map.keys.viewer), 'minutes.md')).status).toBe(403)
}, 60_000)

test('of an earlier workshop stay when another one is started, without what was not revealed', async () => {
  const { world, ana, ben, cleo } = await meeting(server, 1)
  await world.tells(ben, writes('Shown to all.'))
  await world.tells(cleo, writes('Never shown.', 'purpose'))
  await world.tells(ana, { type: 'reveal', prompt: 'value' })
  await world.tells(ana, { type: 'end' })
  await world.tells(ana, { type: 'start', programme: 'proof-hunt' })
  const { runs } = (await (await get(world, cleo, 'runs')).json()) as WorkshopRuns
  expect(runs[0]!.people).toContain('Ana')
  expect(runs.map(({ programme, endedAt }) => [programme, endedAt !== null])).toEqual([
    ['Proof hunt', false],
    ['Everyone writes it down', true],
  ])
  const earlier = await (await get(world, cleo, `minutes.md?run=${runs[1]!.run}`)).text()
  expect(earlier).toContain('**Sales**\n\n- Shown to all.')
  expect(earlier).toContain('1 private answer that was not revealed is no longer kept.')
  expect(earlier).not.toContain('Never shown')
  const now = await (await get(world, cleo, 'minutes.md')).text()
  expect(now).toContain('Proof hunt. Began')
  expect(await (await get(world, cleo, `minutes.md?run=${runs[0]!.run}`)).text()).toBe(now)
  expect((await get(world, cleo, `minutes.pdf?run=${runs[1]!.run}`)).status).toBe(200)
  expect((await get(world, cleo, 'minutes.md?run=none')).status).toBe(404)
  expect((await get(world, bare(world.map.keys.viewer), 'runs')).status).toBe(403)
}, 60_000)

test('of forty people who wrote long answers, in several scripts, are set as pages too', async () => {
  const texts = ['A long answer '.repeat(40), '長い答え'.repeat(100), 'תשובה ארוכה '.repeat(40), 'x'.repeat(600), '🙂']
  const tellings = Array.from({ length: 40 }, (_, n) => ({
    ...{ voice: n < 20 ? 'Sales' : null, text: texts[n % texts.length]!, name: 'Élodie', adopted: n % 2 === 0 },
    late: false,
  }))
  const prompts = SAMPLE_MINUTES.prompts.map((prompt) => ({ ...prompt, written: 40, tellings }))
  const printer = createBriefPrinter()
  try {
    const file = await printer.printMinutes(composeMinutes({ ...SAMPLE_MINUTES, prompts }), 'a4')
    expect(
      Buffer.from(file)
        .toString('latin1')
        .match(/\/Type ?\/Page\b/g)!.length,
    ).toBeGreaterThan(15)
  } finally {
    await printer.close()
  }
}, 60_000)
