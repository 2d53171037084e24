/** Real material in, one page out. */
import type { Page } from '@playwright/test'
import { expect, test } from '../world/actors.ts'
import { callAs, makeMap, mapFile } from '../world/api.ts'

const MATERIAL = mapFile(
  [
    { id: 'why', kind: 'purpose', statement: 'No medicine is thrown away because a fridge failed' },
    { id: 'cold', kind: 'value', statement: 'Stays cold for nine hours without power' },
    { id: 'calm', kind: 'value', statement: 'Nobody drives out at night' },
    { id: 'rural', kind: 'audience', statement: 'Pharmacies at the end of the line' },
    { id: 'test', kind: 'proof', statement: 'Nine hours and ten minutes, measured in May' },
  ],
  [
    ['why', 'cold'],
    ['why', 'calm'],
    ['cold', 'rural'],
    ['test', 'cold'],
  ],
)

async function choosesFile(page: Page, content: unknown): Promise<void> {
  const buffer = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  await page.getByLabel('Map file').setInputFiles({ name: 'material.json', mimeType: 'application/json', buffer })
}

test('a map file opens from the home page, laid out so that nothing overlaps', async ({ ana, server }) => {
  await ana.goesTo(server.origin)
  await choosesFile(ana.page, MATERIAL)
  await expect(ana.page.getByRole('dialog')).toContainText('Everything in the file fits.')
  await ana.page.getByRole('button', { name: 'Make the map' }).click()
  await ana.seesTheMap()
  for (const { statement } of MATERIAL.blocks) await expect(ana.sees(statement)).toBeVisible()
  await expect(ana.shapes('link')).toHaveCount(4)
  expect(await overlaps(ana.page)).toEqual([])
})

test('what had to be repaired is said line by line before anything is made', async ({ ana, server }) => {
  await ana.goesTo(server.origin)
  const broken = {
    ...MATERIAL,
    blocks: [...MATERIAL.blocks, { id: 'odd', kind: 'mood', statement: 'Sunny' }],
    links: [...MATERIAL.links, { from: 'cold', to: 'nowhere' }],
  }
  await choosesFile(ana.page, broken)
  const lines = ana.page.getByRole('list', { name: 'What is repaired or left out' }).getByRole('listitem')
  await expect(lines).toHaveCount(2)
  await expect(lines.filter({ hasText: 'Sunny' })).toHaveCount(1)
  await ana.page.getByRole('button', { name: 'Make the map' }).click()
  await ana.seesTheMap()
  await expect(ana.page.locator('.tl-canvas [data-block]')).toHaveCount(5)
})

test('a file that is no map is refused in a sentence', async ({ ana, server }) => {
  await ana.goesTo(server.origin)
  await choosesFile(ana.page, { format: 'something-else' })
  await expect(ana.page.getByRole('alert')).toContainText(/map file/i)
})

test('the brief shows what the map says, and changes with it', async ({ ana, server }) => {
  const map = await makeMap(server.origin, { title: 'Vardeholm', map: MATERIAL })
  await ana.open(map.link('editor'))
  const brief = await ana.opensPanel('Brief')
  for (const { statement } of MATERIAL.blocks) await expect(brief.getByText(statement).first()).toBeVisible()
})

test('the brief is one page of PDF, and the same as HTML and Markdown', async ({ server }) => {
  const map = await makeMap(server.origin, { map: MATERIAL })
  const get = (form: string): Promise<Response> =>
    callAs(map.keys.reader, `${server.origin}/api/maps/${map.id}/brief${form}`)
  for (const paper of ['a4', 'letter']) {
    const pdf = await get(`.pdf?paper=${paper}`)
    expect(pdf.status).toBe(200)
    expect(pdf.headers.get('x-brief-left-out')).toBe('0')
    const bytes = Buffer.from(await pdf.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.from(await (await get(`.pdf?paper=${paper}`)).arrayBuffer()).equals(bytes)).toBe(true)
  }
  for (const form of ['.html', '.md']) {
    const text = await (await get(form)).text()
    for (const { statement } of MATERIAL.blocks) expect(text).toContain(statement)
  }
})

test('the HTML prints to one page from the browser, whatever words are on the map', async ({ ana, server }) => {
  const word = 'x'.repeat(400)
  const hard = mapFile(
    [
      { id: 'why', kind: 'purpose', statement: word },
      { id: 'cold', kind: 'value', statement: `Stays ${word.toUpperCase()}` },
      { id: 'rural', kind: 'audience', statement: word },
      { id: 'test', kind: 'proof', statement: `https://vardeholm.example/${word}` },
    ],
    [
      ['why', 'cold'],
      ['cold', 'rural'],
      ['test', 'cold'],
    ],
  )
  for (const file of [MATERIAL, { ...hard, title: word }]) {
    const map = await makeMap(server.origin, { map: file })
    for (const query of ['', '?design=editorial&paper=letter', '?design=bold', '?design=bold&lens=moore']) {
      const html = await callAs(map.keys.reader, `${server.origin}/api/maps/${map.id}/brief.html${query}`)
      await ana.page.setContent(await html.text())
      // Its fonts are in it, and those of them that are needed are the ones it is set in.
      await expect(ana.page.locator('main')).toBeVisible()
      expect(await ana.page.evaluate(() => document.fonts.check('16px "Hanken Grotesk"'))).toBe(true)
      expect(await ana.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      const pdf = (await ana.page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(/\/Type\s*\/Pages\s*\/Count\s+(\d+)/.exec(pdf)?.[1]).toBe('1')
    }
  }
})

test('a reader sees the brief and nothing of the map behind it', async ({ ana, server }) => {
  const map = await makeMap(server.origin, { map: MATERIAL })
  await ana.goesTo(`${server.origin}/m/${map.id}/brief#key=${map.keys.reader}`)
  await expect(ana.page.getByText('Stays cold for nine hours without power').first()).toBeVisible()
  await expect(ana.page).toHaveURL(`${server.origin}/m/${map.id}/brief`)
  const status = await ana.page.evaluate(async (id) => (await fetch(`/api/maps/${id}`)).status, map.id)
  expect(status).toBe(403)
})

/** Pairs of cards that lie on each other. */
async function overlaps(page: Page): Promise<readonly string[]> {
  return page.locator('.tl-canvas [data-block]').evaluateAll((cards) => {
    const boxes = cards.map((card) => ({ id: card.getAttribute('data-block'), box: card.getBoundingClientRect() }))
    return boxes.flatMap((a, n) =>
      boxes
        .slice(n + 1)
        .filter((b) => a.box.left < b.box.right && b.box.left < a.box.right)
        .filter((b) => a.box.top < b.box.bottom && b.box.top < a.box.bottom)
        .map((b) => `${a.id} and ${b.id}`),
    )
  })
}
