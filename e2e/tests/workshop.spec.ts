/**
 * A workshop from the invitation to the brief: a facilitator, three people on the map and two on phones, with a reload, a
 * disconnect, a server that dies, and somebody who comes late. Nobody receives a word of another before the reveal.
 */
import type { Browser, Locator, Page } from '@playwright/test'
import { expectAccessible } from '../world/a11y.ts'
import { expect, Person, test } from '../world/actors.ts'
import { makeMap } from '../world/api.ts'
import { recordReceived, type Received } from '../world/received.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
const BENS = 'The pharmacist sleeps because we take the alarm.'
const CLEOS = 'Nobody drives out at night for a fridge that is fine.'
const DANS = 'A person takes every alarm, day and night.'
const EVES = 'Somebody knows which fridge it is.'
const PRIVATE = [BENS, CLEOS, DANS, EVES]
const DISSENT = 'It is the insurer who sleeps.'
const DANS_DISSENT = 'We never promised anybody sleep.'

/** In both themes. */
async function expectReadable(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
}

async function called(person: Person): Promise<void> {
  await person.page.addInitScript((given) => localStorage.setItem('throughline:name', given), person.name)
}

async function givesName(person: Person, voice: string): Promise<void> {
  await person.page.getByRole('textbox', { name: 'Your name' }).fill(person.name)
  await person.page.getByRole('radio', { name: voice }).check()
  await person.page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(person.page.getByRole('timer')).toBeVisible()
}

const arrivesWithPhone = (name: string, browser: Browser) => Person.arrives(name, browser, PHONE)
const answer = ({ page }: Person): Locator => page.getByRole('textbox', { name: 'What is it worth to them?' })
const panelOf = (person: Person): Locator => person.panel('Workshop')

/** By keyboard, as somebody without a mouse runs a workshop. */
async function presses(person: Person, name: string | RegExp): Promise<void> {
  const button = panelOf(person).getByRole('button', { name })
  await button.focus()
  await person.page.keyboard.press('Enter')
}

async function takesPart(person: Person, link: string): Promise<void> {
  await called(person)
  await person.open(link)
  // Whoever is on the map finds the way in the line over it.
  await person.page.getByRole('button', { name: 'Open Workshop' }).click()
}

test('everyone writes it down, from the invitation to the brief', async ({ ana, ben, cleo, browser, ownServer }) => {
  test.setTimeout(240_000)
  const { origin } = ownServer
  const map = await makeMap(origin, { title: 'Vardeholm' })
  const [dan, eve] = await Promise.all(['Dan', 'Eve'].map((name) => arrivesWithPhone(name, browser)))
  const finn = await Person.arrives('Finn', browser)
  if (dan === undefined || eve === undefined) throw new Error('two phones')

  // The facilitator starts it without a mouse, and the screen of the room says how to join.
  await called(ana)
  const heard = new Map<string, Received>([['Ana', await recordReceived(ana.page)]])
  await ana.open(map.link('editor'))
  await ana.opensPanel('Workshop')
  await expectReadable(ana.page)
  const start = panelOf(ana).getByRole('button', { name: 'Start' })
  await ana.tabsTo(start)
  await ana.page.keyboard.press('Enter')
  await expect(panelOf(ana).getByRole('timer')).toBeVisible()
  // The button has gone; the keyboard goes on from what has come.
  await expect(panelOf(ana).locator(':focus')).toContainText('Everyone writes it down')
  const screen = await ana.page.context().newPage()
  heard.set('the screen', await recordReceived(screen))
  await screen.goto(`${origin}/m/${map.id}/screen`)
  await expect(screen.getByRole('img', { name: 'Link to join' })).toBeVisible()
  const code = (await screen.locator('footer strong').textContent()) ?? ''
  expect(code).toMatch(/^[A-Z0-9]{3} [A-Z0-9]{3}$/)

  // Three on the map, by a link; one on a phone, by the code.
  for (const person of [ben, cleo, finn]) {
    heard.set(person.name, await recordReceived(person.page))
    await takesPart(person, map.link('commenter'))
  }
  heard.set('Dan', await recordReceived(dan.page))
  await dan.goesTo(`${origin}/j`)
  await dan.page.getByRole('textbox', { name: 'Code to join' }).fill(code.toLowerCase())
  await dan.page.keyboard.press('Enter')
  await expect(dan.page.getByText('whoever runs the server could still read it')).toBeVisible()
  await expectReadable(dan.page)
  await givesName(dan, 'Sales')
  await dan.page.getByRole('button', { name: 'Raise a hand' }).click()
  await expect(panelOf(ana)).toContainText('A hand is up: Dan')

  // The programme is changed while it runs.
  await presses(ana, 'Change the programme')
  await panelOf(ana).getByText('4. Vote').click()
  await panelOf(ana).getByRole('spinbutton', { name: 'Dots for each person' }).fill('2')
  await presses(ana, 'Keep these changes')
  await expect(panelOf(ana).getByRole('form', { name: 'Change the programme' })).toHaveCount(0)

  await presses(ana, /^Next: Write/)
  await expect(answer(ben)).toBeVisible()
  await panelOf(ben).getByRole('combobox', { name: 'You speak for' }).selectOption('Product')
  await answer(ben).fill(BENS)
  await expect(panelOf(ben)).toContainText('Kept on the server')

  // A phone loses its line in mid-sentence: the words are kept, and over a reload.
  await dan.goesOffline()
  await answer(dan).fill(DANS)
  await expect(dan.page.getByText('Kept on this device.').first()).toBeVisible()
  await dan.comesBack()
  await expect(dan.page.getByText('Kept on the server').first()).toBeVisible({ timeout: 20_000 })
  await dan.page.reload()
  await expect(answer(dan)).toHaveValue(DANS)
  await expectReadable(dan.page)

  // The server dies while somebody writes; what it had is there again, and what it had not yet comes.
  await ownServer.kill()
  await answer(cleo).fill(CLEOS)
  await expect(panelOf(cleo)).toContainText('Kept on this device.')
  await ownServer.restart()
  await expect(panelOf(cleo)).toContainText('Kept on the server', { timeout: 30_000 })
  await expect(answer(ben)).toHaveValue(BENS)

  // Who comes late sees the clock in mid-count and the same questions.
  heard.set('Eve', await recordReceived(eve.page))
  await eve.goesTo(`${origin}/j/${code.replace(' ', '')}`)
  await givesName(eve, 'Customer')
  await answer(eve).fill(EVES)
  await expect(eve.page.getByText('Kept on the server').first()).toBeVisible()
  await expect(screen.getByText('4 of 6 have written')).toBeVisible({ timeout: 20_000 })
  await expect(panelOf(ana)).toContainText('4 of 6 have written', { timeout: 20_000 })
  await expectAccessible(screen)

  const authors = new Map([
    [BENS, 'Ben'],
    [CLEOS, 'Cleo'],
    [DANS, 'Dan'],
    [EVES, 'Eve'],
  ])
  const whoHeard = async (words: string): Promise<readonly string[]> => {
    const all = await Promise.all([...heard].map(async ([name, received]) => ((await received.has(words)) ? name : '')))
    return all.filter((name) => name !== '' && name !== authors.get(words))
  }
  await presses(ana, /^Next: Reveal/)
  await expect(panelOf(finn)).toContainText('Sealed until the reveal.')
  for (const words of PRIVATE) expect([words, await whoHeard(words)]).toEqual([words, []])
  await presses(ana, /^Reveal this one.*What is it worth to them/)
  await expect(panelOf(finn)).toContainText(BENS)
  await expect(eve.page.getByText(DANS)).toBeVisible()
  await expect(screen.getByText(CLEOS)).toBeVisible()
  for (const words of PRIVATE) expect((await whoHeard(words)).length).toBeGreaterThan(4)
  await expectReadable(finn.page)
  await expectAccessible(screen)
  await presses(ana, /^Reveal together/)

  // Dots: on the phone's page by keyboard, on the map by mouse; counts are hidden until the vote is closed.
  await presses(ana, /^Next: Vote/)
  await expect(panelOf(finn)).toContainText('Two dots left.')
  const give = dan.page.getByRole('button', { name: new RegExp(`^Give a dot.*${BENS}`) })
  await dan.tabsTo(give)
  await dan.page.keyboard.press('Enter')
  await expect(dan.page.getByRole('img', { name: 'one dot' })).toBeVisible()
  await expect(give).toBeFocused()
  await expectReadable(dan.page)
  for (const { page } of [ben, eve])
    await page.getByRole('button', { name: new RegExp(`^Give a dot.*${BENS}`) }).click()
  await expect(panelOf(ana)).toContainText('3 of 6 have voted')
  await expect(panelOf(finn)).not.toContainText('three dots')
  await presses(ana, /^Close the vote/)
  await expect(panelOf(finn)).toContainText('three dots')
  await expect(eve.page.getByText('three dots')).toBeVisible()

  // What came first becomes a block, and its wording is settled; who sees it differently says so.
  await presses(ana, /^Next: Decide/)
  await presses(ana, new RegExp(`^Adopt as a block and settle it.*${BENS}`))
  await presses(ana, 'Agree on this wording')
  await expect(panelOf(ana)).toContainText(/Agreed by .*Ana.*Ben/)
  await expect(ben.sees(BENS)).toBeVisible()
  await presses(ana, /^Bring everyone/)
  await expect(finn.page.getByText(`Everyone is brought to “${BENS}”.`)).toBeVisible()
  await finn.page.getByRole('button', { name: 'Back to where I was' }).click()
  await expect(finn.page.getByRole('button', { name: 'Go there' })).toBeVisible()
  // Ben was brought along, and settles the same block.
  await presses(ben, 'I see it differently')
  await ben.page.keyboard.type(DISSENT)
  await presses(ben, 'Keep my dissent')
  await expect(panelOf(ben)).toContainText('Kept, in your words.')

  // So are the phones, which have no map: the wordings side by side, and room for dissent.
  await expect(dan.page.getByText('Everyone is looking at')).toBeVisible()
  await expect(dan.page.getByText(/Agreed by .*Ana.*Ben/)).toBeVisible()
  await expect(dan.page.getByRole('heading', { name: 'Wordings' })).toBeVisible()
  await expect(dan.page.getByText(CLEOS)).toBeVisible()
  await dan.page.getByRole('button', { name: 'I see it differently' }).click()
  await dan.page.getByRole('textbox', { name: 'In your own words' }).fill(DANS_DISSENT)
  await dan.page.getByRole('button', { name: 'Keep my dissent' }).click()
  await expect(dan.page.getByText('Kept, in your words.')).toBeVisible()
  await expect(eve.page.getByText(DANS_DISSENT)).toBeVisible()
  await expectReadable(dan.page)

  // The brief, and what is left of it all.
  await presses(ana, /^Next: Brief/)
  await expect(eve.page.getByRole('article')).toContainText(BENS)
  await presses(ana, 'Read the brief')
  await expect(ana.panel('Brief')).toContainText(BENS)
  await ana.page.getByRole('button', { name: 'Open Workshop' }).click()
  await presses(ana, 'End the workshop')
  await presses(ana, 'End it')
  await expect(panelOf(ana)).toContainText('The workshop has ended.')
  await expect(dan.page.getByRole('main').getByText('The workshop has ended.')).toBeVisible()
  await expectReadable(ana.page)
  const minutes = await ana.page.request.get(`${origin}/api/maps/${map.id}/workshop/minutes.md`)
  expect(await minutes.text()).toContain(DISSENT)
  expect(await minutes.text()).toContain(DANS_DISSENT)
  await Promise.all([dan, eve, finn].map((person) => person.leaves()))
})
