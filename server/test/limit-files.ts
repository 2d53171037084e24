/**
 * A disk without room, as one process sees it: the system refuses every write beyond the first kilobyte of any file
 * (RLIMIT_FSIZE). A limit at the size of the largest file would not do: pages that are free, and a write-ahead log that
 * is begun again, would go on taking writes. No page of the database ends below a kilobyte.
 */
import { execFileSync, spawnSync } from 'node:child_process'

const ROOM_BYTES = 1_024

/** Linux has `prlimit`, and nobody needs to be root for it. */
export const canLimit = spawnSync('prlimit', ['--version']).status === 0

export function fillDisk(pid: number | undefined): void {
  limitFiles(pid, ROOM_BYTES)
}

export function makeRoom(pid: number | undefined): void {
  limitFiles(pid, 'unlimited')
}

function limitFiles(pid: number | undefined, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
}
