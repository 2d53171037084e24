/** How notices quote, count, date and point. */
import { FIELD_WORDS, type FieldName, type PositioningMap } from '../schema/index.ts'
import type { TextPlace } from './read-texts.ts'

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** "three", "14": in words as far as numbers are read as words. */
export function sayCount(n: number): string {
  return COUNTS[n] ?? String(n)
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** "12 May 2026" from 2026-05-12 or an instant that begins with it. */
export function sayDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
}

/** In quotation marks, without the full stop at its end, cut where it is long. */
export function quoted(text: string, length = 80): string {
  const bare = text.trim().replace(/[\s.,;:]+$/u, '')
  if (bare.length <= length) return `“${bare}”`
  const cut = bare.slice(0, length)
  const space = cut.lastIndexOf(' ')
  return `“${(space > length / 2 ? cut.slice(0, space) : Array.from(cut).slice(0, -1).join('')).trimEnd()}…”`
}

/** Where words stand that are not in the statement, which is what people see beside a notice: ", under Gain,". */
export function sayPlace(place: TextPlace, map: PositioningMap): string {
  if (place === 'statement') return ''
  if (place === 'detail') return ', in the detail,'
  const voice = map.voices.find(({ id }) => place === `telling:${id}`)
  if (voice !== undefined) return `, as ${voice.name} tells it,`
  return `, under ${quoted(FIELD_WORDS[place as FieldName] ?? place)},`
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}
