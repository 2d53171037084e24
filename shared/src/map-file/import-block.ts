/** One block out of an entry of a file. */
import {
  FIELD_NAMES,
  fieldTypeOf,
  isInstant,
  LIMITS,
  MIN_SIZE,
  STATUSES,
  type AgreedWording,
  type Block,
  type BlockId,
  type BlockKind,
  type FieldName,
  type Frame,
  type Status,
  type VoiceId,
} from '../schema/index.ts'
import type { ImportedVoices } from './import-voices.ts'
import { asRecord, at, quote, typeName, type Repairs } from './repairs.ts'
import { DETAIL, NAME, STATEMENT, TAG, takeChoice, takeField, takeList, takeRecord, takeText } from './take-value.ts'

/** A block that waits for its place: no frame means that whoever adds it lays it out. */
export type ImportedBlock = Omit<Block, 'createdAt' | 'frame'> & { readonly frame: Frame | null }

type Entry = Readonly<Record<string, unknown>>

const PARTS = ['id', 'kind', 'statement', 'detail', 'status', 'fields', 'tags', 'owner', 'tellings', 'agreed', 'frame']

export function importBlock(
  entry: Entry,
  { id, kind, path }: { id: BlockId; kind: BlockKind; path: string },
  voices: ImportedVoices,
  repairs: Repairs,
): ImportedBlock {
  if (entry['statement'] === undefined || entry['statement'] === null)
    repairs.note(at(path, 'statement'), 'the block has no statement', 'left empty')
  const text = (name: string, shape: typeof STATEMENT) => takeText(entry[name], at(path, name), shape, repairs)
  repairs.noteUnknown(entry, PARTS, path, 'a block')
  return {
    id,
    kind,
    statement: text('statement', STATEMENT),
    detail: text('detail', DETAIL),
    status: takeStatus(entry['status'], at(path, 'status'), repairs),
    owner: text('owner', NAME),
    tags: takeTags(entry['tags'], at(path, 'tags'), repairs),
    fields: takeFields(kind, entry['fields'], at(path, 'fields'), repairs),
    tellings: takeTellings(entry['tellings'], at(path, 'tellings'), voices, repairs),
    agreed: takeAgreed(entry['agreed'], at(path, 'agreed'), repairs),
    frame: takeFrame(entry['frame'], at(path, 'frame'), repairs),
  }
}

function takeStatus(value: unknown, path: string, repairs: Repairs): Status {
  const choice = takeChoice(value, path, STATUSES, repairs)
  return STATUSES.find((status) => status === choice) ?? 'draft'
}

function takeTags(value: unknown, path: string, repairs: Repairs): readonly string[] {
  const tags: string[] = []
  const given = typeof value === 'string' && value !== '' ? value.split(',') : takeList(value ?? [], path, repairs)
  if (typeof value === 'string' && value !== '')
    repairs.note(path, `is a text, not a list: ${quote(value)}`, 'split at its commas')
  for (const [index, entry] of given.entries()) {
    const here = `${path}[${index}]`
    const tag = takeText(entry, here, TAG, repairs)
    if (tag === '') continue
    if (tags.includes(tag)) repairs.note(here, `the tag ${quote(tag)} is there twice`, 'kept once')
    else if (tags.length >= LIMITS.tags)
      repairs.note(here, `${quote(tag)} is more than ${LIMITS.tags} tags`, 'left out')
    else tags.push(tag)
  }
  return tags
}

function takeFields(kind: BlockKind, value: unknown, path: string, repairs: Repairs): Block['fields'] {
  const given = takeRecord(value, path, repairs)
  const fields: Partial<Record<FieldName, string>> = {}
  for (const name of FIELD_NAMES) {
    const type = fieldTypeOf(kind, name)
    if (type === undefined || !Object.hasOwn(given, name)) continue
    const text = takeField(given[name], at(path, name), type, repairs)
    if (text !== '') fields[name] = text
  }
  for (const [name, held] of repairs.entriesOf(given, path)) {
    if (fieldTypeOf(kind, name) !== undefined) continue
    const elsewhere = FIELD_NAMES.find((known) => known === name)
    const problem = elsewhere === undefined ? `${quote(name)} is no field` : `${name} is a field of another kind`
    repairs.note(at(path, name), `${problem}: ${quote(held)}`, 'left out')
  }
  return fields
}

function takeTellings(value: unknown, path: string, voices: ImportedVoices, repairs: Repairs): Block['tellings'] {
  const tellings = new Map<VoiceId, string>()
  for (const [key, told] of repairs.entriesOf(takeRecord(value, path, repairs), path)) {
    const here = at(path, key)
    const text = takeText(told, here, STATEMENT, repairs)
    if (text === '') continue
    const voice = voices.voiceFor(key, here)
    if (voice === null) repairs.note(here, `there are ${LIMITS.voices} voices already: ${quote(text)}`, 'left out')
    else if (tellings.has(voice)) repairs.note(here, `a second telling by one voice: ${quote(text)}`, 'left out')
    else tellings.set(voice, text)
  }
  return tellings
}

function takeAgreed(value: unknown, path: string, repairs: Repairs): AgreedWording | null {
  const given = asRecord(value)
  if (given === null) {
    if (value !== undefined && value !== null)
      repairs.note(path, `is ${typeName(value)}, not an agreed wording: ${quote(value)}`, 'left out')
    return null
  }
  const time = instantOf(given['at'])
  if (given['statement'] === undefined || given['statement'] === null || time === null) {
    repairs.note(path, `lacks its statement or the time it was agreed at: ${quote(given)}`, 'left out')
    return null
  }
  if (time !== given['at']) repairs.note(at(path, 'at'), `${quote(given['at'])} is not a full time`, `read as ${time}`)
  repairs.noteUnknown(given, ['statement', 'at', 'by'], path, 'an agreed wording')
  const statement = takeText(given['statement'], at(path, 'statement'), STATEMENT, repairs)
  const by = takeText(given['by'], at(path, 'by'), NAME, repairs)
  return { statement, at: time, ...(by === '' ? {} : { by }) }
}

/** A time without a zone is taken as UTC, so that every machine reads the same one. */
function instantOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (isInstant(text)) return text
  const meant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : `${text.replace(' ', 'T')}Z`
  return isInstant(meant) ? meant : null
}

function takeFrame(value: unknown, path: string, repairs: Repairs): Frame | null {
  if (value === undefined || value === null) return null
  const given = asRecord(value)
  const [x, y, w, h] = ['x', 'y', 'w', 'h'].map((side) => given?.[side])
  if (given === null || !isNumber(x) || !isNumber(y) || !isNumber(w) || !isNumber(h)) {
    repairs.note(path, `is no frame of four numbers: ${quote(value)}`, 'left out; the block is laid out')
    return null
  }
  repairs.noteUnknown(given, ['x', 'y', 'w', 'h'], path, 'a frame')
  const frame = {
    x: within(x, -LIMITS.coordinate, LIMITS.coordinate),
    y: within(y, -LIMITS.coordinate, LIMITS.coordinate),
    w: within(w, MIN_SIZE.w, LIMITS.cardSide),
    h: within(h, MIN_SIZE.h, LIMITS.cardSide),
  }
  if (Math.abs(frame.x - x) + Math.abs(frame.y - y) + Math.abs(frame.w - w) + Math.abs(frame.h - h) >= 0.05)
    repairs.note(
      path,
      `lies outside the canvas or is no size of a card: ${quote(value)}`,
      'moved to the nearest that is',
    )
  return frame
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** To the hundredth that a map keeps; never -0, which JSON does not know. */
function within(value: number, low: number, high: number): number {
  return Math.round(Math.min(Math.max(value, low), high) * 100) / 100 || 0
}
