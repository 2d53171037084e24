import { blocksOf, compareText, type Block, type PositioningMap } from '../../schema/index.ts'
import { textsAt } from '../read-texts.ts'
import { defineRule, type Finding } from '../rule.ts'
import { listed, quoted } from '../say.ts'
import { languageIn, perBlockIn } from '../usual-language.ts'

/** Out of all words that two statements use, how many both of them use; from here on people take them for one. */
const ALIKE = 0.6
/** Two statements of two words are alike by accident. */
const LEAST_WORDS = 3

interface Worded {
  readonly block: Block
  readonly words: ReadonlySet<string>
}

const wordsIn = perBlockIn((value, usual): ReadonlySet<string> | null => {
  const [statement] = textsAt(value, ['statement'])
  const language = statement === undefined ? null : languageIn(usual, statement)
  return statement === undefined || language === null ? null : statement.contentIn(language)
})

/** Statements in the words that carry them, in the order of the map. */
function worded(map: PositioningMap): readonly Worded[] {
  return blocksOf(map, 'value').flatMap((block) => {
    const words = wordsIn(map, block)
    return words === null || words.size < LEAST_WORDS ? [] : [{ block, words }]
  })
}

/** Each statement's words, those that fewest statements use first: the same order for all. */
function rarestFirst(all: readonly Worded[]): readonly (readonly string[])[] {
  const users = new Map<string, number>()
  for (const { words } of all) for (const word of words) users.set(word, (users.get(word) ?? 0) + 1)
  const rarer = (a: string, b: string) => (users.get(a) ?? 0) - (users.get(b) ?? 0) || compareText(a, b)
  return all.map(({ words }) => [...words].toSorted(rarer))
}

function isAlike(a: Worded | undefined, b: Worded | undefined): boolean {
  if (a === undefined || b === undefined) return false
  let shared = 0
  for (const word of a.words) if (b.words.has(word)) shared += 1
  return shared >= LEAST_WORDS && shared / (a.words.size + b.words.size - shared) >= ALIKE
}

/**
 * For each statement, by its place, the first that it is alike, itself when there is none. Two that share three fifths of
 * their words share one of the rarest two fifths (and one) of each, so only those are looked up: statements that have
 * but common words in common are never held against each other.
 */
function firstAlike(all: readonly Worded[]): readonly number[] {
  const byRareWord = new Map<string, number[]>()
  const firstOf: number[] = []
  for (const [at, words] of rarestFirst(all).entries()) {
    let first = at
    for (const word of words.slice(0, words.length - Math.ceil(words.length * ALIKE) + 1)) {
      const users = byRareWord.get(word) ?? []
      for (const other of users) {
        const theirs = firstOf[other] ?? other
        if (theirs < first && isAlike(all[at], all[other])) first = theirs
      }
      byRareWord.set(word, users)
      users.push(at)
    }
    firstOf.push(first)
  }
  return firstOf
}

function find(map: PositioningMap): readonly Finding[] {
  const all = worded(map)
  const firstOf = firstAlike(all)
  const groups = Map.groupBy(all.keys(), (at) => firstOf[at] ?? at)
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const blocks = group.flatMap((at) => all[at]?.block ?? [])
      const others = blocks.slice(1, 4).map(({ statement }) => quoted(statement, 60))
      return {
        about: blocks.map(({ id }) => id),
        why: `${listed(others)} ${others.length > 1 ? 'say' : 'says'} nearly the same. Two that sound alike are heard as one, said twice.`,
      }
    })
}

/** One value on two cards. */
export const valuesAlike = defineRule({
  id: 'values-alike',
  group: 'words',
  says: 'These values use nearly the same words.',
  why: 'Two that sound alike are heard as one, said twice.',
  could: 'Make them one, or say what only the one of them gives.',
  find,
})
