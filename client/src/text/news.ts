/** What others have just done, as one spoken line: who, what, and about which words. */
import type { AboutChange, MapChange } from '@throughline/shared/diff'
import type { BlockId, PositioningMap } from '@throughline/shared/schema'
import type { News } from '../session/others-changes.ts'
import { count, KIND_WORDS, STATUS_WORDS } from './words.ts'

const SOMEBODY = 'Somebody'
/** More than these are only counted. */
const MOST_TOLD = 3
/** Characters of a statement: enough to know it by. */
const QUOTED = 80

/** `''` for what is not worth interrupting anybody: where cards lie, and what an agreement froze. */
export function sayNews(news: News): string {
  const told = news.changes.filter(({ what }) => what !== 'moved' && what !== 'agreed')
  const added = new Set(told.flatMap((change) => (change.what === 'added' ? [change.block] : [])))
  // A block that has just been added is told with the words it has by now, and one that has gone took its links along.
  const changes = told.filter((change) => {
    if (change.what === 'unlinked') return news.after.blocks.has(change.block) && news.after.blocks.has(change.before)
    return change.block === null || change.what === 'added' || change.what === 'linked' || !added.has(change.block)
  })
  const who = sayWho(news.who)
  if (changes.length === 0) return ''
  if (changes.length > MOST_TOLD) return `${who} changed ${sayHowMany(changes)}.`
  return changes.map((change) => `${who} ${sayWhat(change, news)}.`).join(' ')
}

function sayWho(names: readonly string[]): string {
  if (names.length === 0) return SOMEBODY
  return names.length === 1 ? (names[0] ?? SOMEBODY) : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

function sayHowMany(changes: readonly MapChange[]): string {
  return count(new Set(changes.map(({ block }) => block)).size, 'block')
}

const ABOUT: Record<AboutChange['what'], string> = {
  title: 'changed the map’s title',
  subject: 'changed the map’s subject',
  voices: 'changed the voices',
  brief: 'arranged the brief',
}

function sayWhat(change: MapChange, { before, after }: News): string {
  if (change.block === null) return ABOUT[change.what]
  const name = nameOf(change.block, after, before)
  switch (change.what) {
    case 'added':
      return `added ${name}`
    case 'gone':
      return `removed ${name}`
    case 'reworded':
      return change.after === '' ? `emptied ${nameOf(change.block, before, after)}` : `reworded ${name}`
    case 'kind':
      return `changed the kind of ${name}`
    case 'status':
      return `marked ${name} as ${STATUS_WORDS[change.after].toLowerCase()}`
    case 'linked':
      return `linked ${name} with ${nameOf(change.after, after, before)}`
    case 'unlinked':
      return `cut the link between ${name} and ${nameOf(change.before, after, before)}`
    default:
      return `changed what ${name} holds`
  }
}

function nameOf(id: BlockId, first: PositioningMap, second: PositioningMap): string {
  const block = first.blocks.get(id) ?? second.blocks.get(id)
  if (block === undefined) return 'a block'
  const kind = KIND_WORDS[block.kind].toLowerCase()
  const words = block.statement.length > QUOTED ? `${block.statement.slice(0, QUOTED)}…` : block.statement
  return words === '' ? `the empty ${kind}` : `the ${kind} “${words}”`
}
