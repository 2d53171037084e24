/** The server as people start it: a process of its own, on SQLite, on a port of the system's choice. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export interface ServerProcess {
  readonly process: ChildProcess
  readonly url: string
  readonly port: number
  /** All lines of stdout so far. */
  readonly lines: readonly string[]
  /** All of stderr so far. */
  readonly complaint: string
  /** Sends the signal and gives the exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const LISTENING = /listening on (http:\/\/\S+)/
const LOOK_AGAIN_MS = 20

export interface StartOptions {
  /** Where stdout goes instead of to this process. */
  readonly logFile?: string
  /** Flags of Node. */
  readonly flags?: readonly string[]
}

export async function startProcess(
  environment: Record<string, string>,
  { logFile, flags = [] }: StartOptions = {},
): Promise<ServerProcess> {
  const out = logFile === undefined ? 'pipe' : openSync(logFile, 'a')
  const child = fork(MAIN, {
    env: { ...process.env, PORT: '0', ...environment },
    execArgv: [...process.execArgv, ...flags],
    stdio: ['ignore', out, 'pipe', 'ipc'],
  })
  if (typeof out === 'number') closeSync(out)
  const lines = logFile === undefined ? linesOf(child) : () => readFileSync(logFile, 'utf8').split('\n').slice(0, -1)
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const url = await listening(child, lines, () => complaint)
  return {
    process: child,
    url,
    port: Number(new URL(url).port),
    get lines() {
      return lines()
    },
    get complaint() {
      return complaint
    },
    async end(signal) {
      const exited = once(child, 'exit')
      child.kill(signal)
      const [code] = (await exited) as [number | null]
      return code
    },
  }
}

function linesOf({ stdout }: ChildProcess): () => readonly string[] {
  const lines: string[] = []
  createInterface({ input: stdout! }).on('line', (line) => lines.push(line))
  return () => lines
}

async function listening(
  child: ChildProcess,
  lines: () => readonly string[],
  complaint: () => string,
): Promise<string> {
  for (;;) {
    for (const line of lines()) {
      const url = LISTENING.exec(line)?.[1]
      if (url !== undefined) return url
    }
    const end = child.exitCode ?? child.signalCode
    if (end !== null) throw new Error(`exit ${end}: ${complaint()}`)
    await pause(LOOK_AGAIN_MS)
  }
}
