/** What the machine says about a process and about itself. Figures that only Linux tells are NaN elsewhere. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'

/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100
const USER_TIME = 11
const SYSTEM_TIME = 12

function readLinux(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Processor seconds that a process has used, all its threads together. */
export function cpuSeconds(pid: number): number {
  // The name in parentheses may hold blanks; what is counted stands after it.
  const fields = readLinux(`/proc/${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[USER_TIME] ?? Number.NaN) + Number(fields[SYSTEM_TIME] ?? Number.NaN)) / TICKS_A_SECOND
}

export function residentBytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readLinux(`/proc/${pid}/status`)) ?? []
  return Number(kilobytes ?? Number.NaN) * 1024
}

/** Files, sockets and pipes that a process has open. */
export function openHandles(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return Number.NaN
  }
}

/** The machine's load in the last minute: above the number of cores, figures are somebody else's too. */
export const load = (): string => (loadavg()[0] ?? 0).toFixed(1)

const canPin = cpus().length > 1 && runs('taskset', '--version')

function runs(...[program, ...args]: readonly [string, ...string[]]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The server gets one core to itself, as far as the machine lets us; the load comes from another. */
export const onServerCore = (command: readonly string[]): readonly string[] =>
  canPin ? ['taskset', '-c', '0', ...command] : command

export function stayOffServerCore(): void {
  if (canPin) runs('taskset', '-acp', `1-${cpus().length - 1}`, String(process.pid))
}

export function describeMachine(): string {
  const cores = cpus()
  const pinned = canPin ? 'server on core 0, load on the others' : 'not pinned'
  return `Node ${process.version}, ${cores.length} × ${cores[0]?.model ?? 'unknown processor'}, ${pinned}, load ${load()}`
}
