/** The brief that everybody else reads: it follows the map or stays on a version, and its words can be taken along. */
import type { Locator } from '@playwright/test'
import { expectAccessible } from '../world/a11y.ts'
import { expect, test } from '../world/actors.ts'
import { makeMap } from '../world/api.ts'

const agreed = (statement: string) => ({
  statement,
  status: 'agreed',
  agreed: { statement, at: '2026-05-12T10:00:00Z' },
})
const NEED = 'To be called for a reason.'
const LINE = {
  format: 'throughline-map',
  version: 1,
  title: 'Vardeholm',
  blocks: [
    { id: 'why', kind: 'purpose', ...agreed('Nothing spoils unnoticed.') },
    { id: 'worth', kind: 'value', ...agreed('A person answers first.') },
    { id: 'whom', kind: 'audience', ...agreed('Pharmacies on their own.'), fields: { need: NEED } },
  ],
  links: [
    { from: 'why', to: 'worth' },
    { from: 'worth', to: 'whom' },
  ],
}

test('an owner lets the brief stay as it is: readers go on reading that, in every design, and copy from it', async ({
  server,
  ana,
  ben,
}) => {
  const map = await makeMap(server.origin, { map: LINE })
  await ana.open(map.link('owner'))
  const panel = await ana.opensPanel('Brief')
  await panel.getByText('What readers see').click()
  await panel.getByRole('button', { name: 'Stay as it is now' }).click()
  await expect(panel.getByText(/^Readers see the version “Public brief” of /)).toBeVisible()
  await expectAccessible(ana.page)
  await ana.startsWriting(ana.card('A person answers first.'))
  await ana.writes(' Always.')
  await ana.stopsWriting()
  await expect(ana.savedState).toHaveText('Saved')

  await ben.goesTo(`${server.origin}/m/${map.id}/brief#key=${map.keys.reader}`)
  const sheet = ben.page.getByRole('article', { name: /^Brief:/ })
  await expect(ben.page.getByText(/^This page stays on the version “Public brief” of /)).toBeVisible()
  for (const design of ['Quiet', 'Editorial', 'Bold']) {
    await ben.page.getByLabel(design).check()
    await expect(sheet).toContainText('A person answers first.')
    await expect(sheet).not.toContainText('Always.')
    await expectAccessible(ben.page)
    await expectOnePage(sheet)
  }
  await ben.page.getByLabel('Lens', { exact: true }).selectOption({ label: 'Positioning statement' })
  for (const design of ['Quiet', 'Editorial']) {
    await ben.page.getByLabel(design).check()
    const means = await besideOf(sheet, 'that means', 'A person answers first.')
    const need = await besideOf(sheet, 'who need', NEED)
    expect(means.x).toBeCloseTo(need.x, 0)
    await expectAccessible(ben.page)
    await expectOnePage(sheet)
  }
  await ben.page.getByLabel('Lens', { exact: true }).selectOption('')
  // On a phone it is text to read, and goes to the printer as the page all the same.
  const desk = ben.page.viewportSize()
  await ben.page.setViewportSize({ width: 390, height: 844 })
  await expect(sheet).not.toHaveAttribute('data-paged')
  await ben.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(sheet).toHaveAttribute('data-paged')
  await ben.page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(sheet).not.toHaveAttribute('data-paged')
  if (desk !== null) await ben.page.setViewportSize(desk)
  const kit = ben.page.getByRole('region', { name: 'Words to take along' })
  await ben.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await kit.getByRole('button', { name: /^Copy: In fifty words/ }).click()
  await expect(kit.getByRole('status')).toHaveText('Copied.')
  expect(await ben.page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Nothing spoils unnoticed. A person answers first. For: Pharmacies on their own.',
  )

  await panel.getByLabel('They see').selectOption('The map as it stands, also tomorrow')
  await expect(panel.getByText('Readers see the map as it stands.')).toBeVisible()
  await ben.page.reload()
  await expect(sheet).toContainText('A person answers first. Always.')
})

/** As high as the paper is, and all of it inside its margins. */
async function expectOnePage(sheet: Locator): Promise<void> {
  const [paper, foot] = [await boxOf(sheet), await boxOf(sheet.locator('footer'))]
  expect(paper.height).toBeGreaterThan(paper.width)
  expect(foot.y + foot.height).toBeLessThan(paper.y + paper.height)
  expect(await sheet.evaluate((page) => page.scrollWidth - page.clientWidth)).toBe(0)
}

/** Where the words stand, beside what the framework calls them and on the line of that. */
async function besideOf(sheet: Locator, label: string, words: string): Promise<Box> {
  const [name, said] = [await boxOf(sheet.getByText(label, { exact: true })), await boxOf(sheet.getByText(words))]
  expect(name.x + name.width).toBeLessThan(said.x)
  expect(Math.abs(name.y + name.height - (said.y + said.height))).toBeLessThan(8)
  return said
}

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>

async function boxOf(locator: Locator): Promise<Box> {
  await expect(locator).toHaveCount(1)
  const box = await locator.boundingBox()
  if (box === null) throw new Error(`${locator} is not shown`)
  return box
}
