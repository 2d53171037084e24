/** Starting from what one has: notes, a whiteboard, a template. */
import type { Page } from '@playwright/test'
import { expectAccessible } from '../world/a11y.ts'
import { expect, test } from '../world/actors.ts'

const STICKIES = `\uFEFFID,Text,BG Color,Shape,Position X,Position Y,Area,Votes
1,WHY WE EXIST,#FFFFFF,title,40,20,,0
2,Nothing spoils because a door stayed open,#FF8A80,sticky,40,80,WHY WE EXIST,6
3,WHO FOR??,#FFFFFF,title,620,20,,0
4,"Pharmacies, at the end of the line",#80D8FF,sticky,620,80,WHO FOR??,4
5,"Pharmacies, at the end of the line ",#80D8FF,sticky,640,90,WHO FOR??,0
6,WHAT THEY GET,#FFFFFF,title,330,20,,0
7,"A person rings, not an alarm",#FFD180,sticky,330,80,WHAT THEY GET,5
8,???,#FFFF8D,sticky,1400,900,,0
9,ask for a named customer!!,#FFD180,sticky,910,470,,7`

const FRAMEWORK = `## Messaging pillars
- **Calm:** Nobody drives out at night
- **Cold:** Nine hours without power

## Supporting messages
### 1 - Calm
- Not one drive since March
### 2 - Cold
- Measured in May, on stage`

/** As the clipboard brings it: a paste on whatever has the focus. */
async function pastes(page: Page, text: string, type = 'text/plain'): Promise<void> {
  await page.evaluate(
    ([words, as]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData(as, words)
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [text, type] as const,
  )
}

const lines = (page: Page) => page.getByRole('listbox', { name: 'Lines' }).getByRole('option')

test('a messy board is pasted, corrected by keyboard, landed, and gone with one undo', async ({ ana, ben, map }) => {
  await ana.open(map.link('editor'))
  await ana.adds('Purpose', 'Here before', { x: 400, y: 300 })
  await ana.page.mouse.click(900, 700)
  await pastes(ana.page, STICKIES)
  const dialog = ana.page.getByRole('dialog', { name: 'Four blocks, no links' })
  await expect(lines(ana.page)).toHaveText([
    /^PurposeNothing spoils/,
    /^AudiencePharmacies/,
    /^Left outPharmacies.*says the same as row 5/,
    /^ValueA person rings/,
    /^Left out\?\?\?.*has no words/,
    /^Valueask for a named customer.*by its colour/,
  ])
  await expect(dialog.getByRole('listbox')).toBeFocused()
  await expectAccessible(ana.page)
  for (const key of ['End', '0', 'Home', 'ArrowDown', 'Shift+ArrowDown', '3']) await ana.page.keyboard.press(key)
  await expect(ana.page.getByRole('dialog', { name: 'Four blocks, no links' })).toBeVisible()
  await expect(lines(ana.page).nth(2)).toContainText('Audience')
  await ana.page.keyboard.press('ArrowDown')
  await ana.page.keyboard.press('ArrowUp')
  await ana.page.keyboard.press('0')
  await expect(ana.page.getByRole('dialog', { name: 'Three blocks, no links' })).toBeVisible()
  await ana.page.getByRole('button', { name: 'Add to this map' }).click()

  await ben.open(map.link('editor'))
  for (const words of ['Nothing spoils', 'Pharmacies, at the end', 'A person rings']) {
    await expect(ana.sees(words)).toHaveCount(1)
    await expect(ben.sees(words)).toHaveCount(1)
  }
  await ana.undoes()
  await expect(ben.page.locator('.tl-canvas [data-block]')).toHaveCount(1)
  await expect(ben.sees('Here before')).toBeVisible()
})

test('a framework becomes a map with its argument, several lines corrected at once by mouse', async ({
  ana,
  server,
}) => {
  await ana.goesTo(server.origin)
  await ana.page.getByRole('button', { name: 'Bring notes or a file' }).click()
  await ana.page.getByRole('textbox', { name: 'Text' }).fill(FRAMEWORK)
  await ana.page.getByRole('button', { name: 'Look at the lines' }).click()
  await expect(ana.page.getByRole('dialog', { name: 'Four blocks, two links' })).toBeVisible()
  await lines(ana.page).nth(2).click()
  await lines(ana.page)
    .nth(3)
    .click({ modifiers: ['Shift'] })
  const bar = ana.page.getByRole('toolbar', { name: 'What the chosen lines become' })
  await bar.getByRole('button', { name: 'Audience' }).click()
  await expect(lines(ana.page).filter({ hasText: 'Audience' })).toHaveCount(2)
  await bar.getByRole('button', { name: 'Proof' }).click()
  await ana.page.getByRole('button', { name: 'Make the map' }).click()
  await ana.seesTheMap()
  await expect(ana.page.locator('.tl-canvas [data-block]')).toHaveCount(4)
  await expect(ana.shapes('link')).toHaveCount(2)
})

test('one line that is pasted stays a word on the canvas', async ({ ana, mapUrl }) => {
  await ana.open(mapUrl)
  await ana.page.mouse.click(700, 500)
  await pastes(ana.page, 'Just a word')
  await expect(ana.shapes('text')).toHaveText('Just a word')
  await expect(ana.page.getByRole('dialog')).toHaveCount(0)
})

test('notes on the canvas turn into blocks where they are read the same way, with one undo', async ({ ana, map }) => {
  await ana.open(map.link('editor'))
  for (const [words, x] of [
    ['Value: Nobody drives out', 500],
    ['Proof: Not one drive since March', 800],
  ] as const) {
    await ana.picks('Note')
    await ana.page.mouse.click(x, 400)
    await ana.page.keyboard.type(words)
    await ana.page.keyboard.press('Escape')
  }
  await ana.page.keyboard.press('ControlOrMeta+a')
  await ana.page.mouse.click(500, 400, { button: 'right' })
  await ana.page.getByRole('menuitem', { name: 'Turn into blocks…' }).click()
  await expect(lines(ana.page)).toHaveCount(2)
  await ana.page.getByRole('button', { name: 'Add to this map' }).click()
  await expect(ana.sees('Nobody drives out')).toBeVisible()
  await expect(ana.shapes('note')).toHaveCount(0)
  await ana.undoes()
  await expect(ana.shapes('note')).toHaveCount(2)
  await expect(ana.page.locator('.tl-canvas [data-block]')).toHaveCount(0)
})

test('a template asks, and what it asks is gone when something is written, on the card and from the brief', async ({
  ana,
  server,
}) => {
  await ana.goesTo(server.origin)
  await ana.page.getByRole('button', { name: 'Begin with a template' }).click()
  await expectAccessible(ana.page)
  await ana.page.getByRole('button', { name: /^Grown by word of mouth/ }).click()
  await ana.seesTheMap()
  const card = ana.card('Why did the first customers tell somebody else about you?')
  await ana.startsWriting(card)
  await ana.writes('They slept again')
  await ana.stopsWriting()
  await expect(ana.sees('They slept again')).toBeVisible()
  await expect(card).toHaveCount(0)
  const brief = await ana.opensPanel('Brief')
  await expect(brief.getByText('They slept again').first()).toBeVisible()
  await expect(brief).not.toContainText('worrying')
})

test('on a phone in the dark, pasted lines are chosen by touch', async ({ browser, server }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    hasTouch: true,
  })
  const page = await context.newPage()
  await page.goto(server.origin)
  await page.getByRole('button', { name: 'Bring notes or a file' }).tap()
  await page.getByRole('textbox', { name: 'Text' }).fill(FRAMEWORK)
  await page.getByRole('button', { name: 'Look at the lines' }).tap()
  await lines(page).nth(0).tap()
  await lines(page).nth(1).tap()
  await page.getByRole('button', { name: 'Audience' }).tap()
  await expect(lines(page).filter({ hasText: 'Audience' })).toHaveCount(2)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await context.close()
})

test('a formatted page without plain text is pasted as its words, and what has none says why', async ({ ana, map }) => {
  await ana.open(map.link('editor'))
  await ana.page.mouse.click(900, 700)
  await pastes(
    ana.page,
    '<h2>Values</h2><ul><li>Nobody drives out at night</li><li>Cold for hours</li></ul>',
    'text/html',
  )
  await expect(lines(ana.page).filter({ hasText: 'Nobody drives out at night' })).toContainText('Value')
  await ana.page.keyboard.press('Escape')
  await expect(lines(ana.page)).toHaveCount(0)
  await pastes(ana.page, '<img src="nothing.png">', 'text/html')
  await expect(ana.page.getByText('There are no words on the clipboard')).toBeVisible()
  await ana.adds('Value', 'It is open ', { x: 400, y: 300 })
  await ana.page.keyboard.press('Enter')
  await expect(ana.editor).toBeFocused()
  await pastes(ana.page, '<p>to <b>bicycles</b></p>', 'text/html')
  await ana.stopsWriting()
  await expect(ana.card('It is open to bicycles')).toBeVisible()
})
