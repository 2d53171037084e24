/** What the process promises: it keeps what it has receipted, says where it listens, and ends in order. */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { COME_BACK_MS, FRAME, readComeBack } from '@throughline/shared/protocol'
import { updateFrame } from '../src/rooms/frames.ts'
import { fillAndMakeRoom, problemsIn } from './full-disk.ts'
import { diedInSnapshot, editUntilKilled, makeMap, missingAfter } from './kill-round.ts'
import { canLimit } from './limit-files.ts'
import { startProcess, type ServerProcess } from './start-process.ts'
import { joinAs, RawPeer } from './stock-peer.ts'

const ROUNDS = 3
const folders: string[] = []
const running: ServerProcess[] = []
afterEach(() => {
  for (const { process: child } of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-process-'))
  folders.push(folder)
  return folder
}

async function start(environment: Record<string, string>, logFile?: string): Promise<ServerProcess> {
  const server = await startProcess({ LOG_LEVEL: 'info', ...environment }, logFile === undefined ? {} : { logFile })
  running.push(server)
  return server
}

test('kill -9 in the middle of it: everything that was receipted is there after the restart', async () => {
  const DATA_DIR = newFolder()
  let server = await start({ DATA_DIR })
  const map = await makeMap(server)
  for (let round = 0; round < ROUNDS; round += 1) {
    const current = server
    const root = `round-${round}`
    const receipted = await editUntilKilled(current, map, root, (count) => {
      if (count > 50) current.process.kill('SIGKILL')
    })
    expect(receipted).toBeGreaterThan(50)
    server = await start({ DATA_DIR })
    expect(await missingAfter(server, map, new Map([[root, receipted]]))).toEqual([])
  }
}, 60_000)

test('kill -9 in the middle of a snapshot: everything that was receipted is there after the restart', async () => {
  const DATA_DIR = newFolder()
  let server = await start({ DATA_DIR, LOG_LEVEL: 'debug' })
  const map = await makeMap(server)
  let inSnapshot = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const current = server
    const root = `round-${round}`
    current.process.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('snapshot begun')) current.process.kill('SIGKILL')
    })
    const receipted = await editUntilKilled(current, map, root)
    if (diedInSnapshot(current)) inSnapshot += 1
    server = await start({ DATA_DIR, LOG_LEVEL: 'debug' })
    expect(await missingAfter(server, map, new Map([[root, receipted]]))).toEqual([])
  }
  expect(inSnapshot).toBe(ROUNDS)
}, 60_000)

test.skipIf(!canLimit)(
  'a full disk: people are told, nothing saved is lost, and it goes on when there is room',
  async () => {
    const DATA_DIR = newFolder()
    const server = await start({ DATA_DIR }, join(DATA_DIR, 'server.log'))
    // Twice: what the first time leaves free in the files must not take the second.
    expect([...(await fillAndMakeRoom(server)), ...(await fillAndMakeRoom(server))]).toEqual([])
    expect(await server.end('SIGTERM')).toBe(0)
    // Said while the log's own disk was full, and written when it had room again.
    expect(server.lines.filter((line) => line.includes('document could not be saved'))).toHaveLength(2)
    expect(problemsIn(DATA_DIR)).toEqual([])
  },
  60_000,
)

test('SIGTERM sends everybody away with 1012, exits 0, and loses nothing', async () => {
  const DATA_DIR = newFolder()
  const server = await start({ DATA_DIR })
  const map = await makeMap(server)
  const peer = new RawPeer(`${server.url.replace('http', 'ws')}/sync/${map.id}/canvas?key=${map.keys.editor}&app=1`)
  await peer.opened
  const doc = new Y.Doc()
  doc.getMap('last').set('word', 'said')
  peer.socket.send(updateFrame(Y.encodeStateAsUpdate(doc)))
  await peer.frame(([type]) => type === FRAME.receipt)
  const ended = server.end('SIGTERM')
  const { code, reason } = await peer.closed
  expect(code).toBe(1012)
  const wait = readComeBack(reason)
  expect(wait).toBeGreaterThanOrEqual(COME_BACK_MS.from)
  expect(wait).toBeLessThanOrEqual(COME_BACK_MS.to)
  expect(await ended).toBe(0)
  const again = await start({ DATA_DIR })
  const late = joinAs(`${again.url.replace('http', 'ws')}/sync`, `${map.id}/canvas`, { key: map.keys.viewer })
  await late.synced
  expect(late.doc.getMap('last').get('word')).toBe('said')
  late.leave()
}, 30_000)

test('says once where it listens, and logs nothing but JSON beside it', async () => {
  const server = await start({ DATA_DIR: newFolder() })
  await makeMap(server)
  expect(await server.end('SIGINT')).toBe(0)
  expect(server.lines.filter((line) => line.includes('listening on http://'))).toHaveLength(1)
  const logged = server.lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { event: string })
  expect(logged.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['listening', 'map made', 'stopping', 'stopped']),
  )
}, 30_000)

test('ends when whoever started it is gone', async () => {
  const server = await start({ DATA_DIR: newFolder() })
  const exited = once(server.process, 'exit')
  server.process.disconnect()
  expect((await exited)[0]).toBe(0)
}, 30_000)

test('a bad setting, a taken folder and a taken port stop the start with a sentence', async () => {
  await expect(start({ DATA_DIR: newFolder(), LOG_LEVEL: 'loud' })).rejects.toThrow(/exit 1: The setting LOG_LEVEL/)
  const DATA_DIR = newFolder()
  const { port } = await start({ DATA_DIR })
  await expect(start({ DATA_DIR })).rejects.toThrow(/Another Throughline server/)
  await expect(start({ DATA_DIR: newFolder(), PORT: String(port) })).rejects.toThrow(/PORT/)
}, 30_000)

test('a DATA_DIR that cannot be made stops the start with a sentence', async () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  const file = join(newFolder(), 'a-file')
  writeFileSync(file, '')
  for (const DATA_DIR of ['/proc/nowhere', file, join(file, 'below')]) {
    const env = { ...process.env, PORT: '0', DATA_DIR }
    await expect(promisify(execFile)(process.execPath, [main], { env, timeout: 15_000 })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`DATA_DIR ${DATA_DIR} cannot be made or written to.`) as string,
    })
  }
}, 60_000)

test('an operator’s owner link works at once, while the server runs', async () => {
  const DATA_DIR = newFolder()
  const server = await start({ DATA_DIR })
  const map = await makeMap(server)
  const operator = fileURLToPath(new URL('../src/operator.ts', import.meta.url))
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [operator, 'owner-link', map.id], {
    env: { ...process.env, DATA_DIR },
  })
  const [, key] = /\/m\/[\w-]+#key=([\w-]+)\n$/.exec(stdout) ?? []
  const keys = await fetch(`${server.url}/api/maps/${map.id}/keys`, { headers: { authorization: `Bearer ${key}` } })
  expect(keys.status).toBe(200)
  await expect(
    run(process.execPath, [operator, 'owner-link', 'none'], { env: { ...process.env, DATA_DIR } }),
  ).rejects.toThrow(/There is no map none/)
}, 30_000)
