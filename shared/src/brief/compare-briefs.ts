/**
 * Which lines of a brief have changed since another state of it.
 *
 * - **CB1** A brief compared with itself has no changes.
 * - **CB2** A line that is worded otherwise is one change; a block that has come or gone is one, whatever is said of it.
 *   Of what is open only that counts which was not said before: that a proof has come is told by the proof.
 * - **CB3** In the order of the page, and at its end what is gone.
 */
import type { BlockId, BlockKind } from '../schema/index.ts'
import type { Brief, BriefEntry } from './brief.ts'
import { factsOf, originOf } from './say.ts'

export interface BriefLine {
  /** Null for the title and the subject of the map. */
  readonly block: BlockId | null
  readonly kind: BlockKind | null
  /** `title`, `subject`, `statement`, `detail`, `by`, `source`, `observedOn`, `open`, or the name of a fact. Unique in its block. */
  readonly part: string
  /** What the page calls it; `''` for words that speak for themselves. */
  readonly label: string
  readonly text: string
}

export interface LineChange extends BriefLine {
  readonly is: 'reworded' | 'new' | 'gone'
}

export function compareBriefs(before: Brief, after: Brief): readonly LineChange[] {
  const [was, now] = [linesOf(before), linesOf(after)]
  const [blocksBefore, blocksAfter] = [blocksOf(was), blocksOf(now)]
  const come = [...now].flatMap(([key, line]): readonly LineChange[] => {
    const old = was.get(key)
    if (old?.text === line.text) return []
    if (old !== undefined && line.part === 'open') return newlyOpen(old, line)
    if (old !== undefined) return [{ ...line, is: 'reworded' }]
    return blocksBefore.has(line.block) || line.part === 'statement' ? [{ ...line, is: 'new' }] : []
  })
  const gone = [...was].flatMap(([key, line]): readonly LineChange[] => {
    if (now.has(key)) return []
    return blocksAfter.has(line.block) || line.part === 'statement' ? [{ ...line, is: 'gone' }] : []
  })
  return [...come, ...gone]
}

function newlyOpen(old: BriefLine, line: BriefLine): readonly LineChange[] {
  if (old.text.includes(line.text)) return []
  const text = line.text.startsWith(old.text) ? line.text.slice(old.text.length).trim() : line.text
  return [{ ...line, text, is: 'new' }]
}

function blocksOf(lines: ReadonlyMap<string, BriefLine>): ReadonlySet<BlockId | null> {
  return new Set([...lines.values()].map(({ block }) => block))
}

/** Each line once, however often it is printed; empty ones are none. */
function linesOf({ title, subject, sections }: Brief): ReadonlyMap<string, BriefLine> {
  const about = { block: null, kind: null, label: '' }
  const lines: readonly BriefLine[] = [
    { ...about, part: 'title', text: title },
    { ...about, part: 'subject', text: subject },
    ...sections.flatMap(({ items }) =>
      items.flatMap((item) => [
        ...entryLines(item),
        { block: item.block, kind: item.kind, part: 'open', label: '', text: item.open },
        ...[...item.audiences, ...item.proofs].flatMap(entryLines),
      ]),
    ),
  ]
  const known = new Map<string, BriefLine>()
  for (const line of lines) {
    const key = `${line.block ?? ''} ${line.part}`
    if (line.text.trim() !== '' && !known.has(key)) known.set(key, line)
  }
  return known
}

function entryLines(entry: BriefEntry): readonly BriefLine[] {
  const { block, kind, text, detail, fields } = entry
  const { by, source, on } = originOf(entry)
  const line = (part: string, said: string, label = ''): BriefLine => ({ block, kind, part, label, text: said })
  return [
    line('statement', text),
    line('whyNow', fields.whyNow ?? ''),
    line('detail', detail),
    ...factsOf(entry).map((fact) => line(fact.name, fact.text, fact.label)),
    line('by', by),
    line('source', source),
    line('observedOn', on),
  ]
}
