/** Single values out of a file: each as near to what was meant as can be told, and every change of it noted. */
import {
  cleanLine,
  cleanParagraphs,
  cleanText,
  countStrays,
  cutText,
  isCalendarDate,
  LIMITS,
  type FieldType,
} from '../schema/index.ts'
import { asRecord, quote, typeName, type Repairs } from './repairs.ts'

export interface TextShape {
  /** UTF-16 units. */
  readonly length: number
  /** Whether a newline is a paragraph break; else it is read as a space. */
  readonly paragraphs?: true
}

export const STATEMENT: TextShape = { length: LIMITS.statementLength }
export const DETAIL: TextShape = { length: LIMITS.detailLength, paragraphs: true }
export const TITLE: TextShape = { length: LIMITS.titleLength }
export const NAME: TextShape = { length: LIMITS.nameLength }
export const TAG: TextShape = { length: LIMITS.tagLength }
const FIELD: TextShape = { length: LIMITS.fieldLength }

/** `''` for nothing; absent and null are no trouble. */
export function takeText(value: unknown, path: string, shape: TextShape, repairs: Repairs): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'object') {
    repairs.note(path, `is ${typeName(value)}, not a text: ${quote(value)}`, 'left out')
    return ''
  }
  if (typeof value !== 'string') repairs.note(path, `is ${typeName(value)}, not a text`, 'taken as text')
  const text = String(value)
  const strays = countStrays(text)
  if (strays > 0) repairs.note(path, `holds control characters or broken ones (${strays})`, 'removed')
  const clean = shape.paragraphs ? cleanParagraphs(text) : cleanLine(text)
  if (!shape.paragraphs && cleanText(text).trim().includes('\n')) {
    repairs.note(path, 'has line breaks, where there is one line', 'read as spaces')
  }
  if (clean.length <= shape.length) return clean
  repairs.note(path, `is ${clean.length} characters long`, `cut to ${shape.length}`)
  return cutText(clean, shape.length)
}

/** One of a list, whatever its case; `''` when it is none of them. */
export function takeChoice(value: unknown, path: string, of: readonly string[], repairs: Repairs): string {
  if (value === undefined || value === null || value === '') return ''
  const known = of.find((choice) => choice === value)
  if (known !== undefined) return known
  const meant = typeof value === 'string' ? value.trim().toLowerCase() : undefined
  const near = of.find((choice) => choice === meant)
  if (near === undefined) repairs.note(path, `${quote(value)} is none of ${of.join(', ')}`, 'left out')
  else repairs.note(path, `is written ${quote(value)}`, `read as ${near}`)
  return near ?? ''
}

/** The value of a block's field; `''` when it has none that fits. */
export function takeField(value: unknown, path: string, type: FieldType, repairs: Repairs): string {
  if (type.is === 'choice') return takeChoice(value, path, type.of, repairs)
  const text = takeText(value, path, FIELD, repairs)
  if (type.is === 'text' || text === '' || isCalendarDate(text)) return text
  const day = /^(\d{4}-\d{2}-\d{2})[T ]/.exec(text)?.[1]
  if (day !== undefined && isCalendarDate(day)) {
    repairs.note(path, `${quote(text)} has a time of day`, `read as ${day}`)
    return day
  }
  repairs.note(path, `${quote(text)} is no date (YYYY-MM-DD)`, 'left out')
  return ''
}

/** A list, or nothing at all: anything else is said and left out. */
export function takeList(value: unknown, path: string, repairs: Repairs): readonly unknown[] {
  if (Array.isArray(value)) return repairs.firstOf(value, path)
  if (value !== undefined && value !== null)
    repairs.note(path, `is ${typeName(value)}, not a list: ${quote(value)}`, 'left out')
  return []
}

export function takeRecord(value: unknown, path: string, repairs: Repairs): Readonly<Record<string, unknown>> {
  const record = asRecord(value)
  if (record === null && value !== undefined && value !== null)
    repairs.note(path, `is ${typeName(value)}, not an object: ${quote(value)}`, 'left out')
  return record ?? {}
}
