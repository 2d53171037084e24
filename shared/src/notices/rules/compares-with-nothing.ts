import { blocksOf } from '../../schema/index.ts'
import type { Language, Word } from '../../words/index.ts'
import { textsAt, type ReadText } from '../read-texts.ts'
import { defineRule, type Finding } from '../rule.ts'
import { capitalised } from '../say.ts'
import { languageIn, perBlockIn } from '../usual-language.ts'

interface Comparing {
  readonly words: ReadonlySet<string>
  /** After these a comparing word compares nothing: "no longer", "once more". */
  readonly notAfter: ReadonlySet<string>
  /** What it is compared with is named. */
  readonly with: RegExp
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** By language; in others the rule is silent. */
const COMPARING: Partial<Record<Language, Comparing>> = {
  en: {
    words: set(
      'better worse more less fewer faster quicker slower cheaper easier simpler smarter safer stronger higher lower bigger larger smaller lighter cleaner clearer greener happier healthier leaner shorter sooner warmer wider earlier quieter cooler fresher smoother tighter calmer sharper',
    ),
    notAfter: set("no one once any never what and or the what's two three some even not nothing"),
    with: /\b(?:than|compared (?:to|with)|instead of|rather than|versus|vs|unlike|against|alternatives? to|as opposed to|from \S+ to|before)\b/iu,
  },
  de: {
    words: set(
      'besser schlechter mehr weniger schneller langsamer billiger günstiger einfacher leichter sicherer stärker höher niedriger größer kleiner sauberer klarer gesünder kürzer früher',
    ),
    notAfter: set('nicht nie kein keine keinen nichts noch immer und ein kein mein dein sein ihr unser kein'),
    with: /(?<!\p{L})(?:als|statt|anstatt|gegenüber|verglichen|im vergleich|anders)(?!\p{L})/iu,
  },
}

const CAPITAL = /^\p{Lu}/u

/** In German a capital follows an adjective before its noun ("ein schneller Start"), where "schneller" compares nothing. */
function isBeforeNoun(next: Word | undefined, language: Language): boolean {
  return language === 'de' && next !== undefined && CAPITAL.test(next.text)
}

function comparingWord({ words }: ReadText, language: Language, rules: Comparing): Word | undefined {
  return words.find(
    (word, at) =>
      rules.words.has(word.folded) &&
      !rules.notAfter.has(words[at - 1]?.folded ?? '') &&
      !isBeforeNoun(words[at + 1], language),
  )
}

/** The word that compares, where neither the sentence nor the field for it says with what. */
const looseIn = perBlockIn((value, usual): string | null => {
  if (value.fields.alternative !== undefined) return null
  const [statement] = textsAt(value, ['statement'])
  const language = statement === undefined ? null : languageIn(usual, statement)
  const rules = language === null ? undefined : COMPARING[language]
  if (statement === undefined || language === null || rules === undefined || rules.with.test(statement.text))
    return null
  return comparingWord(statement, language, rules)?.folded ?? null
})

/** "Faster", and nobody knows than what. */
export const comparesWithNothing = defineRule({
  id: 'compares-with-nothing',
  group: 'words',
  says: 'This compares, and does not say with what.',
  why: 'Each reader puts in what they use today, and some of them use you. Named, the comparison can be checked.',
  could: 'Write what they would do without you into “Without us”, or finish the sentence with it.',
  find: (map): readonly Finding[] =>
    blocksOf(map, 'value').flatMap((value) => {
      const word = looseIn(map, value)
      return word === null
        ? []
        : [{ about: [value.id], says: `“${capitalised(word)}” compares, and nothing says with what.` }]
    }),
})
