import type { Brief } from '@throughline/shared/brief'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createBriefPrinter, type PrinterOptions } from './printer.ts'

const EMPTY: Brief = {
  title: '',
  subject: '',
  revision: 1,
  asOf: '2026-05-21T00:00:00.000Z',
  sections: [],
  leftOut: [],
  keptOff: [],
  dissents: 0,
}
const SOON = { timeout: 10_000 }
const child = (name: string) => fileURLToPath(new URL(`./test-children/${name}.ts`, import.meta.url))

function printer(options: PrinterOptions) {
  const made = createBriefPrinter(options)
  onTestFinished(() => made.close())
  return made
}

test('[PR1] a brief that takes too long fails with a sentence', async () => {
  const { print } = bound(printer({ child: child('never-answers'), limitMs: 200, startMs: 200 }))
  await expect(print(EMPTY)).rejects.toMatchObject({
    kind: 'unexpected',
    message: 'The page took too long to set. Markdown and HTML say the same.',
  })
})

test('[PR2] a crash costs the brief it happened in and no other', async () => {
  const { print } = bound(printer({ child: child('dies-once') }))
  const results = await Promise.allSettled([
    print({ ...EMPTY, title: 'a' }),
    print(EMPTY),
    print({ ...EMPTY, title: 'b' }),
  ])
  expect(
    results.map((result) => (result.status === 'fulfilled' ? new TextDecoder().decode(result.value.file) : 'failed')),
  ).toEqual(['a', 'failed', 'b'])
})

test('[PR4] [PR3] a process stands ready before anybody asks, and a new one when an idle one was ended', async () => {
  const pids = join(await mkdtemp(join(tmpdir(), 'printer-')), 'pids')
  vi.stubEnv('PIDS_FILE', pids)
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await rm(dirname(pids), { recursive: true })
  })
  const begun = async () => (await readFile(pids, 'utf8').catch(() => '')).trim().split('\n')
  const { print } = bound(printer({ child: child('says-its-pid'), aheadMs: 10, idleMs: 10 }))

  await vi.waitFor(async () => expect(await begun()).toEqual([expect.stringMatching(/^\d+$/)]), SOON)
  const [ahead] = await begun()
  expect(new TextDecoder().decode((await print(EMPTY)).file)).toBe(ahead)
  await vi.waitFor(async () => expect(await begun()).toHaveLength(2), SOON)
})

test('it is ready for another brief when none waits, whatever is being printed', async () => {
  const made = printer({ child: child('never-answers'), limitMs: 200, startMs: 200 })
  const { print } = bound(made)
  const order: string[] = []
  const first = print(EMPTY).catch(() => order.push('first over'))
  await made.whenReady()
  const second = print(EMPTY).catch(() => order.push('second over'))
  const ready = made.whenReady().then(() => order.push('ready'))
  await setImmediate()
  expect(order).toEqual([])
  await Promise.all([first, ready])
  expect(order.toSorted()).toEqual(['first over', 'ready'])
  await second
})

test('closing fails what still waits, and what comes later', async () => {
  const made = printer({ child: child('never-answers') })
  const waiting = [
    made.print(EMPTY, { paper: 'a4', design: 'quiet', format: 'pdf' }),
    made.print(EMPTY, { paper: 'a4', design: 'quiet', format: 'pdf' }),
  ]
  const settled = Promise.allSettled(waiting)
  await made.close()
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(made.print(EMPTY, { paper: 'a4', design: 'quiet', format: 'pdf' })).rejects.toMatchObject({
    kind: 'restarting',
  })
})

function bound(made: ReturnType<typeof createBriefPrinter>) {
  return { print: (brief: Brief) => made.print(brief, { paper: 'a4', design: 'quiet', format: 'pdf' }) }
}
