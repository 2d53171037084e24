/** What people decide about their brief: in which order it stands, and what is kept off it. */
import { expectAccessible } from '../world/a11y.ts'
import { expect, test, type Person } from '../world/actors.ts'
import { callAs, makeMap, mapFile } from '../world/api.ts'

const MATERIAL = mapFile(
  [
    { id: 'why', kind: 'purpose', statement: 'No medicine is thrown away because a fridge failed' },
    { id: 'cold', kind: 'value', statement: 'Stays cold for nine hours without power' },
    { id: 'calm', kind: 'value', statement: 'Nobody drives out at night' },
    { id: 'cheap', kind: 'value', statement: 'Costs less than one spoiled delivery' },
    { id: 'test', kind: 'proof', statement: 'Nine hours and ten minutes, measured in May' },
  ],
  [
    ['why', 'cold'],
    ['why', 'calm'],
    ['why', 'cheap'],
    ['test', 'cold'],
  ],
)
const [COLD, CALM, CHEAP] = [/Stays cold/, /Nobody drives/, /Costs less/] as const

async function arranges(person: Person) {
  const panel = await person.opensPanel('Brief')
  await panel.getByText('Order, and what is kept off').click()
  const values = panel.getByRole('region', { name: 'Values' })
  return { panel, values, rows: values.getByRole('listitem') }
}

/** Statements of the values on the sheet, in their order. */
const valuesOn = (person: Person) => person.page.getByRole('article', { name: /^Brief:/ }).locator('h2')

test('two people arrange one brief by hand and by keyboard, keep a block off it and bring it back', async ({
  server,
  ana,
  ben,
}) => {
  const map = await makeMap(server.origin, { title: 'Vardeholm', map: MATERIAL })
  await ana.open(map.link('editor'))
  await ben.open(map.link('editor'))
  const [anas, bens] = [await arranges(ana), await arranges(ben)]
  await expect(anas.rows).toHaveText([CALM, CHEAP, COLD])

  // Ana drags the third before the first.
  const grip = anas.rows.nth(2).locator('[aria-hidden="true"]').first()
  await grip.scrollIntoViewIfNeeded()
  await grip.hover()
  await ana.page.mouse.down()
  await anas.rows.first().hover({ position: { x: 20, y: 4 }, force: true })
  await ana.page.mouse.up()
  await expect(bens.rows).toHaveText([COLD, CALM, CHEAP])
  await expect(valuesOn(ben)).toHaveText([COLD, CALM, CHEAP])

  // Ben goes on by keyboard, and keeps the focus.
  const down = bens.values.getByRole('button', { name: /^Move down: Stays cold/ })
  await down.focus()
  await ben.page.keyboard.press('Enter')
  await expect(bens.panel.getByRole('status').filter({ hasText: 'is number 2 of 3 now' })).toBeVisible()
  await expect(down).toBeFocused()
  await ben.page.keyboard.press('Alt+ArrowDown')
  await expect(anas.rows).toHaveText([CALM, CHEAP, COLD])
  await expect(down).toBeFocused()

  await anas.values.getByRole('button', { name: /^Keep off: Nobody drives/ }).click()
  await expect(bens.rows).toHaveText([CHEAP, COLD])
  await expect(bens.panel.getByRole('region', { name: 'Kept off the brief' })).toContainText(
    'Nobody drives out at night',
  )
  await expectAccessible(ana.page)

  const brief = `${server.origin}/api/maps/${map.id}/brief`
  await expect
    .poll(async () => (await callAs(map.keys.reader, brief)).json())
    .toMatchObject({ keptOff: ['calm'], leftOut: ['calm'] })
  for (const form of ['.md', '.html']) {
    const text = await (await callAs(map.keys.reader, `${brief}${form}`)).text()
    expect(text).not.toContain('Nobody drives')
    expect(text.indexOf('Costs less')).toBeLessThan(text.indexOf('Stays cold'))
  }

  // A map made from its file is arranged alike.
  const file = await (await callAs(map.keys.viewer, `${server.origin}/api/maps/${map.id}`)).json()
  expect(file).toMatchObject({ brief: { off: ['calm'] } })
  const copy = await makeMap(server.origin, { map: file })
  const copied = await callAs(copy.keys.viewer, `${server.origin}/api/maps/${copy.id}`)
  expect(await copied.json()).toEqual(file)

  await bens.panel.getByRole('button', { name: /^Bring back: Nobody drives/ }).click()
  await expect(anas.rows).toHaveText([CALM, CHEAP, COLD])
})

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#1f5f99"/></svg>'

test('a colour that is too light is darkened and said to be, and readers see the logo and no other picture', async ({
  server,
  ana,
  ben,
}) => {
  const map = await makeMap(server.origin, { title: 'Vardeholm', map: MATERIAL })
  await ana.open(map.link('editor'))
  const panel = await ana.opensPanel('Brief')
  await panel.getByText('Colour and logo').click()
  await panel.getByLabel('Your own').fill('#ffe066')
  await expect(panel.getByText('Too light to read on white, so the brief shows it darker: #877532.')).toBeVisible()
  const file = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(DRAWING) }
  await panel.getByLabel('Picture of the logo').setInputFiles(file)
  await expect(panel.getByText('The logo is on the brief.')).toBeVisible()
  await panel.getByLabel('What it shows').fill('A blue bar')
  await panel.getByLabel('What it shows').press('Enter')
  const onSheet = panel.getByRole('img', { name: 'A blue bar' })
  await expect(onSheet).toBeVisible()
  await expectAccessible(ana.page)
  await expect(ana.savedState).toHaveText('Saved')

  await ben.goesTo(`${server.origin}/m/${map.id}/brief#key=${map.keys.reader}`)
  const logo = ben.page.getByRole('img', { name: 'A blue bar' })
  await expect(logo).toBeVisible()
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1_200)
  for (const design of ['Editorial', 'Bold']) {
    await ben.page.getByLabel(design).check()
    await expect(logo).toBeVisible()
    await expectAccessible(ben.page)
  }
  const picture = await onSheet.getAttribute('src')
  expect((await callAs(map.keys.reader, `${server.origin}${picture}`)).status).toBe(403)
})
