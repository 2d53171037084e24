/**
 * What is different between two states of a map.
 *
 * - **DF1** `applyChanges(a, diffMaps(a, b))` is `b`, but for ids of links and the times blocks were made.
 * - **DF2** Two states that read the same have no difference, whatever way they came about.
 * - **DF3** In a fixed order: the map's own words, then blocks by id with their edits, then links.
 */
import {
  compareText,
  compositionOf,
  FIELD_NAMES,
  type Block,
  type BlockId,
  type PositioningMap,
} from '../schema/index.ts'
import type { AboutChange, BlockChange, BlockEdit, BlockState, MapChange } from './change.ts'

export function diffMaps(before: PositioningMap, after: PositioningMap): readonly MapChange[] {
  const ids = [...new Set([...before.blocks.keys(), ...after.blocks.keys()])].toSorted(compareText)
  return [
    ...diffAbout(before, after),
    ...ids.flatMap((id) => diffBlock(id, before.blocks.get(id), after.blocks.get(id))),
    ...diffLinks(before, after),
  ]
}

/** Plain data that says the same. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

function diffAbout(before: PositioningMap, after: PositioningMap): readonly AboutChange[] {
  const changes: AboutChange[] = []
  for (const what of ['title', 'subject'] as const)
    if (before[what] !== after[what]) changes.push({ block: null, what, before: before[what], after: after[what] })
  if (!same(before.voices, after.voices))
    changes.push({ block: null, what: 'voices', before: before.voices, after: after.voices })
  // The same object names the blocks of both maps (CO1).
  if (before.brief === after.brief) return changes
  // A block that is gone takes what was decided about it along: that is no change of its own.
  const was = compositionOf(before.brief, (id) => after.blocks.has(id))
  if (!same(was, after.brief)) changes.push({ block: null, what: 'brief', before: was, after: after.brief })
  return changes
}

function diffBlock(id: BlockId, before: Block | undefined, after: Block | undefined): readonly BlockChange[] {
  // A reader gives an unchanged block as the same object: most of a large map costs one comparison a block.
  if (before === after) return []
  if (before === undefined) return after ? [{ block: id, what: 'added', before: null, after: stateOf(after) }] : []
  if (after === undefined) return [{ block: id, what: 'gone', before: stateOf(before), after: null }]
  return editsBetween(before, after).map((edit) => ({ block: id, ...edit }))
}

export function stateOf({
  kind,
  statement,
  detail,
  status,
  owner,
  tags,
  fields,
  tellings,
  agreed,
  frame,
}: Block): BlockState {
  return {
    kind,
    statement,
    detail,
    status,
    owner,
    tags,
    fields,
    tellings: Object.fromEntries(tellings),
    agreed,
    frame,
  }
}

function editsBetween(a: Block, b: Block): readonly BlockEdit[] {
  const voices = [...new Set([...a.tellings.keys(), ...b.tellings.keys()])].toSorted(compareText)
  const all: readonly BlockEdit[] = [
    { what: 'kind', before: a.kind, after: b.kind },
    { what: 'reworded', before: a.statement, after: b.statement },
    { what: 'detail', before: a.detail, after: b.detail },
    { what: 'status', before: a.status, after: b.status },
    { what: 'agreed', before: a.agreed, after: b.agreed },
    { what: 'owner', before: a.owner, after: b.owner },
    { what: 'tags', before: a.tags, after: b.tags },
    ...FIELD_NAMES.map(
      (name) => ({ what: `field:${name}`, before: a.fields[name] ?? '', after: b.fields[name] ?? '' }) as const,
    ),
    ...voices.map(
      (id) => ({ what: `telling:${id}`, before: a.tellings.get(id) ?? '', after: b.tellings.get(id) ?? '' }) as const,
    ),
    { what: 'moved', before: a.frame, after: b.frame },
  ]
  return all.filter(({ before, after }) => !same(before, after))
}

function diffLinks(before: PositioningMap, after: PositioningMap): readonly BlockChange[] {
  const pairs = ({ links }: PositioningMap) => new Map(links.map((link) => [`${link.from} ${link.to}`, link]))
  const [was, is] = [pairs(before), pairs(after)]
  return [...new Set([...was.keys(), ...is.keys()])].toSorted(compareText).flatMap((pair): readonly BlockChange[] => {
    const [gone, come] = [was.get(pair), is.get(pair)]
    if (gone !== undefined && come === undefined)
      return [{ block: gone.from, what: 'unlinked', before: gone.to, after: null }]
    if (come !== undefined && gone === undefined)
      return [{ block: come.from, what: 'linked', before: null, after: come.to }]
    return []
  })
}
