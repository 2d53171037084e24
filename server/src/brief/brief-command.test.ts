import { exampleMap } from '@throughline/shared/examples'
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { briefCommand } from './brief-command.ts'

async function folderWith(content: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'map.json'), typeof content === 'string' ? content : JSON.stringify(content))
  await utimes(join(folder, 'map.json'), new Date('2026-05-21T12:00:00Z'), new Date('2026-05-21T12:00:00Z'))
  return folder
}

test('a map file becomes a brief in the format that the name ends in, the same each time', async () => {
  const folder = await folderWith(exampleMap)
  const starts = { pdf: '%PDF-', png: '\u0089PNG', docx: 'PK', html: '<!doctype', md: '# Vardeholm', json: '{"title"' }
  for (const [format, start] of Object.entries(starts)) {
    const made = () => briefCommand(['map.json', '-o', `out.${format}`, '--design', 'bold'], folder)
    expect(await made()).toBe(`Made out.${format}.`)
    const first = await readFile(join(folder, `out.${format}`))
    expect(first.toString('latin1').startsWith(start)).toBe(true)
    await made()
    expect(first.equals(await readFile(join(folder, `out.${format}`)))).toBe(true)
  }
  expect(await readFile(join(folder, 'out.md'), 'utf8')).toContain('As of 21 May 2026.')
}, 60_000)

test('what is repaired on the way in is said', async () => {
  const folder = await folderWith({ ...exampleMap, links: [{ from: 'nowhere', to: 'nowhere' }] })
  expect(await briefCommand(['map.json', '-o', 'out.md', '--as-of', '2026-01-31'], folder)).toMatch(
    /^Made out\.md\.[^]*\nlinks/,
  )
})

test('what cannot be done is refused with a sentence', async () => {
  const folder = await folderWith('no map')
  const refused = (...args: string[]) => briefCommand(args, folder).catch((error: unknown) => error)
  expect(await refused('map.json', '-o', 'out.md')).toMatchObject({
    kind: 'bad-input',
    message: expect.stringMatching(/is not JSON/),
  })
  expect(await refused('other.json', '-o', 'out.md')).toMatchObject({
    kind: 'bad-input',
    message: expect.stringMatching(/could not be read/),
  })
  expect(await refused('map.json')).toMatchObject({ message: expect.stringMatching(/Name one map file/) })
  expect(await refused('map.json', '-o', 'x.pdf', '--design', 'loud')).toMatchObject({
    message: expect.stringMatching(/no design “loud”/),
  })
  expect(await refused('map.json', '-o', 'x.pdf', '--loud')).toMatchObject({ kind: 'bad-input' })
  expect(await refused('map.json', '-o', 'x.pdf', '--as-of', 'May')).toMatchObject({
    message: expect.stringMatching(/is not a day/),
  })
})
