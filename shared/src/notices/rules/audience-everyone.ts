import { blocksOf, type PositioningMap } from '../../schema/index.ts'
import type { Language } from '../../words/index.ts'
import { textsAt, type ReadText } from '../read-texts.ts'
import { defineRule } from '../rule.ts'
import { capitalised, quoted } from '../say.ts'
import { languageIn, perBlockIn } from '../usual-language.ts'

interface Everyone {
  /** Words that mean everybody, unless what follows narrows them down. */
  readonly means: RegExp
  /** What narrows: "everyone who keeps a fridge" is somebody in particular. */
  readonly narrows: RegExp
  /** Statements that are nothing but a word for people. */
  readonly bare: RegExp
}

/** Everybody, by language; in others the rule is silent. */
const EVERYONE: Partial<Record<Language, Everyone>> = {
  en: {
    means:
      /(?:^\W*|\bfor )(?:everyone|everybody|anyone|anybody|all (?:people|users|customers|clients|companies|businesses|organi[sz]ations|industries|teams|ages)|(?:people|companies|businesses|organi[sz]ations|teams|enterprises|firms) (?:of|in) (?:all|any|every) (?:sizes?|kinds?|shapes?|types?|sectors?|industr(?:y|ies))|any(?: kind of)? (?:business|company|organi[sz]ation|team|industry)|every (?:business|company|organi[sz]ation|industry)|the (?:whole|entire) (?:market|world)|general public)\b/giu,
    narrows:
      /^\W{0,3}(?:who|whose|whom|with|without|in|at|on|from|under|over|that|else|working|running|using|selling|building|responsible|affected|looking|trying|needing)\b/iu,
    bare: /^(?:(?:our|the|all|new|existing|potential) )*(?:users?|customers?|clients?|consumers|people|companies|businesses|organi[sz]ations|the public|enterprises|smes?|individuals|humans)$/iu,
  },
  de: {
    means:
      /(?:^\P{L}*|(?<!\p{L})für )(?:jede[rn]?(?:mann|frau)?|jede und jeder|alle (?:menschen|kunden|unternehmen|firmen|branchen|nutzer)|(?:unternehmen|firmen|betriebe|organisationen) (?:jeder|aller) (?:größe|größen|art|branche|branchen)|jedes unternehmen|die breite öffentlichkeit)(?!\p{L})/giu,
    narrows: /^\s*,?\s*(?:der|die|das|mit|ohne|in|im|bei|aus|auf|unter|über)(?!\p{L})/iu,
    bare: /^(?:(?:unsere|alle|neue) )*(?:nutzer|kunden|kundinnen und kunden|verbraucher|menschen|unternehmen|firmen|leute)$/iu,
  },
}

/** What stands before the words for everybody. */
const LEADING = /^\P{L}*(?:for |für )?/iu

/** The words for everybody, as they stand there; null when somebody in particular is meant. */
function everyoneIn({ text, words }: ReadText, language: Language | null): string | null {
  const rules = language === null ? undefined : EVERYONE[language]
  if (rules === undefined) return null
  const bare = words.map((word) => word.text).join(' ')
  if (rules.bare.test(bare)) return text
  for (const match of text.matchAll(rules.means))
    if (!rules.narrows.test(text.slice(match.index + match[0].length))) return match[0].replace(LEADING, '')
  return null
}

const wordsForEveryone = perBlockIn((audience, usual): string | null => {
  const [statement] = textsAt(audience, ['statement'])
  return statement === undefined ? null : everyoneIn(statement, languageIn(usual, statement))
})

function find(map: PositioningMap) {
  return blocksOf(map, 'audience').flatMap((audience) => {
    const words = wordsForEveryone(map, audience)
    return words === null ? [] : [{ about: [audience.id], says: `${quoted(capitalised(words))} could be anybody.` }]
  })
}

/** Somebody that nobody can picture. */
export const audienceEveryone = defineRule({
  id: 'audience-everyone',
  group: 'argument',
  says: 'This audience could be anybody.',
  why: 'Nobody recognises themselves in everybody. Somebody in a situation can say “that is me”.',
  could: 'Name who in particular, and what is going on when they need it. The others may still buy.',
  find,
})
