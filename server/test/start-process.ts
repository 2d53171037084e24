/** The server as people start it: a process of its own, on SQLite, on a port of the system's choice. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export interface ServerProcess {
  readonly process: ChildProcess
  readonly url: string
  readonly port: number
  /** All lines of stdout so far. */
  readonly lines: readonly string[]
  /** Sends the signal and gives the exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

export async function startProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const child = fork(MAIN, {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const lines: string[] = []
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      lines.push(line)
      const match = /listening on (http:\/\/\S+)/.exec(line)
      if (match?.[1] !== undefined) resolve(match[1])
    })
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${complaint}`)))
  })
  return {
    process: child,
    url,
    port: Number(new URL(url).port),
    lines,
    async end(signal) {
      const exited = once(child, 'exit')
      child.kill(signal)
      const [code] = (await exited) as [number | null]
      return code
    },
  }
}
