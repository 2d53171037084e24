/** The app and the maps one has visited open without a network, and a newer server never mixes with an older page. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAccessible } from '../world/a11y.ts'
import { expect, test, type Person } from '../world/actors.ts'
import { callAs, makeMap } from '../world/api.ts'
import { frontOf } from '../world/front.ts'
import { operate } from '../world/server.ts'

const NOTICED = { timeout: 10_000 }
test.setTimeout(120_000)
test.use({ serviceWorkers: 'allow' })

/** The browser has taken the client's own files, as it does in the background after the first use. */
async function hasTheApp({ page }: Person): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 })
}

test('the train: a visited map opens cold from Home without a network, is written in, and arrives', async ({
  server,
  ana,
  ben,
}) => {
  const map = await makeMap(server.origin, { title: 'Vardeholm' })
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'Before the train', { x: 500, y: 250 })
  await expect(ana.savedState).toHaveText('Saved')
  await hasTheApp(ana)

  await ana.goesOffline()
  await ana.goesTo(server.origin)
  await expect(ana.page.getByText('Available offline')).toBeVisible()
  await ana.page.getByRole('link', { name: 'Vardeholm' }).click()
  await ana.seesTheMap()
  await expect(ana.sees('Before the train')).toBeVisible()
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)
  await ana.adds('Proof', 'Seen from the window', { x: 500, y: 600 })

  // The brief is made on this device, with what was written just now; what the server sets says so.
  const brief = await ana.opensPanel('Brief')
  await brief.getByRole('link', { name: 'PDF' }).click()
  await expect(brief.getByText('PDF is set by the server, and the server is out of reach.')).toBeVisible()
  const [file] = await Promise.all([
    ana.page.waitForEvent('download'),
    brief.getByRole('link', { name: 'Markdown' }).click(),
  ])
  expect(await readFile(await file.path(), 'utf8')).toContain('Seen from the window')
  await ana.page.goto(`${server.origin}/m/${map.id}/brief`)
  await expect(ana.page.getByText('This is the brief as this device has the map')).toBeVisible()
  await expect(ana.page.getByRole('article')).toContainText('Seen from the window')
  await expectAccessible(ana.page)
  await ana.goesTo(`${server.origin}/m/${map.id}`)
  await ana.seesTheMap()

  // Cold once more, by its address and in a window of its own.
  await ana.page.reload()
  await ana.seesTheMap()
  await expect(ana.sees('Seen from the window')).toBeVisible()
  await ana.startsWriting(ana.card('Before the train'))
  await ana.writes(', and on it')
  await ana.stopsWriting()
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)
  await ana.goesTo(server.origin)
  await expect(ana.page.getByText('Edits made here wait for the server')).toBeVisible()

  await ana.comesBack()
  await ana.page.getByRole('link', { name: 'Vardeholm' }).click()
  await ana.seesTheMap()
  await expect(ana.savedState).toHaveText('Saved', { timeout: 20_000 })
  await ben.open(map.link('viewer'))
  await expect(ben.sees('Before the train, and on it')).toBeVisible()
  await expect(ben.sees('Seen from the window')).toBeVisible()
})

const NEWER = 'A newer Throughline is ready.'
const beginsWith = ({ page }: Person) => page.locator('script[type="module"]').getAttribute('src')
const keptBuilds = ({ page }: Person) => page.evaluate(async () => (await caches.keys()).length)

test('a newer build is offered, comes when a page is opened anew, and leaves open pages whole', async ({
  server,
  ana,
}) => {
  const front = await frontOf(server.origin)
  const map = await makeMap(front.origin)
  await ana.open(map.link('editor'))
  const older = await beginsWith(ana)
  await hasTheApp(ana)
  await expect(ana.page.getByText(NEWER)).toHaveCount(0)

  front.becomesNewer()
  await ana.goesOffline()
  await ana.comesBack()
  await expect(ana.page.getByText(NEWER)).toBeVisible({ timeout: 30_000 })
  // Code that this page has not asked for yet, and that the server has no more.
  await ana.opensPanel('Versions')

  const second = await ana.opensAnotherWindow(`${front.origin}/m/${map.id}`)
  const newer = await second.locator('script[type="module"]').getAttribute('src')
  expect(newer).not.toBe(older)
  // The newer build answers now; this page goes on with its own.
  await expect(ana.page.getByText(NEWER)).toBeVisible()
  await ana.opensPanel('Tellings')
  await expect(ana.page.getByText(NEWER)).toBeVisible()
  await second.close()

  await ana.page.getByRole('button', { name: 'Reload' }).click()
  await ana.seesTheMap()
  expect(await beginsWith(ana)).toBe(newer)
  await ana.opensPanel('Versions')
  await expect(ana.page.getByText(NEWER)).toHaveCount(0)
  await expect.poll(() => keptBuilds(ana), { timeout: 20_000 }).toBe(1)
  await front.close()
})

test('nothing that the server answers about a map lies among the kept files', async ({ server, ana }) => {
  const map = await makeMap(server.origin)
  await ana.open(map.link('editor'))
  await hasTheApp(ana)
  await ana.page.reload()
  await ana.seesTheMap()
  const paths = await ana.page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    const requests = await Promise.all(caches_.map((kept) => kept.keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(paths).toContain('/map.html')
  expect(paths.filter((path) => !/^\/(?:assets\/|icon\.svg$|index\.html$|map\.html$)/.test(path))).toEqual([])
  // The page that comes from this device is bound by the same policy as the one from the server.
  const policy = await ana.page.evaluate(async () => {
    const kept = await caches.match('/map.html')
    return kept?.headers.get('content-security-policy')
  })
  expect(policy).toContain("script-src 'self'")
})

test('what is on this device alone is listed from the words in the bar, block by block, by keyboard too', async ({
  server,
  ana,
}) => {
  const map = await makeMap(server.origin)
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'At the server', { x: 500, y: 250 })
  await expect(ana.savedState).toHaveText('Saved')
  // "Saving…" is said only of what takes a while: the words of a page just opened are not from before.
  await ana.page.reload()
  await ana.seesTheMap()
  await expect(ana.savedState).toHaveText('Saved')
  await ana.goesOffline()
  await ana.adds('Proof', 'Seen from the window', { x: 500, y: 600 })
  const words = ana.page.getByRole('button', { name: /^Kept on this device/ })
  await expect(words).toBeVisible(NOTICED)
  await ana.tabsTo(words)
  await ana.page.keyboard.press('Enter')
  const list = ana.page.getByRole('dialog', { name: 'Not yet safe' })
  await expect(list.getByRole('listitem')).toHaveText([/Proof.*Statement.*Seen from the window/])
  for (const colorScheme of ['light', 'dark'] as const) {
    await ana.page.emulateMedia({ colorScheme })
    await expectAccessible(ana.page)
  }
  await list.getByRole('button', { name: 'Copy as text' }).click()
  await expect(list.getByRole('status')).toHaveText(/Copied|does not let/)
  await ana.comesBack()
  await expect(list.getByText('Everything written here is at the server.')).toBeVisible({ timeout: 20_000 })
  await ana.page.keyboard.press('Escape')
  await expect(ana.savedState).toHaveText('Saved')
})

test('two windows without a network show the same; one closes, and the other brings all of it, each thing once', async ({
  server,
  ana,
  ben,
}) => {
  const map = await makeMap(server.origin)
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'Shared', { x: 500, y: 250 })
  await expect(ana.savedState).toHaveText('Saved')
  const second = await ana.opensAnotherWindow(`${server.origin}/m/${map.id}`)
  const inSecond = (words: string) => second.locator('.tl-canvas [data-block]').filter({ hasText: words })
  await ana.goesOffline()
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)
  await ana.adds('Proof', 'From the first window', { x: 500, y: 600 })
  await expect(inSecond('From the first window')).toBeVisible()
  await second.getByRole('button', { name: 'Audience', exact: true }).click()
  await second.mouse.click(950, 250)
  await second.keyboard.type('From the second window')
  await second.keyboard.press('Escape')
  await expect(ana.sees('From the second window')).toBeVisible()
  await expect(second.getByRole('banner').getByText(/^Kept on this device/)).toBeVisible(NOTICED)
  await second.close()

  await ana.comesBack()
  await expect(ana.savedState).toHaveText('Saved', { timeout: 20_000 })
  const statements = async () => (await map.file()).blocks.map(({ statement }) => statement).toSorted()
  await expect.poll(statements).toEqual(['From the first window', 'From the second window', 'Shared'])
  await ben.open(map.link('viewer'))
  await expect(ben.sees(/window|Shared/)).toHaveCount(3)
})

test('a server put back to a backup while the page was closed merges nothing; the words are offered', async ({
  ownServer,
  ana,
}) => {
  const map = await makeMap(ownServer.origin, { title: 'Vardeholm' })
  await ana.open(map.link('editor'))
  await ana.adds('Value', 'In the backup', { x: 500, y: 250 })
  await expect(ana.savedState).toHaveText('Saved')
  await hasTheApp(ana)
  const backup = join(ownServer.dataDir, 'backup.db')
  await operate(ownServer, 'backup', backup)
  await ana.goesOffline()
  await ana.adds('Proof', 'While it was away', { x: 500, y: 600 })
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)
  await ana.goesTo(ownServer.origin)
  await expect(ana.page.getByText('Edits made here wait for the server')).toBeVisible()
  await ownServer.kill()
  await operate(ownServer, 'restore', backup)
  await ownServer.restart()

  await ana.comesBack()
  await ana.page.getByRole('link', { name: 'Vardeholm' }).click()
  await ana.seesTheMap()
  await expect(ana.sees('In the backup')).toBeVisible()
  await expect(ana.savedState).toHaveText('Saved', NOTICED)
  await expect(ana.sees('While it was away')).toHaveCount(0)
  await ana.page.getByRole('button', { name: 'Show them' }).click()
  const words = ana.page.getByRole('textbox', { name: 'Words that have not reached the server' })
  await expect(words).toHaveValue('Proof\nStatement: While it was away')
  expect((await map.file()).blocks.map(({ statement }) => statement)).toEqual(['In the backup'])
})

test('a commenter’s words are offered too after such a backup, and none of them merges', async ({ ownServer, ana }) => {
  const map = await makeMap(ownServer.origin, { title: 'Vardeholm', template: 'example' })
  await ana.open(map.link('commenter'))
  await hasTheApp(ana)
  const backup = join(ownServer.dataDir, 'backup.db')
  await operate(ownServer, 'backup', backup)
  await ana.goesOffline()
  await ana.selects(ana.card('No medicine should be thrown away'))
  await ana.page.keyboard.press('c')
  await ana.panel('Comments').getByRole('textbox', { name: 'Comment' }).fill('Written on the train.')
  await ana.page.keyboard.press('ControlOrMeta+Enter')
  await expect(ana.savedState).toHaveText(/^Kept on this device/, NOTICED)
  await ana.goesTo(ownServer.origin)
  await expect(ana.page.getByText('Edits made here wait for the server')).toBeVisible()
  await ownServer.kill()
  await operate(ownServer, 'restore', backup)
  await ownServer.restart()

  await ana.comesBack()
  await ana.page.getByRole('link', { name: 'Vardeholm' }).click()
  await ana.seesTheMap()
  await ana.page.getByRole('button', { name: 'Show them' }).click()
  const words = ana.page.getByRole('textbox', { name: 'Words that have not reached the server' })
  await expect(words).toHaveValue(/Written on the train\./)
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Remove them from this device' }).click()
  await ana.opensPanel('Comments')
  await expect(ana.panel('Comments')).toContainText('No open comments.')
  await ana.page.reload()
  await ana.seesTheMap()
  await expect(ana.page.getByRole('button', { name: 'Show them' })).toHaveCount(0)
})

test('whoever may only see a map reads it without a network, until the key is taken back', async ({ server, ana }) => {
  const map = await makeMap(server.origin, { title: 'Vardeholm', template: 'example' })
  const made = await callAs(map.keys.owner, `${server.origin}/api/maps/${map.id}/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'viewer' }),
  })
  const { id, key } = (await made.json()) as { id: string; key: string }
  await ana.open(`${server.origin}/m/${map.id}#key=${key}`)
  await expect(ana.savedState).toHaveText('Reading only')
  await hasTheApp(ana)
  await ana.goesOffline()
  await ana.goesTo(server.origin)
  await ana.page.getByRole('link', { name: 'Vardeholm' }).click()
  await ana.seesTheMap()
  await expect(ana.sees('No medicine should be thrown away')).toBeVisible()
  await expect(ana.savedState).toHaveText('Reading only; the server is out of reach', NOTICED)

  await callAs(map.keys.owner, `${server.origin}/api/maps/${map.id}/keys/${id}`, { method: 'DELETE' })
  await ana.comesBack()
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText('This link does not open that', {
    timeout: 30_000,
  })
  await ana.goesTo(server.origin)
  await expect(ana.page.getByRole('link', { name: 'Vardeholm' })).toBeVisible()
  await expect(ana.page.getByText('Available offline')).toHaveCount(0)
})
