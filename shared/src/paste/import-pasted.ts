/** Lines that somebody has looked through, as a map can take them: by the same importer as a map file. */
import { importMapFile, type ImportedMap, type ImportHow, type MapHere, type Repair } from '../map-file/index.ts'
import { relationOf, isBackwards, type BlockKind } from '../schema/index.ts'
import type { Pasted, PastedLine } from './pasted.ts'

/** A line's kind as corrected, or null for one that is left out. */
export type Choice = (line: PastedLine) => BlockKind | null

/** What the proposal says, for when nobody corrects it. */
export const asProposed: Choice = (line) => (line.leave === '' ? line.kind : null)

/** The map file that the chosen lines make; an importer still has to look at it. */
export function pastedMapFile(pasted: Pasted, choose: Choice): Readonly<Record<string, unknown>> {
  const kinds = new Map<string, BlockKind>()
  for (const line of pasted.lines) {
    const kind = choose(line)
    if (kind !== null) kinds.set(line.id, kind)
  }
  const voices = [...new Set(pasted.lines.flatMap(({ tellings }) => Object.keys(tellings)))]
  return {
    format: 'throughline-map',
    version: 1,
    title: pasted.title,
    subject: pasted.subject,
    ...(voices.length === 0 ? {} : { voices: voices.map((name) => ({ id: voiceId(name), name })) }),
    blocks: pasted.lines.flatMap((line) => {
      const kind = kinds.get(line.id)
      return kind === undefined ? [] : [blockOf(line, kind)]
    }),
    links: linksOf(pasted, kinds),
  }
}

function blockOf(line: PastedLine, kind: BlockKind): Readonly<Record<string, unknown>> {
  const { id, statement, detail, status, fields, tags, owner, tellings, agreed } = line
  // Fields of the kind it was first taken for keep their words when it is corrected.
  const own = kind === line.kind
  const kept = own ? [] : Object.values(fields)
  return {
    ...{ id, kind, statement, status, tags, owner, agreed },
    detail: [detail, ...kept].filter((part) => part !== '').join('\n'),
    fields: own ? fields : {},
    tellings: Object.fromEntries(Object.entries(tellings).map(([name, text]) => [voiceId(name), text])),
  }
}

/** The default voices are called by their names, in lower case. */
function voiceId(name: string): string {
  return /^[A-Za-z0-9_-]{1,64}$/.test(name) ? name.toLowerCase() : name
}

/** Each pair once, pointing the way the argument goes. */
function linksOf({ links }: Pasted, kinds: ReadonlyMap<string, BlockKind>) {
  const made = new Map<string, { readonly from: string; readonly to: string }>()
  for (const { from, to, drawn } of links) {
    const [start, end] = [kinds.get(from), kinds.get(to)]
    if (start === undefined || end === undefined) continue
    const turned = isBackwards(start, end)
    if (!drawn && !turned && relationOf(start, end) === 'relates') continue
    const pair = [from, to].toSorted().join(' ')
    if (!made.has(pair)) made.set(pair, turned ? { from: to, to: from } : { from, to })
  }
  return [...made.values()]
}

/** What a text brings, with everything in the report that it says and the map will not. */
export function importPasted(pasted: Pasted, choose: Choice, how: ImportHow, here?: MapHere): ImportedMap {
  const imported = importMapFile(pastedMapFile(pasted, choose), how, here)
  const left = pasted.lines.filter((line) => choose(line) === null)
  const unsure = pasted.lines.filter((line) => line.ground === 'nothing' && choose(line) !== null)
  const gone = new Set(left.map(({ id }) => id))
  const cut = pasted.links.filter(({ from, to, drawn }) => drawn && (gone.has(from) || gone.has(to)))
  const own = [pasted.title, pasted.subject].filter((text) => text !== '' && how === 'add')
  const report: readonly Repair[] = [
    ...own.map((text) => ({
      path: '',
      problem: `“${text}” is the title or subject of the text`,
      done: 'left out; the map keeps its own',
    })),
    ...pasted.report,
    ...left.map(({ at, statement, detail, leave }) => ({
      path: at,
      problem: `“${[statement, detail].filter((part) => part !== '').join(' ')}” ${leave === '' ? 'was not wanted' : leave}`,
      done: 'left out',
    })),
    ...unsure.map(({ at, statement, kind }) => ({
      path: at,
      problem: `nothing says what kind “${statement}” is`,
      done: `read as ${kind}`,
    })),
    ...cut.map(({ from, to }) => ({
      path: '',
      problem: `a link joins ${from} and ${to}, and one of them is left out`,
      done: 'left out',
    })),
    ...imported.report,
  ]
  return { ...imported, report }
}
