import { blocksOf, type Block, type PositioningMap } from '../../schema/index.ts'
import { fold, scriptOf, wordsOf, type Language } from '../../words/index.ts'
import { ReadText, textsIn, type TextPlace } from '../read-texts.ts'
import { defineRule, type Finding } from '../rule.ts'
import { quoted } from '../say.ts'
import { languageIn, perBlockIn, usualLanguage } from '../usual-language.ts'

/** Nouns by which one says what kind of thing one is. */
const CATEGORY_NOUNS: Partial<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'platform software tool tools app application service services agency consultancy consultants company database suite system marketplace network provider startup monitoring analytics analysis management studio lab bank insurer manufacturer maker shop store school publisher carrier operator hub framework engine assistant alternative'.split(
      ' ',
    ),
  ),
  de: new Set(
    'plattform software werkzeug app anwendung dienst dienstleister agentur beratung unternehmen datenbank system marktplatz netzwerk anbieter verlag hersteller labor bank versicherer händler schule betreiber'.split(
      ' ',
    ),
  ),
}

/** "We are a …", "Vardeholm is the …": up to where the phrase ends. */
const IS_A: Partial<Record<Language, string>> = {
  en: "(?:we are|we’re|we're|it is|it’s|it's|{name} is) (?:an?|the) ([^.,;:!?()–—]{3,80})",
  de: '(?:wir sind|{name} ist) (?:ein|eine|der|die|das) ([^.,;:!?()–—]{3,80})',
}
/** Where what follows describes rather than names: "a platform that …", "a tool for …". */
const BREAK = /\s(?:that|which|who|for|to|with|in|of|from|by|on|die|der|das|für|mit|von)\s.*$/iu

/** The map's subject up to its first comma, as sentences name it. */
function nameOf(subject: string): string {
  const name = subject.split(/[,(（:–—]/u)[0]?.trim() ?? ''
  return name.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
}

function shareWord(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) if (b.has(word)) return true
  return false
}

/** One a name and language: made anew for every text they cost more than the reading. */
const patterns = new Map<string, RegExp>()

function patternFor(form: string, name: string): RegExp {
  const source = form.replace('{name}', () => (name === '' ? 'we' : name))
  const known = patterns.get(source)
  if (known !== undefined) return known
  const made = new RegExp(source, 'iu')
  // Subjects change by the letter while somebody writes one.
  if (patterns.size > 50) patterns.clear()
  patterns.set(source, made)
  return made
}

/** The kind of thing that a text says one is, if it says so. */
function namedIn(text: string, name: string, language: Language | null): string | null {
  const form = language === null ? undefined : IS_A[language]
  const nouns = language === null ? undefined : CATEGORY_NOUNS[language]
  if (form === undefined || nouns === undefined) return null
  const phrase = patternFor(form, name).exec(text)?.[1]?.replace(BREAK, '').trim()
  return phrase !== undefined && wordsOf(phrase, language).some(({ folded }) => nouns.has(folded)) ? phrase : null
}

interface Named {
  /** Where it is said: the field, or a text that says it in passing. */
  readonly place: TextPlace
  readonly as: ReadText
  readonly language: Language | null
}

/** What one purpose says that we are, and for which name of the subject it was looked through. */
interface PurposeNames {
  readonly name: string
  readonly names: readonly Named[]
}
const known = perBlockIn((): { now: PurposeNames | null } => ({ now: null }))

/** Every name of the kind of thing: the field's, then what statement, detail and tellings of the purpose say. */
function namesIn(map: PositioningMap, purpose: Block): readonly Named[] {
  const name = nameOf(map.subject)
  const kept = known(map, purpose)
  if (kept.now?.name !== name) kept.now = { name, names: findNames(purpose, name, usualLanguage(map)) }
  return kept.now.names
}

function findNames(purpose: Block, name: string, usual: Language | null): readonly Named[] {
  return [...textsIn(purpose).values()].flatMap((text): readonly Named[] => {
    const { place } = text
    const language = languageIn(usual, text)
    if (place === 'category') return [{ place, as: text, language }]
    const as = namedIn(text.text, name, language)
    return as === null ? [] : [{ place, as: new ReadText(place, as), language }]
  })
}

function differs(a: Named, b: Named): boolean {
  // Across scripts nobody can tell whether two words mean one thing.
  return (
    !shareWord(a.as.contentIn(a.language), b.as.contentIn(b.language)) &&
    fold(a.as.text) !== fold(b.as.text) &&
    scriptOf(a.as.text) === scriptOf(b.as.text)
  )
}

function sayWhere({ place }: Named, map: PositioningMap): string {
  if (place === 'category') return 'another purpose'
  return map.voices.find(({ id }) => place === `telling:${id}`)?.name ?? 'the text'
}

function find(map: PositioningMap): readonly Finding[] {
  const names = blocksOf(map, 'purpose').flatMap((purpose) =>
    namesIn(map, purpose).map((named) => ({ ...named, block: purpose.id })),
  )
  // The field first: it is where a team has said it on purpose.
  const [first, ...others] = [
    ...names.filter(({ place }) => place === 'category'),
    ...names.filter(({ place }) => place !== 'category'),
  ]
  const other = first === undefined ? undefined : others.find((name) => differs(first, name))
  if (first === undefined || other === undefined) return []
  return [
    {
      about: first.block === other.block ? [first.block] : [first.block, other.block],
      says: `Here ${quoted(first.as.text, 50)}, and ${sayWhere(other, map)} says ${quoted(other.as.text, 50)}.`,
    },
  ]
}

/** Two shelves for one thing: people compare it with other things on each. */
export const categoryDiffers = defineRule({
  id: 'category-differs',
  group: 'words',
  says: 'The category has two names.',
  why: 'The category tells people what to compare you with. Under two names you stand on two shelves.',
  could: 'Choose one name and put it everywhere, or say which is for whom.',
  find,
})
