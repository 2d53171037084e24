/** Pictures lie on the map for everybody; their bytes are at the server and nowhere else. */
import { deflateSync, crc32 } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test, type Person } from '../world/actors.ts'
import { callAs, makeMap, type MadeMap } from '../world/api.ts'
import { syncedClient } from '../world/stock-client.ts'

interface PictureFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

/** A picture of one colour, 60 by 40 pixels. */
function png(name: string, colour: readonly [number, number, number] = [31, 122, 140]): PictureFile {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(60, 0)
  header.writeUInt32BE(40, 4)
  header.set([8, 2], 8)
  const row = Buffer.concat([Buffer.of(0), ...Array.from({ length: 60 }, () => Buffer.from(colour))])
  const rows = deflateSync(Buffer.concat(Array.from({ length: 40 }, () => row)))
  const start = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1')
  const end = chunk('IEND', Buffer.alloc(0))
  return {
    name,
    mimeType: 'image/png',
    buffer: Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', rows), end]),
  }
}

const SVG = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload="alert(1)"/>') }

/** As the system's file manager does it. */
async function drops(page: Page, files: readonly PictureFile[], at = { x: 700, y: 400 }): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }))
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, mimeType, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type: mimeType }))
    }
    return transfer
  }, given)
  const event = { dataTransfer, clientX: at.x, clientY: at.y }
  await page.dispatchEvent('.tl-canvas', 'dragover', event)
  await page.dispatchEvent('.tl-canvas', 'drop', event)
}

/** A picture counts once it is painted. */
async function seesPictures(person: Person, count: number): Promise<void> {
  const painted = () =>
    person
      .shapes('image')
      .locator('img')
      .evaluateAll((all) => all.filter((each) => (each as HTMLImageElement).naturalWidth === 60).length)
  await expect.poll(painted, { message: `${person.name} sees pictures` }).toBe(count)
  await expect(person.shapes('image')).toHaveCount(count)
}

const says = (person: Person, words: RegExp) =>
  expect(person.page.getByRole('status').filter({ hasText: words })).toBeVisible()

/** All that the document holds of drawing, as a program would read it. */
async function drawingOf(origin: string, map: MadeMap): Promise<string> {
  const script = await syncedClient(origin, map.id, map.keys.viewer)
  const drawing = JSON.stringify(script.doc.getArray('drawing').toJSON())
  script.leaves()
  return drawing
}

test('a picture that Ana drops, Ben sees, also after a reload; the document has its address alone', async ({
  ana,
  ben,
  map,
  server,
}) => {
  await ana.open(map.link('editor'))
  await ben.open(map.link('viewer'))
  await drops(ana.page, [png('Depot.png')])
  await seesPictures(ana, 1)
  await seesPictures(ben, 1)
  await expect(ana.savedState).toHaveText('Saved')
  await ben.page.reload()
  await ben.seesTheMap()
  await seesPictures(ben, 1)
  const drawing = await drawingOf(server.origin, map)
  expect(drawing).toMatch(new RegExp(`"/api/maps/${map.id}/assets/[0-9a-f]{64}\\.png"`))
  expect(drawing).not.toContain('data:')
  expect(drawing).toContain('"altText":"Depot"')
})

test('pictures from the Image tool are one gesture: one undo takes them, one redo brings them back', async ({
  ana,
  ben,
  mapUrl,
}) => {
  await ana.open(mapUrl)
  await ben.open(mapUrl)
  const choosing = ana.page.waitForEvent('filechooser')
  await ana.picks('Image')
  await (await choosing).setFiles([png('a.png'), png('b.png', [200, 60, 40])])
  await seesPictures(ben, 2)
  await ana.undoes()
  await seesPictures(ben, 0)
  await ana.page.keyboard.press('ControlOrMeta+Shift+z')
  await seesPictures(ben, 2)
})

test('what cannot be a picture is refused in words, and the rest of the drop is placed', async ({ ana, mapUrl }) => {
  await ana.open(mapUrl)
  await drops(ana.page, [SVG])
  await says(ana, /SVG drawing can carry programs/)
  await drops(ana.page, [{ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('x') }])
  await says(ana, /Films/)
  await drops(ana.page, [{ ...png('broken.png'), buffer: Buffer.from('not a picture') }])
  await says(ana, /cannot show that picture/)
  await drops(ana.page, [{ ...png('large.png'), buffer: Buffer.alloc(10 * 1024 * 1024 + 1) }])
  await says(ana, /10 MB/)
  await seesPictures(ana, 0)
  await drops(ana.page, [SVG, png('fine.png')])
  await says(ana, /SVG drawing can carry programs/)
  await seesPictures(ana, 1)
})

test('who only reads cannot put one on the map', async ({ ana, map }) => {
  await ana.open(map.link('viewer'))
  await drops(ana.page, [png('a.png')])
  await expect(ana.page.getByRole('button', { name: 'Image', exact: true })).toHaveCount(0)
  await seesPictures(ana, 0)
  const refused = await callAs(map.keys.viewer, new URL(`/api/maps/${map.id}/assets`, map.link('viewer')).href, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: new Uint8Array(png('a.png').buffer),
  })
  expect(refused.status).toBe(403)
})

test('a copied picture is the same one; in another map it is brought along', async ({ ana, ben, map, server }) => {
  const other = await makeMap(server.origin, { title: 'Another' })
  await ana.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await ana.open(map.link('editor'))
  await drops(ana.page, [png('a.png')])
  await seesPictures(ana, 1)
  // It is painted before it is chosen, and on the clipboard a moment after the keys.
  await expect(ana.page.getByTestId('selection.resize.top-left')).toBeVisible()
  await ana.page.keyboard.press('ControlOrMeta+c')
  await expect.poll(() => ana.page.evaluate(async () => (await navigator.clipboard.read()).length)).toBe(1)
  await ana.page.keyboard.press('ControlOrMeta+v')
  await seesPictures(ana, 2)
  const addresses = (await drawingOf(server.origin, map)).match(/\/assets\/[0-9a-f]{64}/g)
  expect(new Set(addresses).size).toBe(1)

  await ana.open(other.link('editor'))
  await ben.open(other.link('viewer'))
  await ana.page.keyboard.press('ControlOrMeta+v')
  await seesPictures(ana, 1)
  await seesPictures(ben, 1)
  expect(await drawingOf(server.origin, other)).toContain(`/api/maps/${other.id}/assets/`)
})

test('whatever address a peer writes, nobody asks there and the map stays whole', async ({ ana, map, server }) => {
  await ana.open(map.link('editor'))
  const script = await syncedClient(server.origin, map.id, map.keys.editor)
  const id = `${'0'.repeat(64)}.png`
  const sources: readonly unknown[] = [
    `https://elsewhere.example/api/maps/${map.id}/assets/${id}`,
    `//elsewhere.example/api/maps/${map.id}/assets/${id}`,
    `/api/maps/${map.id}/assets/../../../brief.html?${id}`,
    'data:image/svg+xml,<svg/>',
    'javascript:alert(1)',
    null,
    5,
    {},
  ]
  script.doc.getArray('drawing').push(
    sources.map((src, at) => ({
      key: `shape:hostile-${at}`,
      val: {
        type: 'image',
        x: 300,
        y: 300,
        index: 'a1',
        parentId: '',
        props: { w: 200, h: 200, url: 'https://elsewhere.example/', assetId: 'asset:x', crop: { topLeft: 5 } },
        picture: { src, w: 60, h: 40 },
      },
    })),
  )
  script.adds('after', 'value', 'Still standing')
  await expect(ana.sees('Still standing')).toBeVisible()
  await expect(ana.shapes('image')).toHaveCount(0)
  script.leaves()
})
