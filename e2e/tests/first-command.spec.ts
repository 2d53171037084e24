/** The README's first command, as a process: it starts, it hands signals on, and it leaves no server behind. */
import { expect, test } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = join(import.meta.dirname, '..', '..')

// Building the client may come first.
test.setTimeout(180_000)

let dataDir = ''
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'throughline-up-'))
})
test.afterEach(() => rm(dataDir, { recursive: true, force: true }))

async function up(): Promise<{ launcher: ChildProcess; origin: string }> {
  const launcher = spawn(process.execPath, ['scripts/up.mjs'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // The pipe stays open and read: a server that can't print is not what is tested here.
  const origin = await new Promise<string>((done, fail) => {
    launcher.once('exit', (code) => fail(new Error(`The first command ended with ${code} before it listened.`)))
    createInterface({ input: launcher.stdout }).on('line', (line) => {
      const found = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1]
      if (found !== undefined) done(found)
    })
  })
  return { launcher, origin }
}

const answers = (origin: string): Promise<boolean> =>
  fetch(`${origin}/healthz`).then(
    (response) => response.ok,
    () => false,
  )

test('SIGTERM reaches the server, and the exit code is the server’s', async () => {
  const { launcher, origin } = await up()
  expect(await answers(origin)).toBe(true)
  const gone = once(launcher, 'exit')
  launcher.kill('SIGTERM')
  expect(await gone).toEqual([0, null])
  expect(await answers(origin)).toBe(false)
})

test('a launcher that is killed without warning leaves no server behind', async () => {
  const { launcher, origin } = await up()
  launcher.kill('SIGKILL')
  await expect.poll(() => answers(origin), { timeout: 15_000 }).toBe(false)
})
