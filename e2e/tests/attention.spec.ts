/**
 * Where a room looks: one follows somebody, is shown the map, sees what is pointed at; and the canvas is locked and opened
 * by whoever facilitates, and nobody loses a word by it.
 */
import { expectAccessible } from '../world/a11y.ts'
import { expect, test, type Person } from '../world/actors.ts'

async function called(person: Person): Promise<void> {
  await person.page.addInitScript((given) => localStorage.setItem('throughline:name', given), person.name)
}

/** By keyboard. */
async function presses({ page }: Person, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().focus()
  await page.keyboard.press('Enter')
}

async function comesToTheMap(person: Person, url: string): Promise<void> {
  await called(person)
  await person.open(url)
}

async function startsWorkshop(person: Person): Promise<void> {
  await person.opensPanel('Workshop')
  await presses(person, 'Start')
  await expect(person.panel('Workshop').getByRole('timer')).toBeVisible()
}

/** Done when the server has answered: the others hear of it sooner, and until then another press is none. */
async function turns(person: Person, way: 'Lock' | 'Unlock'): Promise<void> {
  await presses(person, `${way} the canvas`)
  const back = person.page.getByRole('button', {
    name: `${way === 'Lock' ? 'Unlock' : 'Lock'} the canvas`,
    exact: true,
  })
  await expect(back.first()).toHaveAttribute('aria-disabled', 'false')
}

test('a locked canvas takes the facilitator’s edits alone; what others had in hand waits and comes when it opens', async ({
  ana,
  ben,
  mapUrl,
}) => {
  test.setTimeout(120_000)
  await comesToTheMap(ana, mapUrl)
  await ana.addsValue('Nobody drives out at night')
  await comesToTheMap(ben, mapUrl)
  await startsWorkshop(ana)
  const card = ben.card('Nobody drives out')

  // In the middle of a sentence, and with a field that is not left yet.
  await ben.selects(card)
  await ben.page.keyboard.press('b')
  await ben.page.getByRole('combobox', { name: 'Owner' }).fill('Mira')
  await turns(ana, 'Lock')
  await expect(ana.page.getByText('The canvas is locked for everybody who does not facilitate.')).toBeVisible()
  const line = ben.page.getByText('Ana has locked the canvas.')
  await expect(line).toBeVisible()
  await expect(line).toContainText('What you had in hand waits on this device')
  await expect(ben.savedState).toHaveText('Not saved: the canvas is locked')
  await expect(ben.page.getByRole('button', { name: 'Value', exact: true })).toHaveCount(0)
  await expectAccessible(ben.page)
  await ben.page.keyboard.press('Escape')
  await ben.pointsTwiceAt(card)
  await expect(ben.page.locator('[data-editing="true"]')).toHaveCount(0)

  // Over a reload too; and it says what waits.
  await ben.page.reload()
  await ben.seesTheMap()
  await expect(line).toBeVisible()
  await ben.savedState.click()
  await expect(ben.page.getByRole('dialog', { name: 'Not yet safe' })).toContainText('when the canvas is open again')
  await ben.page.keyboard.press('Escape')

  // The facilitator goes on, and everybody sees it.
  await ana.startsWriting(ana.card('Nobody drives out'))
  await ana.writes(', and everybody sleeps')
  await ana.stopsWriting()
  await expect(ben.sees('and everybody sleeps')).toBeVisible()
  await turns(ana, 'Unlock')
  await expect(line).toHaveCount(0)
  await expect(ben.savedState).toHaveText('Saved')
  await ana.selects(ana.card('Nobody drives out'))
  await ana.opensPanel('Block')
  await expect(ana.page.getByRole('combobox', { name: 'Owner' })).toHaveValue('Mira')

  // An open sentence closes with its words, and what was written away from the server meanwhile comes later.
  await ben.startsWriting(ben.card('everybody sleeps'))
  await ben.writes(', the pharmacist too')
  await expect(ana.sees('the pharmacist too')).toBeVisible()
  await ana.opensPanel('Workshop')
  await turns(ana, 'Lock')
  await expect(ben.editor).toHaveCount(0)
  await expect(ben.savedState).toHaveText('Saved')
  // Nothing is written by going back either.
  await ben.undoes()
  await ben.page.keyboard.press('Delete')
  await expect(ben.sees('the pharmacist too')).toBeVisible()
  await expect(ben.savedState).toHaveText('Saved')
  await turns(ana, 'Unlock')
  await expect(line).toHaveCount(0)
  await expect(ana.sees('the pharmacist too')).toBeVisible()
  await ben.goesOffline()
  await expect(ben.savedState).toHaveText(/out of reach/, { timeout: 20_000 })
  await ben.addsValue('Written on a train', { x: 900, y: 600 })
  await turns(ana, 'Lock')
  await ben.comesBack()
  await expect(ben.savedState).toHaveText('Not saved: the canvas is locked', { timeout: 20_000 })
  await expect(ana.sees('Written on a train')).toHaveCount(0)
  await turns(ana, 'Unlock')
  await expect(ana.sees('Written on a train')).toBeVisible()
  await expect(ben.savedState).toHaveText('Saved')
})

/** By how many screen pixels a card stands elsewhere on one screen than on another. */
async function apart(one: Person, other: Person, words: string): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((person) => person.card(words).boundingBox()))
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) + Math.abs(a.width - b.width) : Number.POSITIVE_INFINITY
}

const looksAlong = (one: Person, other: Person, words: string) =>
  expect.poll(() => apart(one, other, words), { message: `${one.name} sees what ${other.name} sees` }).toBeLessThan(4)

async function pans({ page }: Person, by: number): Promise<void> {
  await page.mouse.move(700, 500)
  await page.mouse.wheel(by, by / 2)
}

const FAR = 'Nobody drives out at night'

test('one follows a face, looks away by looking, and comes back with one click', async ({ ana, ben, mapUrl }) => {
  await comesToTheMap(ana, mapUrl)
  await ana.addsValue(FAR)
  await comesToTheMap(ben, mapUrl)
  await expect(ben.sees(FAR)).toBeVisible()
  await presses(ben, 'Follow Ana')
  const tab = ben.page.getByRole('status').filter({ hasText: 'Following Ana' })
  await expect(tab).toBeVisible()
  await pans(ana, 240)
  await looksAlong(ben, ana, FAR)
  await expect(ben.page.getByRole('button', { name: 'Follow Ana' })).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(ben.page)

  // Two who follow each other move nobody, and each is free to go.
  await presses(ana, 'Follow Ben')
  await expect(ana.page.getByText('Following Ben')).toBeVisible()
  await looksAlong(ben, ana, FAR)
  await ana.page.keyboard.press('Escape')
  await expect(ana.page.getByText('You have looked away from Ben')).toBeVisible()
  await presses(ana, 'Done')
  await expect(ana.page.getByText('looked away')).toHaveCount(0)
  await pans(ana, -120)
  await looksAlong(ben, ana, FAR)

  await pans(ben, 160)
  await expect(ben.page.getByText('You have looked away from Ana')).toBeVisible()
  await ben.page
    .getByRole('status')
    .filter({ hasText: 'looked away' })
    .locator('..')
    .getByRole('button', { name: 'Follow Ana' })
    .click()
  await looksAlong(ben, ana, FAR)
  // A reload of the other ends nothing; leaving does.
  await ana.page.reload()
  await ana.seesTheMap()
  await expect(tab).toBeVisible()
  await looksAlong(ben, ana, FAR)
  await ana.goesTo(new URL('/', mapUrl).href)
  await expect(ben.page.getByText('Ana is not here any more.')).toBeVisible({ timeout: 20_000 })
})

test('whoever facilitates shows the map to everybody, and points at it; nobody is torn out of a sentence', async ({
  ana,
  ben,
  cleo,
  map,
}) => {
  test.setTimeout(120_000)
  await comesToTheMap(ana, map.link('editor'))
  await ana.addsValue(FAR)
  await comesToTheMap(ben, map.link('commenter'))
  await comesToTheMap(cleo, map.link('editor'))
  await startsWorkshop(ana)
  // Only those who facilitate may.
  await ben.page.getByRole('button', { name: /^Here now/ }).click()
  await expect(ben.page.getByRole('button', { name: 'Show everyone what I see' })).toHaveCount(0)
  await ben.page.keyboard.press('Escape')
  await cleo.startsWriting(cleo.card(FAR))

  const screen = await ana.page.context().newPage()
  await screen.goto(`${new URL(map.link('editor')).origin}/m/${map.id}/screen`)
  await expect(screen.getByRole('img', { name: 'Link to join' })).toBeVisible()
  await ana.page.bringToFront()

  await presses(ana, 'Show everyone what I see')
  await expect(ana.page.getByText('You are showing everyone the map')).toBeVisible()
  await expect(ben.page.getByText('Ana is showing you the map')).toBeVisible()
  await expect(cleo.page.getByText('Ana is showing the map')).toBeVisible()
  await expect(cleo.editor).toBeFocused()
  await cleo.stopsWriting()
  await presses(cleo, 'Follow Ana')
  await ana.page.keyboard.press('Escape')
  await pans(ana, 200)
  // Beside her panel Ana sees less of the map; theirs shows all of that.
  await expect(cleo.page.getByText('Ana is showing you the map')).toBeVisible()
  for (const person of [ben, cleo]) await expect(person.card(FAR)).toBeInViewport({ ratio: 0.9 })
  // On the big screen, too.
  await expect(screen.getByText('Ana is showing the map')).toBeVisible()
  await expect(screen.locator('[data-block]').filter({ hasText: FAR })).toBeInViewport({ ratio: 0.9 })
  await expectAccessible(screen)
  await expectAccessible(ana.page)
  await expectAccessible(ben.page)
  await presses(ben, 'Stop following')
  await expect(ben.page.getByText('Ana is showing the map')).toBeVisible()
  await expect(ben.page.getByRole('button', { name: 'Follow Ana' }).first()).toBeVisible()

  // The laser, by its key; it fades.
  await ana.page.keyboard.press('k')
  await expect(ana.page.getByRole('button', { name: 'Laser' })).toHaveAttribute('aria-pressed', 'true')
  await ana.page.mouse.move(400, 400)
  await ana.page.mouse.down()
  // It goes on moving until all have seen it: on a busy machine a trail is gone before one looks.
  let at = 400
  for (const page of [ben.page, cleo.page, screen])
    await expect
      .poll(async () => {
        await ana.page.mouse.move((at = 1_000 - at), 440, { steps: 8 })
        return page.locator('.canvas-peer-laser').count()
      })
      .toBe(1)
  await ana.page.mouse.up()
  for (const person of [ben, cleo]) await expect(person.page.locator('.canvas-peer-laser')).toHaveCount(0)

  // Whoever has come with a phone is one tap away.
  await cleo.page.setViewportSize({ width: 390, height: 844 })
  await expect(cleo.panel('Outline')).toBeVisible()
  await cleo.page.getByRole('button', { name: 'Look along' }).click()
  await expect(cleo.page.getByText('Ana is showing you the map')).toBeVisible()
  // All of a wide screen is on a narrow one; so small, cards are drawn and not elements.
  await expect(cleo.page.getByRole('button', { name: /^[1-5]\d %, look/ })).toBeVisible()

  await presses(ana, 'Stop showing')
  for (const person of [ben, cleo])
    await expect(person.page.getByText('Ana has stopped showing the map.')).toBeVisible()
  await expect(screen.getByText('Ana is showing the map')).toHaveCount(0)
})
