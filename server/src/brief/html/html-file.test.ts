import { composeBrief, DESIGNS, type Brief, type Design } from '@throughline/shared/brief'
import { buildMap } from '@throughline/shared/test'
import type { EpochMs } from '@throughline/shared/schema'
import { expect, test } from 'vitest'
import { htmlFile } from './html-file.ts'

function briefOf(statement: string): Brief {
  const made = composeBrief(buildMap({ why: { kind: 'purpose', statement } }), { revision: 1, asOf: 0 as EpochMs })
  if (!made.ok) throw new Error(made.why)
  return made.value
}

const fileOf = async (statement: string, design: Design = 'quiet') =>
  Buffer.from(await htmlFile({ brief: briefOf(statement), paper: 'a4', design })).toString()

test('the file has its fonts in it, in every design, and asks for nothing', async () => {
  for (const design of Object.keys(DESIGNS) as Design[]) {
    const html = await fileOf('Nothing spoils unnoticed.', design)
    expect(html.match(/@font-face/g)?.length).toBeGreaterThanOrEqual(4)
    expect(html.match(/url\((?!data:font\/woff2;base64,)/)).toBeNull()
    expect(html).toContain('font-src data:')
    expect(html.length).toBeLessThan(120_000)
  }
})

test('letters of other scripts bring a font of theirs, and no others', async () => {
  const ranges = async (statement: string) =>
    [...(await fileOf(statement)).matchAll(/unicode-range:([^}]*)/g)].map(([, range]) => range)
  expect(await ranges('Nothing spoils unnoticed.')).toEqual([])
  expect(await ranges('冷')).toEqual(['U+51b7'])
  expect(await ranges('Ёж и αβ')).toHaveLength(1)
  expect(await ranges('냉장고 ثلاجة מקרר')).toHaveLength(3)
})

test('the same brief is the same file', async () => {
  expect(await fileOf('Nothing spoils <unnoticed> & “so on”.')).toBe(
    await fileOf('Nothing spoils <unnoticed> & “so on”.'),
  )
})
