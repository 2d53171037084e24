/** Whoever changed a value that others changed meanwhile, offline or on a line that was late, sees both sides and loses neither before choosing. */
import { expectAccessible } from '../world/a11y.ts'
import { expect, test } from '../world/actors.ts'
import { makeMap, mapFile } from '../world/api.ts'
import { lineTo } from '../world/line.ts'

const NOTICED = { timeout: 10_000 }
test.setTimeout(120_000)

test('both sides of a field and a status are kept until somebody chooses; a deleted block can come back', async ({
  ana,
  ben,
  server,
}) => {
  const map = await makeMap(server.origin, {
    map: mapFile([
      { id: 'alarm', kind: 'value', statement: 'A person answers' },
      { id: 'night', kind: 'proof', statement: 'Every night of 2025' },
    ]),
  })
  const line = await lineTo(server.origin)
  await ana.open(map.link('editor').replace(server.origin, line.origin))
  await ben.open(map.link('editor'))
  await expect(ana.savedState).toHaveText('Saved')
  // What she writes at once is written before anybody can know that the line is dead.
  line.goesDead()
  await ana.startsWriting(ana.card('Every night of 2025'))
  await ana.writes(', counted')
  await ana.stopsWriting()
  await ana.selects(ana.card('A person answers'))
  const mine = await ana.opensPanel('Block')
  await mine.getByLabel('Gain').fill('An hour a week')
  await mine.getByLabel('Gain').press('Enter')
  await mine.getByRole('radio', { name: 'Proposed' }).check()

  await ben.selects(ben.card('A person answers'))
  const theirs = await ben.opensPanel('Block')
  await theirs.getByLabel('Gain').fill('A day a month')
  await theirs.getByLabel('Gain').press('Enter')
  await theirs.getByRole('radio', { name: 'Agreed' }).check()
  await ben.selects(ben.card('Every night of 2025'))
  await ben.page.keyboard.press('Delete')
  await expect(ben.savedState).toHaveText('Saved')

  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)
  line.comesBack()
  const told = ana.page.getByText('Three things were changed here, and by others meanwhile.')
  await expect(told).toBeVisible({ timeout: 30_000 })
  // Beside the block, too, and over a reload.
  await ana.selects(ana.card('A person answers'))
  await expect(mine.getByText('Your edit')).toHaveCount(2)
  await ana.page.reload()
  await ana.seesTheMap()
  await expect(told).toBeVisible()

  await ana.page.getByRole('button', { name: 'Look at both' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Changed on both sides' })
  await expect(dialog.getByText('stands now')).toHaveCount(3)
  await expect(dialog.getByText(/, meanwhile/).first()).toHaveText(/^Guest \w+, meanwhile/)
  await expectAccessible(ana.page)
  await dialog.getByRole('button', { name: /: An hour a week$/ }).click()
  await dialog.getByRole('button', { name: /: Agreed$/ }).click()
  await dialog.getByRole('button', { name: /: Reworded: Every night of 2025, counted$/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect(told).toHaveCount(0)

  await expect(ben.sees('Every night of 2025, counted')).toBeVisible()
  const alarm = async () => (await map.file()).blocks.find(({ id }) => id === 'alarm')
  await expect.poll(alarm).toMatchObject({
    status: 'agreed',
    agreed: { statement: 'A person answers' },
    fields: { gain: 'An hour a week' },
  })
  await ana.page.clock.install()
  await ana.page.reload()
  await ana.seesTheMap()
  await expect(told).toHaveCount(0)

  // Now the line only stalls and then brings all that it holds: a little late, while her page still trusts it, …
  for (const person of [ana, ben]) await person.selects(person.card('A person answers'))
  await ana.opensPanel('Block')
  await expect(ana.savedState).toHaveText('Saved')
  const bothWrite = async (label: string, hers: string, his: string) => {
    for (const [panel, words] of [
      [mine, hers],
      [theirs, his],
    ] as const) {
      await panel.getByLabel(label).fill(words)
      await panel.getByLabel(label).press('Enter')
    }
    await expect(ben.savedState).toHaveText('Saved')
  }
  line.stalls()
  await bothWrite('Owner', 'Ana', 'Ben')
  await ana.page.clock.fastForward(4_000)
  line.delivers()
  await expect(mine.getByRole('button', { name: /: Ana$/ })).toBeVisible({ timeout: 30_000 })
  await mine.getByRole('button', { name: /: Ben$/ }).click()
  await expect.poll(alarm).toMatchObject({ owner: 'Ben' })

  // … or so late that her page has given it up, and the server has merged both before she can ask.
  await expect(ana.savedState).toHaveText('Saved')
  line.stalls()
  await bothWrite('Gain', 'Two hours', 'Three hours')
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)
  line.delivers()
  await expect(mine.getByRole('button', { name: /: Two hours$/ })).toBeVisible({ timeout: 30_000 })
  await mine.getByRole('button', { name: /: Three hours$/ }).click()
  await expect.poll(alarm).toMatchObject({ fields: { gain: 'Three hours' } })
  await line.close()
})
