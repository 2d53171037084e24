/** Whoever does not see a map does not load the canvas: it is the largest part of the client by far. */
import { expect, test, type Person } from '../world/actors.ts'

/** Whether any of the code that a person's page has asked for is tldraw. */
async function hasLoadedTheCanvas({ page }: Person, asked: ReadonlySet<string>): Promise<boolean> {
  const texts = await Promise.all([...asked].map((url) => page.evaluate(async (at) => (await fetch(at)).text(), url)))
  expect(texts.length, 'the page has asked for code').toBeGreaterThan(1)
  return texts.some((text) => text.includes('tl-canvas'))
}

function watchCode({ page }: Person): Set<string> {
  const asked = new Set<string>()
  page.on('request', (request) => {
    if (/\.(?:js|css)$/.test(request.url())) asked.add(request.url())
  })
  return asked
}

test('home, a link that leads nowhere, and the brief come without the canvas; the map comes with it', async ({
  ana,
  ben,
  map,
  server,
}) => {
  const asked = watchCode(ana)
  await ana.goesTo(server.origin)
  await expect(ana.page.getByRole('button', { name: 'Start a map' })).toBeVisible()
  await ana.goesTo(`${server.origin}/j/no-such-code`)
  await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible()
  await ana.goesTo(`${server.origin}/m/${map.id}#key=not-the-key-of-this-map`)
  await expect(ana.page.getByRole('heading', { level: 1 })).toBeVisible()
  // The reader's link is a map's link: it leads to the brief, and only there.
  await ana.goesTo(map.link('reader'))
  await expect(ana.page.getByRole('button', { name: 'Print' })).toBeVisible()
  await ana.page.waitForLoadState('networkidle')
  expect(await hasLoadedTheCanvas(ana, asked)).toBe(false)

  const askedByBen = watchCode(ben)
  await ben.open(map.link('viewer'))
  expect(await hasLoadedTheCanvas(ben, askedByBen)).toBe(true)
})
