import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LogOut } from './log-out.ts'

/** A disk that takes so many bytes. */
class Disk {
  room = Number.POSITIVE_INFINITY
  text = ''
  readonly out = new LogOut({ write: (bytes) => this.#take(bytes), lost: (lines) => `${lines} lost\n` })

  #take(bytes: Uint8Array): number {
    const taken = bytes.subarray(0, this.room)
    if (taken.length === 0) throw new Error('ENOSPC')
    this.room -= taken.length
    this.text += Buffer.from(taken).toString()
    return taken.length
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[LO1] what finds no room waits, half a line too, and is written with the next line that does', () => {
  const disk = new Disk()
  disk.out.write('first\n')
  disk.room = 3
  disk.out.write('second\n')
  disk.out.write('third\n')
  expect(disk.text).toBe('first\nsec')
  disk.room = Number.POSITIVE_INFINITY
  disk.out.write('fourth\n')
  expect(disk.text).toBe('first\nsecond\nthird\nfourth\n')
})

test('[LO1] what waits is written by and by, also when nothing else is said', () => {
  const disk = new Disk()
  disk.room = 0
  disk.out.write('only\n')
  vi.advanceTimersByTime(5_000)
  expect(disk.text).toBe('')
  disk.room = Number.POSITIVE_INFINITY
  vi.advanceTimersByTime(1_000)
  expect(disk.text).toBe('only\n')
})

test('[LO2] a megabyte waits; how many lines are left out beyond that is said when there is room', () => {
  const disk = new Disk()
  const line = `${'x'.repeat(1_023)}\n`
  disk.room = 0
  for (let n = 0; n < 1_030; n += 1) disk.out.write(line)
  disk.room = Number.POSITIVE_INFINITY
  disk.out.write('after\n')
  expect(disk.text).toBe(`${line.repeat(1_024)}6 lost\nafter\n`)
  disk.out.write('again\n')
  expect(disk.text.endsWith('after\nagain\n')).toBe(true)
})
