import { blocksOf, type Block, type BlockId, type PositioningMap } from '../../schema/index.ts'
import { contentOf, fold, scriptOf, termsOf, wordsOf, type Language } from '../../words/index.ts'
import { languageIn, textsIn, type ReadText } from '../read-texts.ts'
import { defineRule, type Finding } from '../rule.ts'
import { quoted } from '../say.ts'

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

function contentIn(text: string, language: Language | null): ReadonlySet<string> {
  return new Set(contentOf(termsOf(text, language)).keys())
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
function namedIn(map: PositioningMap, text: ReadText): string | null {
  const language = languageIn(map, text)
  const form = language === null ? undefined : IS_A[language]
  const nouns = language === null ? undefined : CATEGORY_NOUNS[language]
  if (form === undefined || nouns === undefined) return null
  const name = nameOf(map.subject)
  return text.keep(`category ${language} ${name}`, () => {
    const phrase = patternFor(form, name).exec(text.text)?.[1]?.replace(BREAK, '').trim()
    return phrase !== undefined && wordsOf(phrase, language).some(({ folded }) => nouns.has(folded)) ? phrase : null
  })
}

interface Named {
  readonly block: BlockId
  readonly as: string
  readonly language: Language | null
  readonly by: string
}

/** Every name of the kind of thing: the fields, then what statements, details and tellings of the purposes say. */
function namesIn(map: PositioningMap, { id }: Block, texts: Iterable<ReadText>): readonly Named[] {
  const voices = new Map(map.voices.map((voice) => [`telling:${voice.id}`, voice.name]))
  return [...texts].flatMap((text) => {
    const as = text.place === 'category' ? text.text : namedIn(map, text)
    if (as === null) return []
    const by = text.place === 'category' ? 'The purpose' : (voices.get(text.place) ?? 'The map')
    return [{ block: id, as, language: languageIn(map, text), by }]
  })
}

const isField = ({ by }: Named): boolean => by === 'The purpose'

function differs(a: Named, b: Named): boolean {
  if (fold(a.as) === fold(b.as)) return false
  // Across scripts nobody can tell whether two words mean one thing.
  const isComparable = scriptOf(a.as) === scriptOf(b.as)
  return isComparable && !shareWord(contentIn(a.as, a.language), contentIn(b.as, b.language))
}

function find(map: PositioningMap): readonly Finding[] {
  const purposes = blocksOf(map, 'purpose')
  const names = purposes.flatMap((purpose) => namesIn(map, purpose, textsIn(purpose).values()))
  // The field first: it is where a team has said it on purpose.
  const [first, ...others] = [...names.filter(isField), ...names.filter((name) => !isField(name))]
  const other = first === undefined ? undefined : others.find((name) => differs(first, name))
  if (first === undefined || other === undefined) return []
  const about = first.block === other.block ? [first.block] : [first.block, other.block]
  const where =
    other.by === 'The purpose' ? 'another purpose says' : other.by === 'The map' ? 'the text says' : `${other.by} says`
  return [{ about, says: `Here ${quoted(first.as, 50)}, and ${where} ${quoted(other.as, 50)}.` }]
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
