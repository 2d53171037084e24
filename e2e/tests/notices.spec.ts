/** What the map shows about itself: found while people write, acted on, left with a reason for everybody, and back. */
import type { MapFile } from '@throughline/shared/map-file'
import { makeMap } from '../world/api.ts'
import { expectAccessible } from '../world/a11y.ts'
import { expect, test, type Person } from '../world/actors.ts'

const MAP: MapFile = {
  format: 'throughline-map',
  version: 1,
  title: 'Span',
  subject: 'Span, bridge watch',
  voices: [],
  blocks: [
    block('why', 'purpose', 'We keep the small bridges of the town open.', 0, 200),
    block('night', 'value', 'You cross at night without asking anybody.', 450, 0),
    block('seamless', 'value', 'A seamless crossing for the whole town.', 450, 400),
    block('bakers', 'audience', 'Bakers who start at three in the morning', 900, 0),
    block('prize', 'proof', 'Shortlisted for the bridge prize of 2026.', 0, 500),
  ],
  links: [
    { from: 'why', to: 'night', relation: 'drives' },
    { from: 'why', to: 'seamless', relation: 'drives' },
    { from: 'night', to: 'bakers', relation: 'serves' },
    { from: 'seamless', to: 'bakers', relation: 'serves' },
  ],
}

function block(id: string, kind: MapFile['blocks'][number]['kind'], statement: string, x: number, y: number) {
  const rest = { detail: '', status: 'draft', fields: {}, tags: [], owner: '', tellings: {} } as const
  return { id, kind, statement, ...rest, frame: { x, y, w: 280, h: 160 } }
}

const entry = (person: Person, says: string, about: string) =>
  person.panel('Notices').getByRole('listitem').filter({ hasText: says }).filter({ hasText: about })
const marks = (person: Person) => person.page.locator('.notice-mark span')

test('a notice is found on the map, answered in one press, and gone', async ({ ana, server }) => {
  const map = await makeMap(server.origin, { map: MAP })
  await ana.open(map.link('editor'))
  await expect(marks(ana)).toHaveCount(0)
  const panel = await ana.opensPanel('Notices')
  const bare = entry(ana, 'Nothing holds this up yet.', 'You cross at night')
  await expect(bare).toBeVisible()
  await expect(panel.getByText('“Seamless” could stand on anybody’s map.')).toBeVisible()
  await expect(ana.card('Shortlisted').and(ana.page.locator('[data-kind="proof"]'))).toBeVisible()
  await expect(marks(ana).first()).toBeVisible()
  await bare.getByRole('button', { name: 'Add a proof' }).click()
  await expect(ana.editor).toBeFocused()
  await ana.writes('No closure since 2019.')
  await ana.stopsWriting()
  await expect(bare).toHaveCount(0)
  await expect(entry(ana, 'Nobody can look this up yet.', 'No closure since 2019.')).toBeVisible()
})

test('what Ana leaves with a reason is left for Ben too, and is back when the block changes', async ({
  ana,
  ben,
  server,
}) => {
  const map = await makeMap(server.origin, { map: MAP })
  await ana.open(map.link('editor'))
  await ben.open(map.link('editor'))
  await ana.opensPanel('Notices')
  await ben.opensPanel('Notices')
  const hers = entry(ana, 'This holds up nothing yet.', 'Shortlisted')
  const his = entry(ben, 'This holds up nothing yet.', 'Shortlisted')
  await hers.getByRole('button', { name: 'Leave it' }).click()
  await ana.writes('We enter for prizes in autumn.')
  await ana.page.keyboard.press('Enter')
  await expect(his.getByRole('button', { name: 'Take it up again' })).toBeVisible()
  await expect(ben.panel('Notices').getByText('“We enter for prizes in autumn.”')).toBeVisible()
  const answer = await fetch(`${server.origin}/api/maps/${map.id}/notices`, {
    headers: { authorization: `Bearer ${map.keys.viewer}` },
  })
  const { notices, dismissed } = (await answer.json()) as Record<'notices' | 'dismissed', { rule: string }[]>
  expect(notices.map(({ rule }) => rule)).not.toContain('proof-adrift')
  expect(dismissed).toMatchObject([
    { rule: 'proof-adrift', about: ['prize'], reason: 'We enter for prizes in autumn.' },
  ])

  await ben.startsWriting(ben.card('Shortlisted'))
  await ben.writes(' We won.')
  await ben.stopsWriting()
  await expect(hers.getByRole('button', { name: 'Leave it' })).toBeVisible()
  await expect(ana.panel('Notices').getByText('We enter for prizes in autumn.')).toHaveCount(0)
})

test('by keyboard alone: opened, read, left and taken up again', async ({ ana, server }) => {
  const map = await makeMap(server.origin, { map: MAP })
  await ana.open(map.link('editor'))
  const press = (key: string) => ana.page.keyboard.press(key)
  await ana.page.getByRole('button', { name: 'Notices', exact: true }).focus()
  await press('Enter')
  const looks = ana.panel('Notices').locator('button[aria-expanded]')
  await expect(looks.first()).toHaveAttribute('aria-expanded', 'true')
  await looks.nth(2).focus()
  await press('Enter')
  await expect(looks.nth(2)).toHaveAttribute('aria-expanded', 'true')
  await expect(looks.first()).toHaveAttribute('aria-expanded', 'false')
  const left = ana.panel('Notices').getByRole('heading', { name: 'Left as it is 1' })
  const leaveIt = entry(ana, 'This holds up nothing yet.', 'Shortlisted').getByRole('button', { name: 'Leave it' })
  // Past the block, what one could do and the way to its line.
  for (let tabs = 0; tabs < 4; tabs += 1) await press('Tab')
  await expect(leaveIt).toBeFocused()
  await press('Enter')
  await ana.writes('Later.')
  await press('Enter')
  await expect(left).toBeVisible()
  await expect(looks.nth(2)).toBeFocused()
  await ana.panel('Notices').getByRole('button', { name: 'Take it up again' }).focus()
  await press('Enter')
  await expect(left).toHaveCount(0)
})

test('a whole argument has nothing to notice, and a viewer reads what there is and changes nothing', async ({
  ana,
  ben,
  server,
}) => {
  const whole = {
    ...MAP,
    blocks: [
      ...MAP.blocks.filter(({ id }) => id !== 'seamless' && id !== 'prize'),
      { ...block('held', 'proof', 'No closure since 2019.', 450, 400), fields: { source: 'Log of the bridge house' } },
    ],
    links: [
      ...MAP.links.filter(({ from, to }) => from !== 'seamless' && to !== 'seamless'),
      { from: 'held', to: 'night', relation: 'supports' },
    ],
  }
  const map = await makeMap(server.origin, { map: whole })
  await ana.open(map.link('editor'))
  const panel = await ana.opensPanel('Notices')
  await expect(panel.getByText('Nothing to notice just now. That can change with the next sentence.')).toBeVisible()
  const other = await makeMap(server.origin, { map: MAP })
  await ben.open(other.link('viewer'))
  await ben.opensPanel('Notices')
  await expect(entry(ben, 'Nothing holds this up yet.', 'You cross at night')).toBeVisible()
  await expect(ben.panel('Notices').getByRole('button', { name: /^(?:Leave it|Add|Link|Change)/ })).toHaveCount(0)
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on the panel, on a phone neither (${theme})`, async ({ ana, server }) => {
    await ana.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const map = await makeMap(server.origin, { map: MAP })
    await ana.open(map.link('editor'))
    const panel = await ana.opensPanel('Notices')
    await expect(panel.getByRole('button', { name: 'Leave it' }).first()).toBeVisible()
    await expectAccessible(ana.page)
    await panel.getByRole('button', { name: 'Leave it' }).first().click()
    await expectAccessible(ana.page)
    await ana.page.setViewportSize({ width: 390, height: 844 })
    await ana.opensPanel('Notices')
    await expect(panel.getByRole('button', { name: 'Leave it' }).first()).toBeVisible()
    await expectAccessible(ana.page)
    const overflow = await ana.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

test('from a notice one press shows the whole line of its block', async ({ ana, server }) => {
  const map = await makeMap(server.origin, { map: MAP })
  await ana.open(map.link('editor'))
  await ana.opensPanel('Notices')
  const bare = entry(ana, 'Nothing holds this up yet.', 'You cross at night')
  await bare.getByRole('button', { name: 'Show the line' }).click()
  await expect(ana.page.getByRole('button', { name: 'Stop tracing' })).toBeVisible()
})
