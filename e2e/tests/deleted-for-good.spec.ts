/** Deleted for good: an owner takes the words of deleted blocks out of the map and its versions, and nothing brings them back. */
import { expectAccessible } from '../world/a11y.ts'
import { expect, test } from '../world/actors.ts'
import { syncedClient } from '../world/stock-client.ts'
import * as Y from 'yjs'

const SECRET = 'Rumpelstilzchen'

test('an owner clears a deleted block, and neither undo, a version nor a program has its words', async ({
  ana,
  ben,
  map,
  server,
}) => {
  const words = ana.page.getByRole('group', { name: 'More' })
  await ana.open(map.link('owner'))
  await ben.open(map.link('editor'))
  await ana.addsValue(`${SECRET} pays.`)
  await expect(ben.sees(SECRET)).toBeVisible()
  const versions = await ana.opensPanel('Versions')
  await versions.getByRole('textbox', { name: 'Name' }).fill('Settled')
  await ana.page.keyboard.press('Enter')
  await expect(versions.getByRole('button', { name: /Settled/ })).toBeVisible()
  await ana.page.keyboard.press('Escape')

  await ana.picks('More')
  await expect(words).toContainText('Delete this map…')
  await expect(words).not.toContainText('for good')
  await ana.page.keyboard.press('Escape')
  await ana.selects(ana.card(SECRET))
  await ana.page.keyboard.press('Delete')
  await expect(ben.sees(SECRET)).toHaveCount(0)
  await ben.picks('More')
  await expect(ben.page.getByRole('group', { name: 'More' })).not.toContainText('for good')

  await ana.picks('More')
  await words.getByRole('button', { name: 'Clear one deleted block for good…' }).click()
  await expect(words).toContainText(
    'Clear the words of one deleted block for good, in the versions kept before too? Undo cannot bring them back.',
  )
  await expectAccessible(ana.page)
  await words.getByRole('button', { name: 'Clear for good' }).click()
  await expect(words).toContainText('Cleared for good: one deleted block.')
  await expect(words.getByRole('button', { name: /for good/ })).toHaveCount(0)

  await ana.page.keyboard.press('Escape')
  await ana.undoes()
  await ana.undoes()
  await ana.addsValue('Written after that.')
  await expect(ben.sees('Written after that.')).toBeVisible()
  await expect(ana.sees(SECRET)).toHaveCount(0)
  const cleo = await syncedClient(server.origin, map.id, map.keys.viewer)
  expect(Buffer.from(Y.encodeStateAsUpdate(cleo.doc)).includes('Written after that.')).toBe(true)
  expect(Buffer.from(Y.encodeStateAsUpdate(cleo.doc)).includes(SECRET)).toBe(false)
  cleo.leaves()

  await (await ana.opensPanel('Versions')).getByRole('button', { name: /Settled/ }).click()
  await expect(ana.panel('Versions')).toContainText('Written after that.')
  await expect(ana.panel('Versions')).not.toContainText(SECRET)
})
