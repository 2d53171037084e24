import type { Brief } from '@throughline/shared/brief'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
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
