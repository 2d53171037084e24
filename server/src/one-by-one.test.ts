import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { OneByOne } from './one-by-one.ts'

test('jobs begin one after the other, and others get their turn between two', async () => {
  const turns = new OneByOne()
  const seen: string[] = []
  const job = (name: string) =>
    turns.run(async () => {
      seen.push(`${name} begins`)
      await setImmediate()
      seen.push(`${name} ends`)
      return name
    })
  const both = Promise.all([job('one'), job('two')])
  const between = turns.run(async () => undefined)
  expect(await both).toEqual(['one', 'two'])
  await between
  expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])

  const others = { turns: 0, timer: setInterval(() => (others.turns += 1), 0) }
  const at: number[] = []
  const late = () =>
    turns.run(async () => {
      const until = performance.now() + 5
      while (performance.now() < until);
      at.push(others.turns)
    })
  await Promise.all([late(), late(), late()])
  clearInterval(others.timer)
  expect(new Set(at).size).toBe(3)
})

test('what fails fails for whoever asked, and the next one goes on', async () => {
  const turns = new OneByOne()
  const failing = turns.run(() => Promise.reject(new Error('torn')))
  const next = turns.run(() => Promise.resolve('whole'))
  await expect(failing).rejects.toThrow('torn')
  expect(await next).toBe('whole')
})
