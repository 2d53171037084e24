/** A sync server under measurement, as a process of its own, ours or somebody else's. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onServerCore } from '../machine.ts'
import type { Dialect } from '../wire/dialect.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const NODE_24 = join(ROOT, 'node_modules', '.bin', 'node')
const START_WITHIN_MS = 30_000

/** One document on a running server. */
export interface Place {
  readonly path: string
  /** What the document is called inside frames, for dialects that say it. */
  readonly document: string
}

export interface Running {
  readonly pid: number
  readonly port: number
  makePlace(): Promise<Place>
  /** Ends the process in order and starts a fresh one on the same data. */
  restart(): Promise<Running>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

export interface Kind {
  readonly name: string
  readonly dialect: Dialect
  /** Whether it tells an editor that an edit is on the disk. */
  readonly givesReceipts: boolean
  start(): Promise<Running>
}

export interface Recipe {
  /** Script and arguments, from the project's root. */
  readonly script: readonly string[]
  /** Group 1 is the port. */
  readonly listening: RegExp
  env(dataDir: string): Promise<Readonly<Record<string, string>>>
  makePlace(port: number): Promise<Place>
}

export async function startServer(recipe: Recipe): Promise<Running> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-bench-'))
  return launch(recipe, dataDir)
}

async function launch(recipe: Recipe, dataDir: string): Promise<Running> {
  const [program = '', ...args] = onServerCore([NODE_24, ...recipe.script])
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...(await recipe.env(dataDir)) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const port = await portOf(child, recipe.listening)
  const end = () => endProcess(child)
  return {
    pid: child.pid ?? 0,
    port,
    makePlace: () => recipe.makePlace(port),
    restart: async () => {
      await end()
      return launch(recipe, dataDir)
    },
    stop: async () => {
      await end()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function portOf(child: ChildProcess, listening: RegExp): Promise<number> {
  const { stdout, stderr } = child
  const said: string[] = []
  stderr?.on('data', (chunk: Buffer) => said.push(String(chunk)))
  return new Promise((done, fail) => {
    const giveUp = () => fail(new Error(`The server did not start:\n${said.join('')}`))
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      giveUp()
    }, START_WITHIN_MS)
    child.once('exit', giveUp)
    if (stdout === null) return giveUp()
    createInterface(stdout).on('line', (line) => {
      const found = listening.exec(line)?.[1]
      if (found === undefined) return
      clearTimeout(late)
      done(Number(found))
    })
  })
}

const END_WITHIN_MS = 30_000

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS)
  await gone
  clearTimeout(late)
}
