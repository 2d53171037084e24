/** What the canvas of far cards shows, whatever the camera does: a new scene only when something in it has changed. */
import type { BlockId } from '@throughline/shared/schema'
import { computed, type Atom, type Computed, type Editor } from 'tldraw'
import type { MapSession } from '../../session/map-session.ts'
import { questionFor } from '../../text/words.ts'
import { shownStatus } from '../../ui/StatusGlyph.tsx'
import { blockIdOf } from '../shape-ids.ts'
import { isBlockShape, type BlockShape } from '../shape-types.ts'
import { shownTrace } from '../trace/shown-trace.ts'
import type { FarCard } from './draw-far-card.ts'
import { elementsOf } from './elements.ts'
import { farLinks, type FarLinks } from './far-links.ts'
import type { Lod } from './lod-level.ts'
import { lodOf } from './watch-lod.ts'

export interface FarScene {
  readonly lod: Lod
  readonly shapes: readonly BlockShape[]
  readonly links: readonly FarLinks[]
  /** The blocks of the traced line; null while nothing is traced. */
  readonly line: ReadonlySet<BlockId> | null
}

/** One and the same, so that nothing is drawn anew. */
const NONE: readonly BlockShape[] = []

/** All blocks from afar, else those on the screen that have no element yet. */
function farShapes(editor: Editor, { level }: Lod): readonly BlockShape[] {
  const blocks = editor.getCurrentPageShapesSorted().filter(isBlockShape)
  const editing = editor.getEditingShapeId()
  if (level > 0) return editing === null ? blocks : blocks.filter(({ id }) => id !== editing)
  const { made } = elementsOf(editor)
  const culled = editor.getCulledShapes()
  const missing = blocks.filter(({ id }) => !made.has(id) && !culled.has(id) && id !== editing)
  return missing.length === 0 ? NONE : missing
}

/** `outside` changes with what the editor does not know of: words, who writes, colours, fonts. */
export function farScene(editor: Editor, outside: Atom<number>): Computed<FarScene> {
  const shapes = computed('far shapes', () => farShapes(editor, lodOf(editor).get()))
  const links = farLinks(editor)
  return computed('far scene', () => {
    outside.get()
    const line = shownTrace(editor).get()?.blocks ?? null
    return { lod: lodOf(editor).get(), shapes: shapes.get(), links: links.get(), line }
  })
}

/** What the words of a card depend on beside its block. */
export interface Around {
  readonly session: MapSession
  /** Who writes where, as an index into the presence colours. */
  readonly writers: ReadonlyMap<BlockId, number>
  readonly line: FarScene['line']
}

export function aroundCards(session: MapSession, { line }: FarScene): Around {
  const writing = session
    .getSnapshot()
    .peers.flatMap(({ writing: id, color }) => (id === null ? [] : [[id, color] as const]))
  return { session, writers: new Map(writing), line }
}

/** Null for a block that is gone. */
export function farCard(shape: BlockShape, { session, writers, line }: Around): FarCard | null {
  const id = blockIdOf(shape.id)
  const block = id === null ? undefined : session.getSnapshot().map.blocks.get(id)
  if (block === undefined) return null
  const { w, h } = shape.props
  const statement = block.statement === '' ? questionFor(block) : block.statement
  return {
    kind: block.kind,
    statement,
    status: shownStatus(block),
    writer: writers.get(block.id) ?? null,
    onLine: line?.has(block.id) ?? null,
    w,
    h,
  }
}
