/**
 * `pnpm dev`: the server, restarted when its sources change, and the client with hot reload, both in a living example:
 * the filled map, with one link for each of two people. The map is made once and found again at the next start.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CACHE, ROOT, SERVER as SERVER_COMMAND } from './workspace.mjs'

const SERVER_PORT = process.env['PORT'] ?? '4400'
const CLIENT_PORT = process.env['CLIENT_PORT'] ?? '5173'
const SERVER = `http://127.0.0.1:${SERVER_PORT}`
const REMEMBERED = join(CACHE, 'dev-map.json')
const ASK_AGAIN_MS = 200

interface ExampleMap {
  readonly id: string
  readonly keys: Readonly<Record<'owner' | 'editor', string>>
}

const server = start(['--watch', '--watch-preserve-output', ...SERVER_COMMAND], ROOT, { PORT: SERVER_PORT })
const vite = join(ROOT, 'client/node_modules/vite/bin/vite.js')
const client = start([vite, '--port', CLIENT_PORT, '--strictPort'], join(ROOT, 'client'), {
  THROUGHLINE_SERVER: SERVER,
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
server.once('exit', stop)
client.once('exit', stop)

await listening()
const map = await exampleMap()
console.log(`
  Ana, owner   ${linkTo(map, 'owner')}
  Ben, editor  ${linkTo(map, 'editor')}
  Two people on one machine: open the second link in a private window.
`)

function start(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' })
}

function stop(): void {
  for (const child of [server, client]) child.kill('SIGTERM')
}

async function listening(): Promise<void> {
  while (server.exitCode === null) {
    const isUp = await fetch(`${SERVER}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return
    await pause(ASK_AGAIN_MS)
  }
}

async function exampleMap(): Promise<ExampleMap> {
  const known = remembered()
  if (known !== null && (await isThere(known))) return known
  const response = await fetch(`${SERVER}/api/maps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ template: 'example' }),
  })
  if (!response.ok) throw new Error(`The example map could not be made: ${await response.text()}`)
  const { id, keys } = (await response.json()) as ExampleMap
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(REMEMBERED, JSON.stringify({ id, keys }), { mode: 0o600 })
  return { id, keys }
}

function remembered(): ExampleMap | null {
  try {
    return JSON.parse(readFileSync(REMEMBERED, 'utf8')) as ExampleMap
  } catch {
    // The first start, or a file that was cut short: either way a new map is made.
    return null
  }
}

async function isThere({ id, keys }: ExampleMap): Promise<boolean> {
  const response = await fetch(`${SERVER}/api/maps/${id}`, { headers: { authorization: `Bearer ${keys.owner}` } })
  return response.ok
}

function linkTo({ id, keys }: ExampleMap, role: 'owner' | 'editor'): string {
  return `http://localhost:${CLIENT_PORT}/m/${id}#key=${keys[role]}`
}
