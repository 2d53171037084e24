/**
 * A difference as a sentence: what was there, what is there now. Who did it, and when, is put before it by whoever knows.
 *
 * - **SC1** One line, ends as a sentence does, quotes people's words as they wrote them and never quotes nothing.
 * - **SC2** A long text is cut at a word, with a mark; both sides of a rewording are cut alike.
 * - **SC3** What is chosen from a list, and a day, is said as panels say it, never as the map file writes it.
 * - **SC4** A block that comes or goes without a statement is told by the first other words it has.
 */
import {
  isCalendarDate,
  relationOf,
  sayChoice,
  type BlockId,
  type Composition,
  type FieldName,
  type PositioningMap,
  type Relation,
  type Status,
  type Voice,
} from '../schema/index.ts'
import type { AboutChange, BlockChange, MapChange } from './change.ts'
import { same } from './diff-maps.ts'
import {
  KIND,
  kindOf,
  MENTIONED,
  nameOf,
  partOf,
  quote,
  sayOtherWords,
  withArticle,
  withCapital,
} from './name-block.ts'

const STATUS: Record<Status, string> = { draft: 'a draft', proposed: 'proposed', agreed: 'agreed' }
const RELATION: Record<Relation, readonly [now: string, before: string]> = {
  drives: ['now drives', 'no longer drives'],
  serves: ['now serves', 'no longer serves'],
  supports: ['now supports', 'no longer supports'],
  relates: ['now relates to', 'no longer relates to'],
}

/** `before` and `after` are the maps that the change was found between. */
export function sayChange(change: MapChange, before: PositioningMap, after: PositioningMap): string {
  return ended(change.block === null ? sayAbout(change, before, after) : sayBlockChange(change, before, after))
}

/** The same in a text that has just named the block: `the value` stands for its words. */
export function sayFurther(change: BlockChange, before: PositioningMap, after: PositioningMap): string {
  const { block } = change
  return ended(sayBlockChange(change, before, after, `the ${KIND[kindOf(block, after, before)]}`))
}

/** A new link in a text that has just named one of its ends: "It supports the value “…”." */
export function sayLinkOf(block: BlockId, { block: from, after: to }: NewLink, after: PositioningMap): string {
  const relation = relationOf(kindOf(from, after, after), kindOf(to, after, after))
  const verb = RELATION[relation][0].replace('now ', '')
  const other = nameOf(from === block ? to : from, after, after, MENTIONED)
  return ended(from === block ? `It ${verb} ${other}` : `${withCapital(other)} ${verb} it`)
}

type NewLink = Extract<BlockChange, { what: 'linked' }>

/** With a full stop, unless the quotation it ends in has one of its own. */
function ended(sentence: string): string {
  return /[.!?…。！？]”$/u.test(sentence) ? sentence : `${sentence}.`
}

function saysNow(subject: string, was: string, is: string): string {
  if (was === '') return `${subject} now reads ${quote(is)}`
  if (is === '') return `${subject} is empty now; it read ${quote(was)}`
  return `${subject} now reads ${quote(is)}; it read ${quote(was)}`
}

function sayAbout({ what, before, after }: AboutChange, mapBefore: PositioningMap, mapAfter: PositioningMap): string {
  switch (what) {
    case 'voices':
      return sayVoices(before, after)
    case 'brief':
      return sayComposition(before, after, (id) => nameOf(id, mapBefore, mapAfter, MENTIONED))
    default:
      return saysNow(what === 'title' ? 'The map’s title' : 'The subject', before, after)
  }
}

function sayComposition(before: Composition, after: Composition, name: (id: BlockId) => string): string {
  const [off, on] = [
    after.off.filter((id) => !before.off.includes(id)),
    before.off.filter((id) => !after.off.includes(id)),
  ]
  const parts = [
    ...(off.length === 0 ? [] : [`kept off the brief now: ${off.map(name).join(', ')}`]),
    ...(on.length === 0 ? [] : [`no longer kept off the brief: ${on.map(name).join(', ')}`]),
    ...(before.order.join() === after.order.join() ? [] : ['the brief has another order']),
    ...(before.accent === after.accent ? [] : ['the brief has another colour']),
    ...(same(before.logo, after.logo)
      ? []
      : [after.logo === null ? 'the brief has no logo' : 'the brief has another logo']),
  ]
  return withCapital(parts.join('; '))
}

function sayVoices(before: readonly Voice[], after: readonly Voice[]): string {
  const names = new Map(before.map(({ id, name }) => [id, name]))
  const still = new Set(after.map(({ id }) => id))
  const parts = [
    ...after.filter(({ id }) => !names.has(id)).map(({ name }) => `${name} is a voice now`),
    ...before.filter(({ id }) => !still.has(id)).map(({ name }) => `${name} is no voice any more`),
    ...after.flatMap(({ id, name }) => {
      const was = names.get(id)
      return was === undefined || was === name ? [] : [`the voice ${was} is called ${name} now`]
    }),
  ]
  if (parts.length === 0) return 'The voices stand in another order'
  const line = parts.join('; ')
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`
}

function sayBlockChange(
  change: BlockChange,
  before: PositioningMap,
  after: PositioningMap,
  name = nameOf(change.block, before, after),
): string {
  switch (change.what) {
    case 'added':
      return `New: ${name}${sayOtherWords(change.after, after.voices, 'reads')}`
    case 'gone':
      return `Gone: ${name}${sayOtherWords(change.before, before.voices, 'read')}`
    case 'kind':
      return `${withCapital(nameOf(change.block, after, after))} was ${withArticle(change.before)} before`
    case 'reworded':
      return saysNow(`The ${KIND[kindOf(change.block, before, after)]}`, change.before, change.after)
    case 'detail':
      return saysNow(`The detail of ${name}`, change.before, change.after)
    case 'owner':
      return change.after === ''
        ? `Nobody looks after ${name} any more`
        : `${withCapital(name)} is looked after by ${change.after}`
    case 'status':
      return `${withCapital(name)} is ${STATUS[change.after]} now; it was ${STATUS[change.before]}`
    case 'agreed':
      return sayAgreed(name, change.after?.statement ?? null, after.blocks.get(change.block)?.statement)
    case 'tags':
      return sayTags(name, change.before, change.after)
    case 'moved':
      return `${withCapital(name)} has another place`
    case 'linked':
    case 'unlinked':
      return sayLink(change, before, after, name)
    default:
      return sayPart(change, `${partOf(change.what, [...after.voices, ...before.voices])} of ${name}`)
  }
}

/** SC3. */
function sayPart({ what, before, after }: Was, subject: string): string {
  const [was, is] = [sayValue(what, before), sayValue(what, after)]
  if (was === null || is === null) return saysNow(subject, before, after)
  if (before === '') return `${subject} is ${is} now`
  return after === '' ? `${subject} is not said any more; it was ${was}` : `${subject} is ${is} now; it was ${was}`
}

type Was = { readonly what: string; readonly before: string; readonly after: string }

/** Of a value that is chosen, and of a day; `''` for none, null for what people wrote. */
function sayValue(what: string, value: string): string | null {
  if (!what.startsWith('field:')) return null
  if (value === '') return ''
  const choice = sayChoice(what.slice('field:'.length) as FieldName, value)
  if (choice !== null) return quote(choice)
  return isDay(what) && isCalendarDate(value) ? DAY.format(new Date(`${value}T00:00:00Z`)) : null
}

const isDay = (what: string) => what === 'field:observedOn' || what === 'field:reviewBy'
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

function sayAgreed(name: string, wording: string | null, now: string | undefined): string {
  if (wording === null) return `The agreed wording of ${name} was taken back`
  if (wording !== '' && wording === now) return `${withCapital(name)} was agreed as it reads now`
  return wording === '' ? `${withCapital(name)} was agreed without words` : `Agreed for ${name}: ${quote(wording)}`
}

function sayTags(name: string, before: readonly string[], after: readonly string[]): string {
  const come = after.filter((tag) => !before.includes(tag))
  const gone = before.filter((tag) => !after.includes(tag))
  const parts = [
    ...(come.length === 0 ? [] : [`has ${sayTagNames(come)} now`]),
    ...(gone.length === 0 ? [] : [`no longer has ${sayTagNames(gone)}`]),
  ]
  return `${withCapital(name)} ${parts.length === 0 ? 'has its tags in another order' : parts.join(' and ')}`
}

function sayTagNames(tags: readonly string[]): string {
  const names = tags.map((tag) => quote(tag))
  const last = names.pop() ?? ''
  return names.length === 0 ? `the tag ${last}` : `the tags ${names.join(', ')} and ${last}`
}

function sayLink(
  change: Extract<BlockChange, { what: 'linked' | 'unlinked' }>,
  before: PositioningMap,
  after: PositioningMap,
  name: string,
): string {
  const isNew = change.what === 'linked'
  const other = isNew ? change.after : change.before
  // The relation as it was drawn: for a link that is gone, between the kinds of that time.
  const [then, fallback] = isNew ? [after, before] : [before, after]
  const relation = relationOf(kindOf(change.block, then, fallback), kindOf(other, then, fallback))
  const verb = RELATION[relation][isNew ? 0 : 1]
  return `${withCapital(name)} ${verb} ${nameOf(other, before, after, MENTIONED)}`
}
