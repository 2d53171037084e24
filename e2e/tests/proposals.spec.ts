/** Other wordings: proposed with a commenter's link, decided by whoever edits, and kept as dissent on the brief. */
import { expectAccessible } from '../world/a11y.ts'
import { expect, test, type Person } from '../world/actors.ts'
import { callAs, makeMap, mapFile } from '../world/api.ts'

const MAP = mapFile([
  { id: 'care', kind: 'value', statement: 'Ring the bell and a person answers.' },
  { id: 'bench', kind: 'proof', statement: 'Nine of ten calls within a minute.' },
])

async function called(person: Person, name: string): Promise<void> {
  await person.page.addInitScript((given) => localStorage.setItem('throughline:name', given), name)
}

const comments = (person: Person) => person.panel('Comments')

async function proposes(person: Person, statement: string, wording: string, why: string): Promise<void> {
  await person.selects(person.card(statement))
  await person.opensPanel('Block')
  await person.panel('Block').getByRole('button', { name: 'Propose another wording' }).click()
  await comments(person).getByRole('textbox', { name: 'Wording' }).fill(wording)
  await comments(person).getByRole('textbox', { name: 'Why, in a word' }).fill(why)
  await comments(person).getByRole('button', { name: 'Propose' }).click()
  await expect(comments(person).getByRole('region', { name: 'Another wording' })).toContainText(wording)
}

test('a commenter’s wording is accepted with one undo, says when it is stale, and is kept as dissent', async ({
  ana,
  ben,
  server,
}) => {
  const map = await makeMap(server.origin, { title: 'Vardeholm', map: MAP })
  await called(ana, 'Ana')
  await called(ben, 'Ben')
  await ben.open(map.link('commenter'))
  await ana.open(map.link('editor'))
  await proposes(ben, 'Ring the bell', 'Ring and a nurse answers.', 'It is nurses who do.')
  await expect(comments(ben).getByRole('region', { name: 'Another wording' })).toContainText(
    'Whoever may edit the map decides.',
  )
  await ana.opensPanel('Comments')
  await comments(ana)
    .getByRole('button', { name: /Ring and a nurse answers/ })
    .click()
  const box = comments(ana).getByRole('region', { name: 'Another wording' })
  await expect(box.locator('ins')).toContainText(['nurse'])
  await expect(box.locator('del').first()).toBeVisible()
  await expectAccessible(ana.page)

  // Somebody words the statement anew meanwhile.
  await ana.startsWriting(ana.card('Ring the bell'))
  await ana.page.keyboard.press('ControlOrMeta+End')
  await ana.writes(' Always.')
  await ana.stopsWriting()
  await expect(box).toContainText('The statement has changed since this was proposed.')
  await box.getByRole('button', { name: 'Accept' }).click()
  await expect(ben.sees('Ring and a nurse answers.')).toBeVisible()
  await expect(box).toContainText('Accepted by Ana today.')
  await expect(ana.card('Ring and a nurse').getByRole('img', { name: /comment/ })).toHaveCount(0)
  await ana.selects(ana.card('Ring and a nurse'))
  await ana.opensPanel('Block')
  await expect(ana.panel('Block')).toContainText('Worded by Ben, accepted today')
  await ana.page.locator('.tl-container').focus()
  await ana.undoes()
  await expect(ben.sees('Ring the bell and a person answers. Always.')).toBeVisible()
  await expect(ana.card('Ring the bell').getByRole('img', { name: 'One open comment' })).toBeVisible()

  await ana
    .panel('Block')
    .getByRole('button', { name: /Ring and a nurse answers/ })
    .click()
  await ben.opensPanel('Outline')
  await box.getByRole('button', { name: 'Keep as dissent' }).click()
  // Whoever proposed it is told, at once and when they look; once read it waits no more.
  await expect(ben.page.getByTestId('comment-news')).toHaveText('Ana kept your wording as dissent.')
  await ben.opensPanel('Comments')
  const told = comments(ben).getByRole('list', { name: 'For you' })
  await expect(told).toContainText('Ana kept your wording as dissent')
  await expectAccessible(ben.page)
  await told.getByRole('button').click()
  await expect(comments(ben).getByRole('region', { name: 'Another wording' })).toContainText('Kept as dissent by Ana')
  await comments(ben).getByRole('button', { name: 'All comments' }).click()
  await expect(comments(ben).getByRole('list', { name: 'Open' })).toBeAttached()
  await ana.opensPanel('Brief')
  const brief = ana.panel('Brief')
  await expect(brief).not.toContainText('would say')
  await brief.getByRole('radio', { name: 'Among what is open' }).check()
  await expect(brief).toContainText('Ben would say: “Ring and a nurse answers.”')
  await expectAccessible(ana.page)
  await expect(ana.savedState).toHaveText('Saved')
  const markdown = await callAs(map.keys.reader, `${server.origin}/api/maps/${map.id}/brief.md?dissent=1`)
  expect(await markdown.text()).toContain('Ben would say: “Ring and a nurse answers.”')
  const pdf = await callAs(map.keys.reader, `${server.origin}/api/maps/${map.id}/brief.pdf?dissent=1`)
  expect(pdf.status).toBe(200)
})

test('an editor’s own wording is declined with a reason and reconsidered, by keyboard alone', async ({
  ana,
  server,
}) => {
  const map = await makeMap(server.origin, { map: MAP })
  await called(ana, 'Ana')
  await ana.open(map.link('editor'))
  const press = (key: string) => ana.page.keyboard.press(key)
  await ana.selects(ana.card('Nine of ten'))
  await press('c')
  await ana.tabsTo(comments(ana).getByRole('radio', { name: 'A comment' }), 'Shift+Tab')
  await press('ArrowDown')
  const wording = comments(ana).getByRole('textbox', { name: 'Wording' })
  await ana.tabsTo(wording)
  await press('End')
  await ana.writes(' Day and night.')
  await ana.tabsTo(comments(ana).getByRole('button', { name: 'Propose' }))
  await press('Enter')
  const box = comments(ana).getByRole('region', { name: 'Another wording' })
  await ana.tabsTo(box.getByRole('button', { name: 'Decline' }))
  await press('Enter')
  await ana.writes('Nobody has counted the nights.')
  await press('Enter')
  await expect(box).toContainText('Declined by Ana today. “Nobody has counted the nights.”')
  await ana.tabsTo(box.getByRole('button', { name: 'Reconsider' }))
  await press('Enter')
  await expect(box.getByRole('button', { name: 'Accept' })).toBeVisible()
})
