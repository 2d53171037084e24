/** A page on paper knows its state: its address leads to the brief of now, and to what has changed since. */
import { expectAccessible } from '../world/a11y.ts'
import { expect, test } from '../world/actors.ts'
import { callAs, makeMap } from '../world/api.ts'

const LINE = {
  format: 'throughline-map',
  version: 1,
  title: 'Vardeholm',
  blocks: [
    { id: 'why', kind: 'purpose', statement: 'Nothing spoils unnoticed.' },
    { id: 'worth', kind: 'value', statement: 'A person answers first' },
  ],
  links: [{ from: 'why', to: 'worth' }],
}

test('whoever comes from a printed copy reads which lines are other by now, and nothing else of the map', async ({
  server,
  ana,
  ben,
}) => {
  const map = await makeMap(server.origin, { map: LINE })
  const brief = await callAs(map.keys.reader, `${server.origin}/api/maps/${map.id}/brief`)
  const { live } = (await brief.json()) as { readonly live: string }

  await ana.goesTo(`${live}#key=${map.keys.reader}`)
  const copy = ana.page.getByRole('region', { name: 'Your printed copy' })
  await expect(copy.getByText(/says what this page says: nothing on it has changed since/)).toBeVisible()

  await ben.open(map.link('editor'))
  await ben.startsWriting(ben.card('A person answers first'))
  await ben.writes(', always')
  await ben.stopsWriting()
  await expect(ben.savedState).toHaveText('Saved')

  await ana.page.reload()
  await expect(copy.getByText(/^Your printed copy is older: one line has changed since/)).toBeVisible()
  await expect(copy.getByRole('listitem')).toHaveText(/Now reads, value.*A person answers first, always/s)
  await expectAccessible(ana.page)
  const refused = await callAs(map.keys.reader, `${server.origin}/api/maps/${map.id}/changes?since=0`)
  expect(refused.status).toBe(403)
})
