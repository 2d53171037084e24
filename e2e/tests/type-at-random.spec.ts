/**
 * Two and five people type at random into one statement: the same text everywhere, no letter lost and none twice.
 *
 * Each has a letter of their own, so that every one of them can be counted. `SOAK_SECONDS` makes it long: then all five
 * are browsers, as `pnpm soak --only writing` has them; in the suite three of the five are stock clients.
 */
import type { Browser } from '@playwright/test'
import * as Y from 'yjs'
import { expect, Person, test } from '../world/actors.ts'
import { makeMap, mapFile, type MadeMap } from '../world/api.ts'
import { syncedClient, type StockClient } from '../world/stock-client.ts'

const SOAK_SECONDS = Number(process.env['SOAK_SECONDS'] ?? '0')
const TYPING_MS = SOAK_SECONDS > 0 ? SOAK_SECONDS * 1000 : 5_000
/** A statement holds 2,000 characters; five people stay below it together, and are not done before the time is. */
const LETTERS_AT_MOST = 350
const lettersBy = (until: number) => LETTERS_AT_MOST * (1 - (until - Date.now()) / TYPING_MS)
const LETTERS = ['a', 'b', 'c', 'd', 'e'] as const
const MOVES = ['Home', 'End', 'ArrowLeft', 'ArrowRight', 'ArrowLeft', 'ArrowUp'] as const

test.setTimeout(60_000 + TYPING_MS * 3)

const random = (below: number) => Math.floor(Math.random() * below)

/** Types one's letter here and there until time is up; answers how often. */
async function typesAtRandom({ page }: Person, letter: string, until: number): Promise<number> {
  let typed = 0
  while (Date.now() < until) {
    const burst = typed < lettersBy(until) ? 1 + random(4) : 0
    await page.keyboard.type(letter.repeat(burst), { delay: 15 })
    typed += burst
    for (let n = random(3); n > 0; n -= 1) await page.keyboard.press(MOVES[random(MOVES.length)] ?? 'End')
  }
  return typed
}

async function insertsAtRandom({ doc }: StockClient, id: string, letter: string, until: number): Promise<number> {
  const words = () =>
    doc
      .getXmlFragment(`text:${id}:statement`)
      .toArray()
      .flatMap((each) => (each as Y.XmlElement).toArray())
  let typed = 0
  while (Date.now() < until) {
    const text = words()[0]
    if (text instanceof Y.XmlText && typed < lettersBy(until)) {
      text.insert(random(text.length + 1), letter)
      typed += 1
    }
    await new Promise((resolve) => setTimeout(resolve, 10 + random(60)))
  }
  return typed
}

const countOf = (text: string, letter: string) => text.split(letter).length - 1

/** Everybody sees what the server has, and it has each letter as often as it was typed. */
async function expectAllThere(people: readonly Person[], map: MadeMap, typed: readonly number[]): Promise<void> {
  const statement = async () => (await map.file()).blocks[0]?.statement ?? ''
  await expect
    .poll(async () => counts(await statement()), { timeout: 30_000 })
    .toEqual(LETTERS.map((_, at) => typed[at] ?? 0))
  const text = await statement()
  for (const person of people)
    await expect.poll(async () => lettersOf(await person.written()), { timeout: 30_000 }).toBe(lettersOf(text))
}

const counts = (text: string) => LETTERS.map((letter) => countOf(text, letter))
/** The text without what paragraphs are joined by. */
const lettersOf = (text: string) => text.replaceAll(' ', '')

async function opensStatement(person: Person, map: MadeMap): Promise<void> {
  await person.open(map.link('editor'))
  await person.pointsTwiceAt(person.page.locator('.tl-canvas [data-block]'))
  await expect(person.editor).toBeFocused()
}

async function arriving(browser: Browser, many: number): Promise<readonly Person[]> {
  return Promise.all(Array.from({ length: many }, (_, at) => Person.arrives(`Writer ${at + 1}`, browser)))
}

for (const { of, browsers, stock } of [
  { of: 'two', browsers: 2, stock: 0 },
  SOAK_SECONDS > 0 ? { of: 'five', browsers: 5, stock: 0 } : { of: 'five', browsers: 2, stock: 3 },
])
  test(`${of} type at random in one statement, and no letter is lost`, async ({ browser, server }) => {
    const map = await makeMap(server.origin, { map: mapFile([{ id: 'one', kind: 'value', statement: '-' }]) })
    const people = await arriving(browser, browsers)
    for (const person of people) await opensStatement(person, map)
    const scripts = await Promise.all(
      Array.from({ length: stock }, () => syncedClient(server.origin, map.id, map.keys.editor)),
    )
    const until = Date.now() + TYPING_MS
    const typed = await Promise.all([
      ...people.map((person, at) => typesAtRandom(person, LETTERS[at] ?? 'a', until)),
      ...scripts.map((script, at) => insertsAtRandom(script, 'one', LETTERS[browsers + at] ?? 'a', until)),
    ])
    if (SOAK_SECONDS > 0) process.stdout.write(`  letters typed: ${typed.join(', ')}\n`)
    await expectAllThere(people, map, typed)
    for (const script of scripts) {
      await expect
        .poll(async () => counts(script.statement('one')))
        .toEqual(counts((await map.file()).blocks[0]?.statement ?? ''))
      script.leaves()
    }
    for (const person of people) await person.leaves()
  })

test('the first letters that two type into an empty block at once are all there, once', async ({ browser, server }) => {
  for (let round = 0; round < (SOAK_SECONDS > 0 ? 10 : 2); round += 1) {
    const map = await makeMap(server.origin, { map: mapFile([{ id: 'one', kind: 'value', statement: '' }]) })
    const people = await arriving(browser, 2)
    for (const person of people) await opensStatement(person, map)
    await Promise.all(
      people.map((person, at) => person.page.keyboard.type((LETTERS[at] ?? 'a').repeat(12), { delay: 10 })),
    )
    await expectAllThere(people, map, [12, 12])
    for (const person of people) await person.leaves()
  }
})
