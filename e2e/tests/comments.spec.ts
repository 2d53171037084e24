/** Talking about the map: from a phone with a commenter's link, live on the desktop, by keyboard alone, and offline. */
import type { BrowserContextOptions } from '@playwright/test'
import { expectAccessible } from '../world/a11y.ts'
import { expect, Person, test } from '../world/actors.ts'
import { makeMap, mapFile, type MadeMap } from '../world/api.ts'

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const MAP = mapFile(
  [
    { id: 'care', kind: 'value', statement: 'Ring the bell and a person answers.' },
    { id: 'bench', kind: 'proof', statement: 'Nine of ten calls within a minute.' },
  ],
  [['bench', 'care']],
)

async function called(person: Person, name: string): Promise<void> {
  await person.page.addInitScript((given) => localStorage.setItem('throughline:name', given), name)
}

const comments = (person: Person) => person.panel('Comments')
const linkTo = (map: MadeMap, thread: string | null) => `${map.link('owner').split('#')[0]}#thread=${thread}`

test('the commenter on a phone: opens a deep link, answers, mentions, resolves; the desktop sees it live', async ({
  ana,
  browser,
  server,
}) => {
  const map = await makeMap(server.origin, { map: MAP })
  await called(ana, 'Ana')
  await ana.open(map.link('owner'))
  await ana.selects(ana.card('Ring the bell'))
  await ana.page.keyboard.press('c')
  const field = comments(ana).getByRole('textbox', { name: 'Comment' })
  await expect(field).toBeFocused()
  await ana.writes('Always a person? At night too?')
  await ana.page.keyboard.press('ControlOrMeta+Enter')
  const article = comments(ana).getByRole('article')
  await expect(article).toContainText('At night too?')
  await expect(ana.card('Ring the bell').getByRole('img', { name: 'One open comment' })).toBeVisible()
  const link = linkTo(map, await article.getAttribute('data-thread'))

  await ana.opensPanel('Outline')

  const ben = await Person.arrives('Ben', browser, PHONE)
  await called(ben, 'Ben')
  await ben.goesTo(map.link('commenter'))
  await expect(ben.panel('Outline')).toContainText('One open comment')
  await ben.goesTo('about:blank')
  await ben.goesTo(link)
  const talk = comments(ben)
  await expect(talk.getByRole('article')).toContainText('Always a person? At night too?')
  await expect(ben.page).toHaveURL(/\/m\/[^#]+$/)
  expect(await ben.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await talk.getByRole('textbox', { name: 'Answer' }).fill('From eight to eight. Ask @An')
  await talk.getByRole('option', { name: 'Ana' }).tap()
  await talk.getByRole('button', { name: 'Send' }).tap()
  await expect(talk.getByRole('listitem').last()).toContainText('From eight to eight. Ask @Ana')
  await expectAccessible(ben.page)

  await expect(ana.page.getByTestId('comment-news')).toHaveText('Ben mentions you: From eight to eight. Ask @Ana')
  await expect(ana.page.getByRole('button', { name: 'Comments', exact: true })).toHaveAccessibleDescription(
    'One new comment for you',
  )
  await ana.opensPanel('Comments')
  const inbox = comments(ana).getByRole('list', { name: 'For you' })
  await expect(inbox).toContainText('Ben mentions you')
  await expectAccessible(ana.page)
  await ana.page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(ana.page)
  await inbox.getByRole('button').click()
  await expect(article.getByRole('listitem').last().locator('strong')).toHaveText('@Ana')
  await expectAccessible(ana.page)

  await talk.getByRole('button', { name: 'Resolve' }).tap()
  await expect(article).toContainText('Resolved by Ben today')
  await expect(ana.card('Ring the bell').getByRole('img', { name: /comment/ })).toHaveCount(0)
  // A commenter's link changes nothing else.
  await ben.opensPanel('Outline')
  await expect(ben.panel('Outline').getByRole('button', { name: 'Add a proof' })).toHaveCount(0)

  // On the map behind its button: a place, by thumb.
  await ben.page.getByRole('button', { name: 'Map', exact: true }).tap()
  await ben.seesTheMap()
  await ben.page.touchscreen.tap(200, 700)
  await ben.page.getByRole('button', { name: 'Comment here' }).tap()
  await talk.getByRole('textbox', { name: 'Comment' }).fill('What goes here?')
  await talk.getByRole('button', { name: 'Send' }).tap()
  await expect(ana.page.getByRole('button', { name: 'Comment on this place: What goes here?' })).toBeAttached()
  await ben.leaves()
})

test('by keyboard alone: a place is commented, mentioned people are chosen, one’s own is edited and deleted', async ({
  ana,
  ben,
  server,
}) => {
  const map = await makeMap(server.origin, { map: MAP })
  await called(ana, 'Ana')
  await called(ben, 'Ben Oder')
  await ben.open(map.link('viewer'))
  await ana.open(map.link('editor'))
  const press = (key: string) => ana.page.keyboard.press(key)
  await ana.page.locator('.tl-container').focus()
  await press('c')
  await expect(comments(ana).getByRole('textbox', { name: 'Comment' })).toBeFocused()
  await ana.writes('@od')
  await expect(comments(ana).getByRole('option', { name: 'Ben Oder' })).toBeVisible()
  await press('Enter')
  await ana.writes('what of this corner?')
  await press('ControlOrMeta+Enter')
  const article = comments(ana).getByRole('article')
  await expect(article).toContainText('@Ben Oder what of this corner?')
  await expect(ana.page.getByRole('button', { name: /^Comment on this place/ })).toBeVisible()

  await ben.opensPanel('Comments')
  await expect(comments(ben).getByRole('list', { name: 'For you' })).toContainText('Ana mentions you')
  await expect(comments(ben)).toContainText('This link reads comments; it does not write them.')

  await ana.tabsTo(article.getByRole('button', { name: 'Edit' }))
  await press('Enter')
  await ana.writes(' And that one?')
  await press('ControlOrMeta+Enter')
  await expect(article).toContainText('what of this corner? And that one?')
  await expect(article).toContainText('edited')
  await ana.tabsTo(article.getByRole('button', { name: 'Delete' }))
  await press('Enter')
  await ana.tabsTo(article.getByRole('button', { name: 'Delete', exact: true }))
  await press('Enter')
  await expect(comments(ana)).toContainText('This comment is not here any more.')
  await expect(comments(ben)).toContainText('Nothing waits for you')
})

test('two answer at once, one of them offline: nothing is lost; the thread outlives its block', async ({
  ana,
  ben,
  server,
}) => {
  const map = await makeMap(server.origin, { map: MAP })
  await called(ana, 'Ana')
  await called(ben, 'Ben')
  await ana.open(map.link('editor'))
  await ben.open(map.link('commenter'))
  await ana.selects(ana.card('Nine of ten'))
  await ana.page.keyboard.press('c')
  await comments(ana).getByRole('combobox', { name: 'About' }).selectOption('Source')
  await comments(ana).getByRole('textbox', { name: 'Comment' }).fill('Whose count is that?')
  await comments(ana).getByRole('button', { name: 'Send' }).click()
  await ben.opensPanel('Comments')
  await comments(ben)
    .getByRole('button', { name: /Whose count/ })
    .click()
  await expect(comments(ben).getByRole('article')).toContainText('Proof · Source')

  await ben.goesOffline()
  await comments(ben).getByRole('textbox', { name: 'Answer' }).fill('Ours, from the switchboard.')
  await comments(ben).getByRole('button', { name: 'Send' }).click()
  await expect(ben.savedState).toHaveText(/Kept on this device/)
  await ben.page.getByRole('button', { name: /Kept on this device/ }).click()
  await expect(ben.page.getByRole('dialog')).toContainText('Ours, from the switchboard.')
  await ben.page.keyboard.press('Escape')
  await comments(ana).getByRole('textbox', { name: 'Answer' }).fill('The auditor’s?')
  await comments(ana).getByRole('button', { name: 'Send' }).click()
  await ana.page.locator('.tl-container').focus()
  await ana.page.keyboard.press('Delete')
  await expect(ana.card('Nine of ten')).toHaveCount(0)
  await ben.comesBack()
  for (const person of [ana, ben]) {
    const article = comments(person).getByRole('article')
    await expect(article.getByRole('listitem')).toHaveCount(3)
    await expect(article).toContainText('Ours, from the switchboard.')
    await expect(article).toContainText('The auditor’s?')
    await expect(article).toContainText('On the proof that has been deleted')
    await expect(article).toContainText('“Nine of ten calls within a minute.”')
  }
})
