/** Who tells what: two people tell one block, see what they share, and the voices are theirs to name. */
import { expectAccessible } from '../world/a11y.ts'
import { expect, test, type Person } from '../world/actors.ts'
import { makeMap } from '../world/api.ts'

const STATEMENT = 'A person answers the alarm first'
const BLOCK = {
  format: 'throughline-map',
  version: 1,
  voices: [
    { id: 'product', name: 'Product' },
    { id: 'marketing', name: 'Marketing' },
    { id: 'sales', name: 'Sales' },
  ],
  blocks: [
    { id: 'alarm', kind: 'value', statement: STATEMENT },
    {
      id: 'near',
      kind: 'value',
      statement: 'Works without power',
      tellings: { sales: 'It works without power' },
    },
  ],
  links: [],
}

const tellings = (person: Person) => person.panel('Tellings')
const telling = (person: Person, voice: string) =>
  tellings(person).getByRole('textbox', { name: `Telling by ${voice}` })
const said = async (person: Person, voice: string) =>
  ((await telling(person, voice).textContent()) ?? '').replaceAll('\u2060', '')

test('two people tell one block, letter by letter, and see which words they share', async ({ ana, ben, server }) => {
  const map = await makeMap(server.origin, { map: BLOCK })
  for (const person of [ana, ben]) {
    await person.open(map.link('editor'))
    await person.selects(person.card(STATEMENT))
    await person.opensPanel('Tellings')
    await expect(tellings(person).getByText('Nobody has told this one yet.')).toBeVisible()
  }
  await telling(ana, 'Product').click()
  await telling(ben, 'Product').click()
  await Promise.all([
    // Whoever comes first, the words stay apart.
    ana.page.keyboard.type(' Alarms go to a person ', { delay: 20 }),
    ben.page.keyboard.type(' who escalates them ', { delay: 20 }),
  ])
  for (const person of [ana, ben])
    await expect
      .poll(async () => (await said(person, 'Product')).length)
      .toBe(' Alarms go to a person  who escalates them '.length)
  await ana.page.keyboard.press('Escape')
  await ben.page.keyboard.press('Escape')

  await telling(ben, 'Marketing').click()
  await ben.page.keyboard.type('Round-the-clock peace of mind')
  await ben.page.keyboard.press('Enter')
  await expect(tellings(ana).getByText('Marketing shares no word with the others.')).toBeVisible()
  await expect(tellings(ana).getByRole('row', { name: /^alarm/ })).toHaveAccessibleName(
    /says it says it does not say it/,
  )
  await expect(tellings(ana).getByText(/^Drift \d\.\d\d, how far the tellings are apart\./)).toBeVisible()
})

test('the whole map stands by drift, and a block of it opens beside its card', async ({ ana, server }) => {
  const told = {
    ...BLOCK,
    blocks: [
      ...BLOCK.blocks,
      { id: 'far', kind: 'proof', statement: 'Used in Westmark', tellings: { sales: 'Peace of mind' } },
    ],
  }
  const map = await makeMap(server.origin, { map: told })
  await ana.open(map.link('editor'))
  await ana.opensPanel('Tellings')
  const blocks = tellings(ana).getByRole('listitem').getByRole('button')
  await expect(blocks).toHaveText([/Used in Westmark/, /Works without power/])
  await blocks.first().click()
  await expect(telling(ana, 'Sales')).toHaveText('Peace of mind')
  await tellings(ana).getByRole('button', { name: 'The whole map' }).click()
  await expect(blocks).toHaveCount(2)
})

test('voices are renamed, moved, taken away with their words kept, and brought back', async ({ ana, ben, server }) => {
  const map = await makeMap(server.origin, { map: BLOCK })
  await ana.open(map.link('editor'))
  await ben.open(map.link('editor'))
  for (const person of [ana, ben]) {
    await person.selects(person.card('Works without power'))
    await person.opensPanel('Tellings')
  }
  await tellings(ana).getByText('Voices of this map').click()
  const names = tellings(ana).getByRole('textbox', { name: 'Name of a voice' })
  await names.last().fill('Field')
  await names.last().press('Enter')
  await expect(telling(ben, 'Field')).toHaveText('It works without power')

  await tellings(ana).getByRole('button', { name: 'Move Field up' }).click()
  await expect(tellings(ben).getByRole('heading', { level: 3 }).nth(1)).toHaveText(/Field/)

  await tellings(ana).getByRole('button', { name: 'Remove Field' }).click()
  await expect(telling(ben, 'Field')).toHaveCount(0)
  await tellings(ana).getByRole('textbox', { name: 'Add a voice' }).fill('product')
  await tellings(ana).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(tellings(ana).getByRole('status')).toHaveText('There is a voice of that name already.')
  await tellings(ana).getByRole('textbox', { name: 'Add a voice' }).fill('Field')
  await tellings(ana).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(telling(ben, 'Field')).toHaveText('It works without power')
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the Tellings (${theme}), wide and on a phone`, async ({ ana, server }) => {
    const map = await makeMap(server.origin, { template: 'example' })
    await ana.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await ana.open(map.link('editor'))
    await ana.opensPanel('Tellings')
    await expectAccessible(ana.page)
    await tellings(ana).getByRole('listitem').getByRole('button').first().click()
    await tellings(ana).getByText('Voices of this map').click()
    await expectAccessible(ana.page)
    await ana.page.setViewportSize({ width: 390, height: 844 })
    await ana.opensPanel('Tellings')
    await expectAccessible(ana.page)
    const wide = await ana.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(wide, 'nothing scrolls sideways').toBe(false)
  })
}
