/** The same map through frameworks that people know: read, written in and filled like the map itself. */
import { expectAccessible } from '../world/a11y.ts'
import { expect, test, type Person } from '../world/actors.ts'
import { makeMap } from '../world/api.ts'

const LINE = {
  format: 'throughline-map',
  version: 1,
  subject: 'Vardeholm',
  blocks: [
    { id: 'why', kind: 'purpose', statement: 'Nothing spoils unnoticed.' },
    { id: 'who', kind: 'audience', statement: 'Pharmacists on their own.' },
    { id: 'worth', kind: 'value', statement: 'A person answers first.' },
  ],
  links: [
    { from: 'why', to: 'worth' },
    { from: 'worth', to: 'who' },
  ],
}

const lenses = ({ page }: Person) => page.getByRole('region', { name: 'Lenses', exact: true })
const through = (person: Person, name: string) => lenses(person).getByLabel('Lens', { exact: true }).selectOption(name)
const group = (person: Person, name: string) => lenses(person).getByRole('region', { name, exact: true })

test('what Ana writes through a lens stands on Ben’s canvas; a gap is filled with one press', async ({
  server,
  ana,
  ben,
}) => {
  const map = await makeMap(server.origin, { map: LINE })
  for (const person of [ana, ben]) await person.open(map.link('editor'))
  await ana.opensPanel('Lenses')
  await expect(lenses(ana).getByRole('status')).toHaveText('4 gaps.')

  await group(ana, 'Pillars').getByRole('textbox', { name: 'Pillar' }).click()
  await ana.page.keyboard.press('End')
  await ana.page.keyboard.type(' Always.')
  await expect(ben.sees('A person answers first. Always.')).toBeVisible()
  await ana.page.keyboard.press('Escape')
  await expect(ana.card('A person answers first. Always.')).toBeVisible()

  const pillar = group(ana, 'Pillars').getByRole('listitem').first()
  await pillar.getByRole('button', { name: 'Proof: Why should anyone believe it?' }).click()
  await ana.page.keyboard.type('Nine nights in ten stay quiet.')
  await expect(ben.sees('Nine nights in ten stay quiet.')).toBeVisible()
  await ana.page.keyboard.press('Escape')
  await expect(lenses(ana).getByRole('status')).toHaveText('3 gaps.')
  await ben.opensPanel('Outline')
  await expect(ben.panel('Outline').getByText('supports it')).toBeVisible()

  await through(ana, 'Positioning statement')
  await lenses(ana).getByRole('textbox', { name: 'who need' }).fill('To be called for a reason.')
  await ana.page.keyboard.press('Tab')
  await ben.opensPanel('Lenses')
  await through(ben, 'Positioning statement')
  await expect(lenses(ben).getByRole('textbox', { name: 'who need' })).toHaveValue('To be called for a reason.')
})

test('a map is read, filled and linked through a lens by keyboard alone, and left for the canvas', async ({
  server,
  ana,
}) => {
  const map = await makeMap(server.origin, { map: LINE })
  await ana.open(map.link('editor'))
  const { keyboard } = ana.page
  await ana.page.getByRole('button', { name: 'Lenses', exact: true }).focus()
  await keyboard.press('Enter')
  await expect(lenses(ana).getByRole('heading', { name: 'Lenses' })).toBeFocused()

  await ana.tabsTo(lenses(ana).getByLabel('Lens', { exact: true }))
  await keyboard.press('ArrowDown')
  await expect(group(ana, 'Market category')).toBeVisible()
  await keyboard.press('ArrowUp')
  const pillar = lenses(ana).getByRole('textbox', { name: 'Pillar' })
  await ana.tabsTo(pillar)
  await keyboard.press('End')
  await keyboard.type(' Always.')
  await expect(ana.card('A person answers first. Always.')).toBeVisible()

  await ana.tabsTo(lenses(ana).getByRole('button', { name: 'Proof: Why should anyone believe it?' }).first())
  await keyboard.press('Enter')
  const proof = group(ana, 'Pillars').getByRole('textbox', { name: 'Proof', exact: true })
  await expect(proof).toBeFocused()
  await keyboard.type('Nine nights in ten stay quiet.')
  await keyboard.press('Enter')
  await expect(proof).toBeFocused()
  await expect(ana.savedState).toHaveText('Saved')
  const { blocks, links } = await map.file()
  const made = blocks.find(({ statement }) => statement === 'Nine nights in ten stay quiet.')?.id
  expect(links).toContainEqual({ from: made, to: 'worth', relation: 'supports' })

  await keyboard.press('Escape')
  await expect(lenses(ana)).toBeHidden()
  await expect(ana.page.getByRole('application', { name: 'Map' })).toBeFocused()
})

test('whoever may only read sees the lens and its gaps, with nothing to write in', async ({ server, ana }) => {
  const map = await makeMap(server.origin, { map: LINE })
  await ana.open(map.link('viewer'))
  await ana.opensPanel('Lenses')
  await expect(lenses(ana).getByText('A person answers first.')).toBeVisible()
  await expect(lenses(ana).getByText('Why should anyone believe it?').first()).toBeVisible()
  await expect(lenses(ana).getByRole('button', { name: /^Proof/ })).toHaveCount(0)
})

const LOOKS = [
  { colorScheme: 'light', where: 'wide', viewport: { width: 1440, height: 900 } },
  { colorScheme: 'dark', where: 'on a phone', viewport: { width: 390, height: 844 } },
] as const
for (const { colorScheme, where, viewport } of LOOKS)
  test(`axe finds nothing through any lens (${colorScheme}, ${where})`, async ({ server, ana }) => {
    test.setTimeout(120_000)
    const map = await makeMap(server.origin, { map: LINE })
    await ana.page.emulateMedia({ colorScheme })
    await ana.page.setViewportSize(viewport)
    await ana.goesTo(map.link('editor'))
    await ana.opensPanel('Lenses')
    const names = await lenses(ana).getByLabel('Lens', { exact: true }).getByRole('option').allTextContents()
    expect(names).toHaveLength(7)
    for (const name of names) {
      await through(ana, name)
      await expectAccessible(ana.page)
    }
  })
