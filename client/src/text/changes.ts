/** What has changed since one was last here: the line at opening, and each entry in words. */
import { countNews } from '@throughline/shared/news'
import type { ChangeSince } from '../api/changes.ts'
import type { NewsEntry } from '../session/news-entries.ts'
import { count, FIELD_WORDS, KIND_WORDS, sayDay, sentence } from './words.ts'

export const CHANGES_PANEL = 'What changed'
export const CHANGES_WAY = 'What changed since your last visit'
export const STEP_THROUGH = 'Step through'
export const READ_THEM = 'Read them'
export const NOT_NOW = 'Not now'
export const NEXT_CHANGE = 'To the next change since the last visit'
export const PREVIOUS_CHANGE = 'To the change before'
export const NEXT = 'Next'
export const PREVIOUS = 'Previous'
export const DONE = 'Done'
export const NOTHING_CHANGED = 'Nothing has changed since you were last here.'
export const NO_ANSWER_YET = 'The server has not said yet what has changed.'
export const LOOK_AT_IT = 'Show it'
export const LOOK_AT_THEM = 'Show them'
export const WHICH_ONES = 'Which ones'
export const NO_STATEMENT = 'Without a statement'
export const SEE_ON_MAP = 'See it on the map'
export const nothingSince = (since: number, now: number): string =>
  `Nothing has changed since your visit ${sayDay(since, now)}.`
export const commentsWait = (n: number): string => `${sentence(count(n, 'comment'))} of others`
export const andMore = (n: number): string => `${sentence(count(n, 'other change'))}`
/** For when at least one has. */
export const titleOfMaps = (maps: number, moved: number): string =>
  maps === 1
    ? 'One map, and it has moved since'
    : `${sentence(count(maps, 'map'))}, ${count(moved, '').trim()} moved since you were last there`

const blocks = (n: number) => count(n, 'block')

/** "four blocks reworded, one proof expired, two comments"; `''` for nothing. */
export function sayCounts(entries: readonly Pick<NewsEntry, 'is' | 'blocks'>[], comments: number): string {
  const expired = entries.filter(({ is }) => is === 'expired').length
  const counts = countNews(entries.flatMap(({ is }) => (is === 'expired' ? [] : [{ is }])))
  const moved = entries.reduce((sum, { is, blocks: of }) => sum + (is === 'moved' ? of.length : 0), 0)
  const parts: readonly (readonly [number, string])[] = [
    [counts.reworded, `${blocks(counts.reworded)} reworded`],
    [counts.added, `${blocks(counts.added)} added`],
    [counts.gone, `${blocks(counts.gone)} gone`],
    [counts.agreed, `${blocks(counts.agreed)} agreed`],
    [counts.changed, `${blocks(counts.changed)} changed`],
    [counts.linked, `${blocks(counts.linked)} linked otherwise`],
    [counts.about, 'the map itself'],
    [expired, `${count(expired, 'proof')} expired`],
    [comments, count(comments, 'comment')],
    [moved, `${blocks(moved)} moved`],
  ]
  return parts.flatMap(([n, says]) => (n > 0 ? [says] : [])).join(', ')
}

export const sinceVisit = (since: number, now: number): string => `since your visit ${sayDay(since, now)}`

/** "Since your visit on Tuesday: four blocks reworded, two comments." */
export const sayNewsLine = (since: number, now: number, counts: string): string =>
  `${sentence(sinceVisit(since, now))}: ${counts}.`

export const stepOf = (at: number, of: number): string => `${at + 1} of ${of}`

const SOMEBODY = 'Somebody'

export function sayNames(names: readonly string[]): string {
  if (names.length === 0) return SOMEBODY
  return names.length === 1 ? (names[0] ?? SOMEBODY) : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

type Kind = keyof typeof KIND_WORDS

const thing = (kind: Kind | undefined) => (kind === undefined ? 'block' : KIND_WORDS[kind].toLowerCase())

const article = (noun: string) => `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`

/** What they did, to be read after their names: "reworded this value", or "a value" where it is not before one's eyes. */
export function sayDeed(
  { is, changes, blocks: about }: Pick<NewsEntry, 'is' | 'changes' | 'blocks'>,
  kind: Kind | undefined,
  which: 'this' | 'a' = 'this',
): string {
  const it = which === 'this' ? `this ${thing(kind)}` : article(thing(kind))
  switch (is) {
    case 'added':
      return `added ${it}`
    case 'gone':
      return `took ${it} off the map`
    case 'agreed':
      return `marked ${it} as agreed`
    case 'reworded':
      return `reworded ${it}`
    case 'moved':
      return `moved ${about.length > 1 ? blocks(about.length) : it}`
    case 'linked':
      return `linked ${it} otherwise`
    case 'about':
      return `changed the map’s ${changes.map(({ what }) => what).join(', ')}`
    case 'expired':
      return EXPIRED_SHORT
    case 'changed':
      return `changed ${it}: ${partsOf(changes).join(', ')}`
  }
}

const EXPIRED_SHORT = 'A proof is past the day on which it was to be looked at again'
export const EXPIRED = 'The day has passed on which this proof was to be looked at again.'

const PARTS: Readonly<Record<string, string>> = {
  kind: 'its kind',
  detail: 'its detail',
  status: 'its status',
  owner: 'its owner',
  tags: 'its tags',
  agreed: 'its agreed wording',
  moved: 'its place',
  linked: 'a link',
  unlinked: 'a link',
}

function partsOf(changes: readonly Pick<ChangeSince, 'what'>[]): readonly string[] {
  return [...new Set(changes.map(({ what }) => partOf(what)))]
}

function partOf(what: string): string {
  if (what.startsWith('field:')) {
    const name = what.slice('field:'.length)
    return `“${(FIELD_WORDS as Readonly<Record<string, string>>)[name] ?? name}”`
  }
  return what.startsWith('telling:') ? 'a telling' : (PARTS[what] ?? what)
}
