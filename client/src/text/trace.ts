/** What a trace says, beside the sentence that is composed of the statements themselves (`@throughline/shared/trace`). */
import { linkedTo, type Block, type BlockKind, type PositioningMap } from '@throughline/shared/schema'
import type { Trace } from '@throughline/shared/trace'
import { count, sentence } from './words.ts'

export const TRACE = 'Trace'
export const STOP_TRACING = 'Stop tracing'
export const COPY_TRACE = 'Copy as a sentence'
export const TRACE_COPIED = 'The line is copied, as one sentence.'
export const TRACE_NOT_COPIED = 'The browser does not let this page copy. Here is the line: '

const A_KIND: Record<BlockKind, string> = {
  purpose: 'one purpose',
  value: 'one value',
  audience: 'one audience',
  proof: 'one proof',
}

export const tracing = (kind: BlockKind): string => `Tracing ${A_KIND[kind]}.`

/** What an empty place at the end of a line says. */
export const MISSING: Record<BlockKind, string> = {
  purpose: 'No purpose drives this yet',
  value: 'No value here yet',
  audience: 'Nobody is served yet',
  proof: 'No proof holds this yet',
}

/** How far the line goes and where it breaks: "Its line reaches an audience; no proof holds it yet." */
export function sayLine(trace: Trace, map: PositioningMap): string {
  const start = map.blocks.get(trace.start)
  if (start === undefined) return ''
  const { values } = trace
  if (values.length === 0) return `${NO_VALUE[start.kind]}.`
  const parts = [
    lacks(trace, 'purpose', 'no purpose drives'),
    lacks(trace, 'audience', 'no audience is served by') ?? reaches(trace.audiences),
    lacks(trace, 'proof', 'no proof holds') ?? held(trace, map),
  ]
  return `${sentence(parts.filter((part) => part !== null).join('; '))}.`
}

const NO_VALUE: Record<BlockKind, string> = {
  purpose: 'It drives no value yet',
  value: '',
  audience: 'No value serves it yet',
  proof: 'It holds nothing yet',
}

function reaches(audiences: readonly Block[]): string {
  return `its line reaches ${audiences.length === 1 ? 'an audience' : count(audiences.length, 'audience')}`
}

/** Proofs of its values: one that holds a purpose alone is on the line, but holds no value. */
function held({ values }: Trace, map: PositioningMap): string {
  const proofs = new Set(values.flatMap(({ id }) => linkedTo(map, id, 'proof')))
  return `${count(proofs.size, 'proof')} ${proofs.size === 1 ? 'holds' : 'hold'} ${values.length === 1 ? 'it' : 'its values'}`
}

/** Null when none of its values lacks it. */
function lacks({ breaks, values }: Trace, missing: BlockKind, says: string): string | null {
  const bare = new Set(values.map(({ id }) => id))
  const n = breaks.filter((one) => one.missing === missing && bare.has(one.at)).length
  if (n === 0) return null
  return values.length === 1 ? `${says} it yet` : `${says} ${count(n, 'value')} of ${values.length} yet`
}
