/** Whoever comes back from offline to a value that others changed too sees both sides, and loses neither before choosing. */
import { expectAccessible } from '../world/a11y.ts'
import { expect, test } from '../world/actors.ts'
import { makeMap, mapFile } from '../world/api.ts'

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
  for (const person of [ana, ben]) await person.open(map.link('editor'))
  await expect(ana.savedState).toHaveText('Saved')
  await ana.goesOffline()
  // What is written before a line is known to be dead may still get through, and is then no edit of the time away.
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)
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

  await ana.comesBack()
  const line = ana.page.getByText('Three things were changed here offline, and by others meanwhile.')
  await expect(line).toBeVisible({ timeout: 30_000 })
  // Beside the block, too, and over a reload.
  await ana.selects(ana.card('A person answers'))
  await expect(mine.getByText('Your offline edit')).toHaveCount(2)
  await ana.page.reload()
  await ana.seesTheMap()
  await expect(line).toBeVisible()

  await ana.page.getByRole('button', { name: 'Look at both' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Changed on both sides' })
  await expect(dialog.getByText('stands now')).toHaveCount(3)
  await expect(dialog.getByText(/, meanwhile/).first()).toHaveText(/^Guest \w+, meanwhile/)
  await expectAccessible(ana.page)
  await dialog.getByRole('button', { name: /: An hour a week$/ }).click()
  await dialog.getByRole('button', { name: /: Agreed$/ }).click()
  await dialog.getByRole('button', { name: /: Reworded: Every night of 2025, counted$/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect(line).toHaveCount(0)

  await expect(ben.sees('Every night of 2025, counted')).toBeVisible()
  const alarm = async () => (await map.file()).blocks.find(({ id }) => id === 'alarm')
  await expect.poll(alarm).toMatchObject({
    status: 'agreed',
    agreed: { statement: 'A person answers' },
    fields: { gain: 'An hour a week' },
  })
  await ana.page.reload()
  await ana.seesTheMap()
  await expect(line).toHaveCount(0)
})
