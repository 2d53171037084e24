/** What a file says about its brief. */
import { NOTHING_DECIDED, compareText, isAccent, type BlockId, type Composition } from '../schema/index.ts'
import type { ImportedBlock } from './import-block.ts'
import type { ImportHow } from './import-voices.ts'
import { asRecord, quote, typeName, type Repairs } from './repairs.ts'
import { takeList } from './take-value.ts'

export function importBrief(
  input: unknown,
  how: ImportHow,
  blocks: ReadonlyMap<string, ImportedBlock>,
  repairs: Repairs,
): Composition {
  if (input === undefined || input === null) return NOTHING_DECIDED
  const given = asRecord(input)
  if (given === null || how === 'add') {
    const problem = given === null ? `is ${typeName(input)}, not a brief` : 'the map has its own brief'
    repairs.note('brief', `${problem}: ${quote(input)}`, 'left out')
    return NOTHING_DECIDED
  }
  repairs.noteUnknown(given, ['order', 'off', 'accent'], 'brief', 'a brief')
  const take = (name: 'order' | 'off') => takeBlocks(given[name], `brief.${name}`, blocks, repairs)
  const accent = takeAccent(given['accent'], repairs)
  return { order: take('order'), off: take('off').toSorted(compareText), accent, logo: null }
}

function takeAccent(value: unknown, repairs: Repairs): string {
  if (value === undefined || value === null || value === '') return ''
  const color = typeof value === 'string' ? value.trim().toLowerCase() : ''
  if (!isAccent(color)) repairs.note('brief.accent', `${quote(value)} is no colour like “#bf2a10”`, 'left out')
  else if (color !== value) repairs.note('brief.accent', `is written ${quote(value)}`, `read as ${color}`)
  return isAccent(color) ? color : ''
}

/** Blocks by their id in the file, each once. */
function takeBlocks(
  input: unknown,
  path: string,
  blocks: ReadonlyMap<string, ImportedBlock>,
  repairs: Repairs,
): readonly BlockId[] {
  const taken = new Set<BlockId>()
  for (const [index, value] of takeList(input ?? [], path, repairs).entries()) {
    const id = typeof value === 'string' || typeof value === 'number' ? blocks.get(String(value))?.id : undefined
    if (id === undefined) repairs.note(`${path}[${index}]`, `${quote(value)} is no block of this file`, 'left out')
    else if (taken.has(id)) repairs.note(`${path}[${index}]`, `${quote(value)} is there twice`, 'kept once')
    else taken.add(id)
  }
  return [...taken]
}
