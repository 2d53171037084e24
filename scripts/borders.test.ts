/**
 * Breaks each border on purpose: a glob that silently matches nothing would otherwise guard nothing. The files are
 * written into a copy of the tree that holds nothing else, and the message must be the one that teaches.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const ROOT = dirname(import.meta.dirname)

/** Where, what, and a part of the sentence that must come back. */
const BROKEN: readonly (readonly [file: string, code: string, message: string])[] = [
  ['shared/src/brief/', `export * from 'yjs'`, 'Yjs lives in shared/src/doc'],
  ['shared/src/brief/', `export * from 'node:fs'`, 'what needs Node belongs in server/src'],
  ['shared/src/brief/', `export * from 'react'`, 'No React here'],
  ['shared/src/brief/', `export const now = () => Date.now()`, 'Time and chance are handed in'],
  ['shared/src/brief/', `export const chance = () => Math.random()`, 'Time and chance are handed in'],
  ['shared/src/brief/', `export const load = () => fetch('/')`, 'runs in browser and server alike'],
  ['shared/src/doc/', `export * from 'tldraw'`, 'Only client/src/canvas knows tldraw'],
  ['shared/src/doc/', `export const name = () => process.title`, 'runs in browser and server alike'],
  ['shared/src/comments/', `export * from 'react'`, 'No React here'],
  ['shared/src/base/', `export * from '../schema/index.ts'`, 'base knows nothing of the domain'],
  ['shared/src/schema/', `export * from '../doc/index.ts'`, 'Arrows point one way'],
  ['server/src/http/', `export * from 'yjs'`, 'Yjs lives in shared/src/doc'],
  ['server/src/http/', `export * from '../stores/sqlite/doc-store.ts'`, 'only open-*.ts and main.ts name an adapter'],
  ['server/src/rooms/', `export * from '../stores/memory/doc-store.ts'`, 'only open-*.ts and main.ts name an adapter'],
  ['server/src/http/', `export const port = process.env.PORT`, 'Only main.ts, operator.ts and child processes touch'],
  ['server/src/http/', `export * from '../../../client/src/text/errors.ts'`, 'Packages meet in shared alone'],
  ['client/src/panels/', `export * from 'tldraw'`, 'Only client/src/canvas knows tldraw'],
  ['client/src/panels/', `export * from 'yjs'`, 'Yjs lives in shared/src/doc'],
  ['client/src/panels/', `export * from '../../../server/src/app.ts'`, 'Packages meet in shared alone'],
  ['client/src/session/', `export * from 'react'`, 'hooks.ts of client/src/session is where React meets'],
  [
    'client/src/session/',
    `export * from '../panels/outline/OutlinePanel.tsx'`,
    'The session knows nothing of what is drawn',
  ],
  [
    'client/src/canvas/',
    `export * from '../panels/outline/OutlinePanel.tsx'`,
    'The canvas knows neither panels nor pages',
  ],
  ['client/src/api/', `export * from '../session/hooks.ts'`, 'api only carries requests'],
  ['client/src/workshop/', `export * from '../session/hooks.ts'`, 'A workshop runs on phones without a map'],
  ['client/src/ui/', `export * from '../session/hooks.ts'`, 'ui knows no domain'],
  ['e2e/world/', `export * from '../../server/src/app.ts'`, 'Packages meet in shared alone'],
  ['e2e/world/', `export * from 'tldraw'`, 'Only client/src/canvas knows tldraw'],
  ['server/src/http/', `export const loose: any = 1`, 'Unexpected `any`'],
  ['server/src/http/', `export default 1`, 'Prefer named exports'],
  ['server/src/http/', `export const sure = (it?: string) => it!.length`, 'Forbidden non-null assertion'],
]

/** What must pass: a border that forbids everything would guard nothing either. */
const ALLOWED: readonly (readonly [folder: string, code: string])[] = [
  ['shared/src/doc/', `export * from 'yjs'`],
  ['shared/src/comments/', `export * from 'yjs'`],
  ['shared/src/schema/', `export * from '../base/branded.ts'`],
  ['server/src/rooms/', `export * from 'yjs'`],
  ['server/src/stores/sqlite/', `export * from 'node:sqlite'`],
  ['client/src/canvas/', `export * from 'tldraw'`],
  ['client/src/session/', `export * from 'yjs'`],
  ['client/src/panels/', `export * from '@throughline/shared/notices'`],
]

const probes = mkdtempSync(join(tmpdir(), 'throughline-borders-'))
afterAll(() => rmSync(probes, { recursive: true }))

const said = lintAll()

test.each(BROKEN.map((probe, n) => [...probe, n] as const))('in %s: %s', (_folder, _code, message, n) => {
  expect(said.get(`broken-${n}.ts`) ?? '').toContain(message)
})

test.each(ALLOWED.map((probe, n) => [...probe, n] as const))('allowed in %s: %s', (_folder, _code, n) => {
  expect(said.get(`allowed-${n}.ts`) ?? '').toBe('')
})

/** Writes every probe into its folder of a copy of the tree, lints once, and answers what was said, by file name. */
function lintAll(): ReadonlyMap<string, string> {
  cpSync(join(ROOT, '.oxlintrc.json'), join(probes, '.oxlintrc.json'))
  BROKEN.forEach(([folder, code], n) => write(folder, `broken-${n}.ts`, code))
  ALLOWED.forEach(([folder, code], n) => write(folder, `allowed-${n}.ts`, code))
  const linter = join(ROOT, 'node_modules/.bin/oxlint')
  const { stdout } = spawnSync(linter, ['--deny-warnings', '-f', 'json'], { cwd: probes, encoding: 'utf8' })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] }
  const byFile = new Map<string, string>()
  for (const { filename, message, help } of diagnostics) {
    const name = basename(filename)
    byFile.set(name, `${byFile.get(name) ?? ''}${message} ${help ?? ''}\n`)
  }
  return byFile
}

interface Diagnostic {
  readonly filename: string
  readonly message: string
  readonly help?: string
}

function write(folder: string, name: string, code: string): void {
  mkdirSync(join(probes, folder), { recursive: true })
  writeFileSync(join(probes, folder, name), `${code}\n`)
}
