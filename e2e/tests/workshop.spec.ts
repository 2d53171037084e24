/** A workshop: private until it is revealed, for those on the map and those on a phone, whenever they come. */
import type { Browser } from '@playwright/test'
import { expectAccessible } from '../world/a11y.ts'
import { expect, Person, test } from '../world/actors.ts'
import { makeMap, type MadeMap } from '../world/api.ts'
import { recordReceived } from '../world/received.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
const SECRET = 'The pharmacist sleeps because we take the alarm.'
const OTHER = 'A person takes every alarm.'

async function called(person: Person, name: string): Promise<void> {
  await person.page.addInitScript((given) => localStorage.setItem('throughline:name', given), name)
}

async function joinsByPhone(browser: Browser, map: MadeMap, name: string, voice: string): Promise<Person> {
  const person = await Person.arrives(name, browser, PHONE)
  await person.goesTo(map.link('commenter').replace('/m/', '/j/'))
  await person.page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await person.page.getByRole('radio', { name: voice }).check()
  await person.page.getByRole('button', { name: 'Join' }).click()
  return person
}

const answer = (person: Person) => person.page.getByRole('textbox', { name: /worth/ })
const next = (person: Person, stage: RegExp) => person.panel('Workshop').getByRole('button', { name: stage }).click()

/** On to the stage before the reveal; what comes before it is the programme's own affair. */
async function goesToWriting(person: Person): Promise<void> {
  const button = person.panel('Workshop').getByRole('button', { name: /^Next:/ })
  for (;;) {
    const says = (await button.textContent()) ?? ''
    if (says.includes('Reveal')) break
    await button.click()
    await expect(button).not.toHaveText(says)
  }
  await expect(answer(person)).toBeVisible()
}

test('everyone writes it down: nobody receives a word of another before the reveal, and everybody after', async ({
  ana,
  ben,
  cleo,
  browser,
  server,
}) => {
  test.setTimeout(120_000)
  const map = await makeMap(server.origin, { title: 'Vardeholm' })
  const heard = { ana: await recordReceived(ana.page), cleo: await recordReceived(cleo.page) }
  await Promise.all([called(ana, 'Ana'), called(ben, 'Ben'), called(cleo, 'Cleo')])
  await ana.open(map.link('editor'))
  await ana.opensPanel('Workshop')
  await expectAccessible(ana.page)
  await ana
    .panel('Workshop')
    .getByRole('radio', { name: /Everyone writes it down/ })
    .check()
  await ana.panel('Workshop').getByRole('button', { name: 'Start' }).click()
  await expect(ana.panel('Workshop').getByRole('timer')).toBeVisible()

  await ben.open(map.link('commenter'))
  await cleo.open(map.link('commenter'))
  const dan = await joinsByPhone(browser, map, 'Dan', 'Sales')
  await goesToWriting(ana)

  // Whoever is on the map finds the way in the line over it.
  await ben.page.getByRole('button', { name: 'Open Workshop' }).click()
  await cleo.page.getByRole('button', { name: 'Open Workshop' }).click()
  await answer(ben).fill(SECRET)
  await expect(ben.panel('Workshop')).toContainText('Kept on the server')

  // On the phone the line breaks; the words are kept, also over a reload.
  await dan.goesOffline()
  await answer(dan).fill(OTHER)
  await expect(dan.page.getByText('Kept on this device.').first()).toBeVisible()
  await dan.comesBack()
  await expect(dan.page.getByText('Kept on the server').first()).toBeVisible({ timeout: 20_000 })
  await dan.page.reload()
  await expect(answer(dan)).toHaveValue(OTHER)
  await expectAccessible(dan.page)
  await dan.page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(dan.page)

  // A late comer sees the clock in mid-count and the same question.
  const eve = await joinsByPhone(browser, map, 'Eve', 'Product')
  await expect(eve.page.getByRole('timer')).toBeVisible()
  await expect(answer(eve)).toHaveValue('')

  await expect(ana.panel('Workshop')).toContainText(/2 of \d have written/)
  expect(await heard.ana.has(SECRET)).toBe(false)
  expect(await heard.cleo.has(SECRET)).toBe(false)
  await next(ana, /^Next: Reveal/)
  expect(await heard.cleo.has(SECRET)).toBe(false)
  await next(ana, /^Reveal together/)
  await expect(cleo.panel('Workshop')).toContainText(SECRET)
  await expect(eve.page.getByText(SECRET)).toBeVisible()
  expect(await heard.cleo.has(SECRET)).toBe(true)
  await expectAccessible(cleo.page)

  // Dots by keyboard on the phone's page, hidden until the vote is closed.
  await next(ana, /^Next: /)
  const give = dan.page.getByRole('button', { name: /^Give a dot/ }).first()
  await dan.tabsTo(give)
  await dan.page.keyboard.press('Enter')
  await expect(dan.page.getByRole('img', { name: 'one dot' })).toBeVisible()
  await expect(give).toBeFocused()
  await next(ana, /^Close the vote/)
  await expect(eve.page.getByText('The vote is closed.')).toBeVisible()

  await next(ana, /^Next: Decide/)
  await expect(ben.panel('Workshop')).toContainText('Choose a block on the map to settle its wording.')
  await dan.leaves()
  await eve.leaves()
})
