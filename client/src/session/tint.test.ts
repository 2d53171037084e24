import { expect, test } from 'vitest'
import { PRESENCE_COLORS } from './presence.ts'
import { chooseTint, homeTint, type Wearer } from './tint.ts'

/** Everybody looks and chooses, in turn, until nobody moves; answers how many rounds that took. */
function settle(people: Wearer[]): { readonly tints: readonly (number | null)[]; readonly rounds: number } {
  for (let rounds = 1; rounds <= 50; rounds += 1) {
    const chosen = people.map((me) => ({
      ...me,
      tint: chooseTint(
        me,
        people.filter((other) => other !== me),
      ),
    }))
    const still = chosen.every(({ tint }, at) => tint === people[at]?.tint)
    people.splice(0, people.length, ...chosen)
    if (still) return { tints: people.map(({ tint }) => tint), rounds }
  }
  throw new Error('They never come to rest')
}

const person = (who: string, client: number, tint: number | null = null): Wearer => ({ who, client, tint })

test('[TI1] somebody alone wears their own colour, at every visit the same', () => {
  expect(chooseTint(person('ana', 7), [])).toBe(homeTint('ana'))
  expect(chooseTint(person('ana', 99), [])).toBe(homeTint('ana'))
})

test('[TI2] eight people who all look alike at first end in eight colours', () => {
  const people = Array.from({ length: PRESENCE_COLORS }, (_, at) => person(`p${at}`, at, 3))
  expect(new Set(settle(people).tints).size).toBe(PRESENCE_COLORS)
})

test('[TI2] who was here keeps the colour when somebody comes', () => {
  const here = person('zoe', 1, homeTint('ana'))
  expect(chooseTint(person('ana', 2), [here])).not.toBe(here.tint)
})

test('[TI3] the second window of a person takes the colour of the first', () => {
  expect(chooseTint(person('ana', 2), [person('ana', 1, 5)])).toBe(5)
  const { tints } = settle([person('ana', 1, 5), person('ana', 2, 6), person('ben', 3, 6)])
  expect(tints.slice(0, 2)).toEqual([5, 5])
  expect(tints[2]).not.toBe(5)
})

test('[TI4] a crowd comes to rest, every colour worn by somebody', () => {
  const { tints, rounds } = settle(Array.from({ length: 60 }, (_, at) => person(`p${at}`, at)))
  expect(rounds).toBeLessThan(20)
  expect(new Set(tints).size).toBe(PRESENCE_COLORS)
})
