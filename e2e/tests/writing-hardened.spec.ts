/** Writing holds under strain: input methods, right-to-left words, what is pasted, every key, Tab from text to text. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../world/actors.ts'
import { copiesRichText, mapOf, PRINTABLE, saved, typesEveryKey, VOICE } from '../world/writing.ts'

const COLD = 'Stays cold without power'
const NIGHTS = 'Nobody drives in at night'

const written = async (box: Locator) => ((await box.textContent()) ?? '').replaceAll('\u2060', '')

test('a composition comes through while a second person writes in the same statement', async ({ ana, ben, server }) => {
  const map = await mapOf(server.origin, { id: 'one', statement: 'In ' })
  for (const person of [ana, ben]) {
    await person.open(map.link('editor'))
    await person.startsWriting(person.card('In'))
  }
  await ana.page.keyboard.press('End')
  await ana.page.keyboard.type(' ')
  await ben.page.keyboard.press('Home')
  const method = await ana.page.context().newCDPSession(ana.page)
  const composes = (text: string) =>
    method.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

  let before = ''
  for (const syllables of ['t', 'と', 'とう', 'とうk', 'とうき', 'とうきょう']) {
    await composes(syllables)
    await ben.page.keyboard.type('x')
    before += 'x'
    await expect.poll(async () => (await saved(map, 'one')).statement.startsWith(before)).toBe(true)
    expect(await written(ana.editor), 'what is half composed stands there once').toMatch(new RegExp(`In ${syllables}$`))
  }
  await method.send('Input.insertText', { text: '東京' })
  await ana.page.keyboard.type(' too')
  for (const person of [ana, ben]) await expect.poll(() => person.written()).toBe(`${before}In 東京 too`)
  await expect.poll(async () => (await saved(map, 'one')).statement).toBe(`${before}In 東京 too`)

  await ben.page.keyboard.type('x')
  await expect(ana.editor.locator('.text-field-caret'), 'the name of who has just typed').toHaveAttribute(
    'data-name',
    /./,
  )
  await ana.undoes()
  await expect
    .poll(() => ben.written(), 'undo takes back only one’s own')
    .toMatch(new RegExp(`^${before}xIn (?!.*too)`))
})

/** Into an empty text: from the right when its first letter says so, and the arrows go the way they point. */
async function writesHebrew(page: Page, box: Locator): Promise<void> {
  await page.keyboard.type('שלום Acme 24/7 עולם')
  await expect(box).toHaveCSS('direction', 'rtl')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('ו')
  expect(await written(box)).toBe('שולום Acme 24/7 עולם')
}
const HEBREW = 'שולום Acme 24/7 עולם'

test('right-to-left words stand and move from the right, and are saved as typed', async ({ ana, ben, server }) => {
  const map = await mapOf(server.origin, { id: 'one', statement: '' }, { id: 'two', statement: NIGHTS })
  await ben.open(map.link('editor'))
  await ana.open(map.link('editor'))
  await ana.startsWriting(ana.page.locator('.tl-canvas [data-block="one"]'))
  await writesHebrew(ana.page, ana.editor)
  await ana.stopsWriting()
  await expect(ben.card('Acme').locator('.card-statement')).toHaveCSS('direction', 'rtl')
  await expect(ben.card(NIGHTS).locator('.card-statement')).toHaveCSS('direction', 'ltr')

  await ana.selects(ana.card('Acme'))
  const panel = await ana.opensPanel('Block')
  for (const name of ['Detail', VOICE.name]) {
    const box = panel.getByRole('textbox', { name, exact: true })
    await box.focus()
    await writesHebrew(ana.page, box)
    await ana.page.keyboard.press('Escape')
    await expect(box).toHaveCSS('direction', 'rtl')
  }
  await expect
    .poll(() => saved(map, 'one'))
    .toMatchObject({
      statement: HEBREW,
      detail: HEBREW,
      tellings: { [VOICE.id]: HEBREW },
    })
  const outline = await ana.opensPanel('Outline')
  await expect(outline.getByText(HEBREW).first()).toHaveCSS('direction', 'rtl')
  await ana.page.locator('[data-outline-block="one"]').focus()
  await ana.page.keyboard.press('Enter')
  const open = outline.getByRole('textbox', { name: 'Statement' })
  await expect(open).toHaveCSS('direction', 'rtl')
  await ana.page.keyboard.press('End')
  await ana.page.keyboard.type('!')
  await expect.poll(async () => (await saved(map, 'one')).statement).toBe(`${HEBREW}!`)
})

test('what is pasted becomes plain words, cut to the limit with a sentence', async ({ ana, server }) => {
  const map = await mapOf(server.origin, { id: 'one', statement: COLD })
  await ana.open(map.link('editor'))
  await copiesRichText(ana.page)
  const alone = async () => {
    await expect(ana.page.getByRole('dialog')).toHaveCount(0)
    await expect(ana.page.locator('.tl-shape')).toHaveCount(1)
  }
  await ana.startsWriting(ana.card(COLD))
  await ana.page.keyboard.type(': ')
  await ana.page.keyboard.press('ControlOrMeta+v')
  await expect(
    ana.page.getByText('A text holds 2,000 characters. What was pasted has been cut to fit.').first(),
  ).toBeVisible()
  await expect(ana.editor.locator('p')).toHaveCount(1)
  await expect(ana.editor.locator('h1, b, strong, a')).toHaveCount(0)
  await ana.stopsWriting()
  await alone()
  await expect
    .poll(async () => (await saved(map, 'one')).statement)
    .toMatch(new RegExp(`^${COLD}: Heading Some bold words and a link word`))
  expect((await saved(map, 'one')).statement.length).toBeGreaterThan(1_990)

  const panel = await ana.opensPanel('Block')
  const detail = panel.getByRole('textbox', { name: 'Detail' })
  await detail.focus()
  await ana.page.keyboard.press('ControlOrMeta+v')
  await expect(
    ana.page.getByText('A text holds 20,000 characters. What was pasted has been cut to fit.').first(),
  ).toBeVisible()
  await expect(detail.locator('h1, b, strong, a')).toHaveCount(0)
  await ana.page.keyboard.press('Escape')
  await alone()
  await expect
    .poll(async () => (await saved(map, 'one')).detail)
    .toMatch(/^Heading\n+Some bold words and a link\nword word/)
  expect((await saved(map, 'one')).detail?.length).toBeLessThanOrEqual(20_000)
})

test('no key typed into a text is taken for a command', async ({ ana, server }) => {
  const map = await mapOf(server.origin, { id: 'one', statement: '' }, { id: 'two', statement: NIGHTS })
  await ana.open(map.link('editor'))
  await ana.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const card = ana.page.locator('.tl-canvas [data-block="one"]')
  const expectNothingElse = async () => {
    await expect(ana.page.getByRole('dialog')).toHaveCount(0)
    await expect(ana.page.locator('.tl-shape')).toHaveCount(2)
    await expect(ana.page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute('aria-pressed', 'true')
    expect(
      await ana.page.evaluate(() => document.querySelector('.tl-canvas [data-block="two"]')?.getBoundingClientRect().y),
    ).toBe(at)
  }
  const at = await ana.page.evaluate(
    () => document.querySelector('.tl-canvas [data-block="two"]')?.getBoundingClientRect().y,
  )
  await ana.startsWriting(card)
  await typesEveryKey(ana.page, () => ana.written())
  await expectNothingElse()
  await ana.stopsWriting()

  const panel = await ana.opensPanel('Block')
  for (const name of ['Statement', 'Detail', VOICE.name]) {
    const box = panel.getByRole('textbox', { name, exact: true })
    await box.focus()
    await ana.page.keyboard.press('ControlOrMeta+a')
    await ana.page.keyboard.press('Delete')
    await typesEveryKey(ana.page, () => written(box))
    await expect(panel, 'the panel stays').toBeVisible()
  }
  await ana.page.keyboard.press('Escape')
  const field = panel.getByLabel('Without us')
  await field.focus()
  await typesEveryKey(ana.page, () => field.inputValue())
  await ana.page.keyboard.press('Enter')
  const outline = await ana.opensPanel('Outline')
  await ana.page.locator('[data-outline-block="one"]').focus()
  await ana.page.keyboard.press('Enter')
  const open = outline.getByRole('textbox', { name: 'Statement' })
  await expect(open).toBeFocused()
  await ana.page.keyboard.press('ControlOrMeta+a')
  await ana.page.keyboard.press('Delete')
  await typesEveryKey(ana.page, () => written(open))
  await expect(outline).toBeVisible()
  await expect(ana.page.locator('.tl-shape')).toHaveCount(2)
  await expect
    .poll(() => saved(map, 'one'))
    .toMatchObject({ statement: PRINTABLE.trim(), tellings: { ana: PRINTABLE.trim() } })
})

test('Tab goes on to the next block on the map and in the outline, and to the next field in the panel', async ({
  ana,
  server,
}) => {
  const map = await mapOf(server.origin, { id: 'one', statement: COLD }, { id: 'two', statement: NIGHTS })
  await ana.open(map.link('editor'))
  await ana.startsWriting(ana.card(COLD))
  const stations = async (scope: Locator | Page) => {
    const open = scope.getByRole('textbox', { name: 'Statement' })
    await expect.poll(() => written(open)).toBe(COLD)
    await ana.page.keyboard.press('Tab')
    await expect.poll(() => written(open)).toBe(NIGHTS)
    await expect(open).toBeFocused()
    await ana.page.keyboard.press('Shift+Tab')
    await expect.poll(() => written(open)).toBe(COLD)
    await expect(open).toBeFocused()
  }
  await stations(ana.page)
  await ana.stopsWriting()

  const panel = await ana.opensPanel('Block')
  const box = (name: string) => panel.getByRole('textbox', { name, exact: true })
  await box('Statement').focus()
  for (const name of ['Detail', VOICE.name]) {
    await ana.page.keyboard.press('Tab')
    await expect(box(name)).toBeFocused()
    await expect(box(name)).toHaveClass(/text-field-words/)
  }
  for (const name of ['Detail', 'Statement']) {
    await ana.page.keyboard.press('Shift+Tab')
    await expect(box(name)).toBeFocused()
    await expect(box(name)).toHaveClass(/text-field-words/)
  }
  const outline = await ana.opensPanel('Outline')
  await ana.page.locator('[data-outline-block="one"]').focus()
  await ana.page.keyboard.press('Enter')
  await stations(outline)
})
