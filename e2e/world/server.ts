/**
 * A Throughline server as people run it: the real process, a free port, an own data folder.
 * It can be killed without warning and started again on the same port and data.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fillDisk, makeRoom } from '../../server/test/limit-files.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const NODE_24 = join(ROOT, 'node_modules', '.bin', 'node')
const LISTENING = /listening on http:\/\/127\.0\.0\.1:(\d+)/
const START_WITHIN_MS = 20_000

export interface RunningServer {
  readonly origin: string
  /** Where it keeps everything; for the operator's commands. */
  readonly dataDir: string
  /** `kill -9`: no goodbye to anybody, nothing saved on the way out. */
  kill(): Promise<void>
  /** Starts again on the same port and data, after `kill`. */
  restart(): Promise<void>
  /** Lets so much time have passed by, with the server away: every moment it has written down is so much longer ago. */
  passTime(ms: number): Promise<void>
  /** From now on its disk has no room for anything; Linux only (`canLimit`). */
  fillDisk(): void
  /** And now it has. */
  makeRoom(): void
  /** Asks it to stop, and removes its data. Answers the exit code. */
  stop(): Promise<number | null>
}

export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-e2e-'))
  const first = await launch({ PORT: '0', ...env, DATA_DIR: dataDir })
  const { port } = first
  let { child } = first
  return {
    origin: `http://127.0.0.1:${port}`,
    dataDir,
    kill: async () => void (await end(child, 'SIGKILL')),
    restart: async () => {
      const again = await launch({ ...env, DATA_DIR: dataDir, PORT: String(port) })
      child = again.child
    },
    passTime: async (ms) => {
      await end(child, 'SIGTERM')
      setBack(join(dataDir, 'throughline.db'), ms)
      const again = await launch({ ...env, DATA_DIR: dataDir, PORT: String(port) })
      child = again.child
    },
    fillDisk: () => fillDisk(child.pid),
    makeRoom: () => makeRoom(child.pid),
    stop: async () => {
      const code = await end(child, 'SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
      return code
    },
  }
}

const MOMENTS = [
  ['maps', 'created_at'],
  ['keys', 'created_at'],
  ['people', 'created_at'],
  ['docs', 'changed_at'],
  ['versions', 'at'],
  ['touches', 'at'],
  ['visits', 'left_at'],
] as const

function setBack(file: string, ms: number): void {
  const db = new DatabaseSync(file)
  for (const [table, column] of MOMENTS) db.exec(`UPDATE ${table} SET ${column} = max(0, ${column} - ${ms})`)
  db.close()
}

async function launch(env: Readonly<Record<string, string>>): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(NODE_24, ['server/src/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const said: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => said.push(String(chunk)))
  const port = await new Promise<number>((done, fail) => {
    const giveUp = (why: string): void => fail(new Error(`The server ${why}:\n${said.join('')}`))
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      giveUp('did not listen in time')
    }, START_WITHIN_MS)
    child.once('exit', (code) => {
      clearTimeout(late)
      giveUp(`ended with code ${code} before it listened`)
    })
    if (child.stdout === null) return giveUp('has no output')
    createInterface(child.stdout).on('line', (line) => {
      said.push(`${line}\n`)
      const found = LISTENING.exec(line)?.[1]
      if (found === undefined) return
      clearTimeout(late)
      done(Number(found))
    })
  })
  return { child, port }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
  return child.exitCode
}

/** An operator's command, as `pnpm throughline …` runs it. */
export async function operate({ dataDir }: RunningServer, ...words: readonly string[]): Promise<void> {
  const child = spawn(NODE_24, ['server/src/operator.ts', ...words], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)))
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`throughline ${words.join(' ')}: ${code} ${said}`)
}
