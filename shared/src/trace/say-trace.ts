/**
 * A trace as one sentence: the statements as they were written, joined by the words of their links (drives, serves,
 * supported by) and by "yet" where something is missing. Nothing else is put into anybody's mouth.
 *
 * - **ST1** Every statement of the line stands in it, and all words outside quotation marks are of a fixed list.
 */
import { linkedTo, type Block, type BlockId, type PositioningMap } from '../schema/index.ts'
import { traceOf, type Trace } from './trace-of.ts'

/** `''` when the block is not on the map. */
export function sayTrace(map: PositioningMap, start: BlockId): string {
  const trace = traceOf(map, start)
  return trace === null ? '' : `${sentences(map, trace).join('; ')}.`
}

function sentences(map: PositioningMap, trace: Trace): readonly string[] {
  const { purposes, values, audiences, proofs } = trace
  if (purposes.length + values.length + audiences.length === 0)
    return proofs.map((proof) => `${quoted(proof)} supports no value yet`)
  const idle = purposes.filter(({ id }) => linkedTo(map, id, 'value').length === 0)
  const says = [
    ...idle.map((purpose) => `${subject(map, [purpose])} drives no value yet`),
    ...groupedByPurposes(map, trace).map(([from, driven]) => {
      const verb = from.length > 1 ? 'drive' : 'drives'
      const who = from.length === 0 ? 'no purpose yet' : subject(map, from)
      return `${who} ${verb} ${listed(
        driven.map((value) => valueClause(map, trace, value)),
        '; ',
      )}`
    }),
    ...(values.length === 0 ? audiences.map((audience) => `no value yet serves ${quoted(audience)}`) : []),
  ]
  return says.map((one, at) => (at === 0 ? capital(one) : one))
}

/** Values that the same purposes drive are said together. */
function groupedByPurposes(map: PositioningMap, { values }: Trace): readonly (readonly [readonly Block[], Block[]])[] {
  const groups = new Map<string, readonly [readonly Block[], Block[]]>()
  for (const value of values) {
    const from = linkedTo(map, value.id, 'purpose')
    const key = from.map(({ id }) => id).join(' ')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [from, [value]])
    else group[1].push(value)
  }
  return [...groups.values()]
}

function subject(map: PositioningMap, purposes: readonly Block[]): string {
  const says = purposes.map((purpose) => {
    const proofs = linkedTo(map, purpose.id, 'proof')
    return proofs.length === 0 ? quoted(purpose) : `${quoted(purpose)}, supported by ${listed(proofs.map(quoted))},`
  })
  return listed(says)
}

/** Of the audiences only those on the line: the line of one audience leaves the others of its values out. */
function valueClause(map: PositioningMap, { blocks }: Trace, value: Block): string {
  const audiences = linkedTo(map, value.id, 'audience')
  const proofs = linkedTo(map, value.id, 'proof')
  const served = audiences.length === 0 ? ['no audience yet'] : audiences.filter(({ id }) => blocks.has(id)).map(quoted)
  const held = proofs.length === 0 ? 'no proof yet' : listed(proofs.map(quoted))
  return `${quoted(value)}, which serves ${listed(served)} and is supported by ${held}`
}

/** "a", "a and b", "a, b and c"; with `; ` between long ones. */
function listed(parts: readonly string[], between = ', '): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(between)}${between === '; ' ? '; ' : ' '}and ${parts.at(-1) ?? ''}`
}

/** The statement, in quotation marks and without its full stop; `…` where nothing is written. */
function quoted({ statement }: Block): string {
  if (statement === '') return '“…”'
  if (/^[“"].*[”"]$/u.test(statement)) return statement
  return `“${statement.replace(/(?<!\.)\.$/u, '')}”`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
