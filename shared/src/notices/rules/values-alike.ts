import { blocksOf, type Block, type PositioningMap } from '../../schema/index.ts'
import { contentOf, termsOf } from '../../words/index.ts'
import { languageIn, textsAt } from '../read-texts.ts'
import { defineRule, type Finding } from '../rule.ts'
import { listed, quoted } from '../say.ts'

/** Out of all words that two statements use, how many both of them use; from here on people take them for one. */
const ALIKE = 0.6
/** Two statements of two words are alike by accident. */
const LEAST_WORDS = 3

interface Worded {
  readonly block: Block
  readonly words: ReadonlySet<string>
}

/** Statements in the words that carry them, in the order of the map. */
function worded(map: PositioningMap): readonly Worded[] {
  return blocksOf(map, 'value').flatMap((block) => {
    const [statement] = textsAt(block, ['statement'])
    const language = statement === undefined ? null : languageIn(map, statement)
    if (statement === undefined || language === null) return []
    const words = statement.keep(
      `content ${language}`,
      () => new Set(contentOf(termsOf(statement.text, language)).keys()),
    )
    return [{ block, words }]
  })
}

/** For each statement, the earlier ones that share most of its words. Counted by word, so that unlike ones cost nothing. */
function pairsOf(all: readonly Worded[]): readonly (readonly [number, number])[] {
  const byWord = new Map<string, number[]>()
  const pairs: [number, number][] = []
  for (const [at, { words }] of all.entries()) {
    const shared = new Map<number, number>()
    for (const word of words) {
      const users = byWord.get(word) ?? []
      for (const other of users) shared.set(other, (shared.get(other) ?? 0) + 1)
      byWord.set(word, users)
      users.push(at)
    }
    for (const [other, count] of shared) {
      const union = words.size + (all[other]?.words.size ?? 0) - count
      if (count >= LEAST_WORDS && count / union >= ALIKE) pairs.push([other, at])
    }
  }
  return pairs
}

function find(map: PositioningMap): readonly Finding[] {
  const all = worded(map)
  /** Each statement's first like one, itself when it has none. */
  const firstOf = all.map((_, at) => at)
  for (const [one, other] of pairsOf(all)) firstOf[other] = Math.min(firstOf[other] ?? other, firstOf[one] ?? one)
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
