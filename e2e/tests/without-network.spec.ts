/** The app and the maps one has visited open without a network, and a newer server never mixes with an older page. */
import { expect, test, type Person } from '../world/actors.ts'
import { makeMap } from '../world/api.ts'
import { frontOf } from '../world/front.ts'

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
