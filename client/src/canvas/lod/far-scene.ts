/**
 * What the canvas of far cards has to show, whatever the camera does.
 *
 * - **FS1** Of all that it shows when something in it has changed, there is a new scene.
 */
import type { BlockId } from '@throughline/shared/schema'
import { computed, isUninitialized, type Atom, type Computed, type Editor, type TLShape } from 'tldraw'
import type { MapSession } from '../../session/map-session.ts'
import { questionFor } from '../../text/words.ts'
import { shownStatus } from '../../ui/StatusGlyph.tsx'
import { blockIdOf, linkIdOf } from '../shape-ids.ts'
import { isBlockShape, isLinkShape, type BlockShape, type LinkShape } from '../shape-types.ts'
import { isLinkOnLine, shownTrace } from '../trace/shown-trace.ts'
import type { FarCard } from './draw-far-card.ts'
import { elementsOf } from './elements.ts'
import { restOf } from './camera-rest.ts'
import type { Tone } from './far-links.ts'
import type { Lod } from './lod-level.ts'
import { lodOf } from './watch-lod.ts'

/** What it consists of: one and the same until a shape, a word or a colour has changed. */
export interface FarContent {
  readonly all: readonly TLShape[]
  /** The blocks of the traced line; null while nothing is traced. */
  readonly line: ReadonlySet<BlockId> | null
  readonly toneOf: (link: LinkShape) => Tone
  /** It is an element whatever the zoom. */
  readonly editing: TLShape['id'] | null
}

export interface FarScene {
  readonly content: FarContent
  readonly lod: Lod
  /** All without an element to be seen, or all, in the order of the stack. */
  readonly blocks: readonly BlockShape[]
  readonly links: readonly LinkShape[]
  /** Whether it has those with an element, too: from afar, and while the camera moves, since it may soon be far. */
  readonly all: boolean
  /** Those without an element that lie on the screen, where the others are elements; else null. */
  readonly missing: ReadonlySet<TLShape> | null
  /** Counts what had an element to be seen and has none any more. */
  readonly losses: number
}

/** One and the same, so that nothing is drawn anew. */
const NONE: ReadonlySet<TLShape> = new Set()

function isWithin(inner: ReadonlySet<TLShape>, outer: ReadonlySet<TLShape>): boolean {
  for (const shape of inner) if (!outer.has(shape)) return false
  return true
}

/** Whether nothing of this scene has to be drawn that was not already, for another one of the same zoom or nearly so. */
export function isShownBy(drawn: FarScene, { content, missing, losses }: FarScene): boolean {
  if (drawn.content !== content) return false
  if (missing === null) return drawn.all
  // Under dimmed cards one would see them twice; and a plate has no words.
  if (content.line !== null || drawn.lod.level === 2) return false
  return drawn.all || drawn.losses === losses
}

export const isEmpty = ({ missing, blocks, links }: FarScene): boolean =>
  missing === null ? blocks.length + links.length === 0 : missing.size === 0

function farContent(editor: Editor, outside: Atom<number>): Computed<FarContent> {
  const lit = computed('lit links', () =>
    [editor.getHoveredShapeId(), ...editor.getSelectedShapeIds()].filter((id) => id && linkIdOf(id) !== null).join(),
  )
  return computed('far content', () => {
    outside.get()
    const trace = shownTrace(editor).get()
    const litIds = new Set(lit.get().split(','))
    const toneOf = ({ id }: LinkShape): Tone => {
      if (litIds.has(id)) return 'lit'
      if (trace === null) return 'plain'
      return isLinkOnLine(editor, linkIdOf(id)) ? 'traced' : 'quiet'
    }
    const [all, editing] = [editor.getCurrentPageShapesSorted(), editor.getEditingShapeId()]
    return { all, line: trace?.blocks ?? null, toneOf, editing }
  })
}

/** `outside` changes with what the editor does not know of: words, who writes, colours, fonts. */
export function farScene(editor: Editor, outside: Atom<number>): Computed<FarScene> {
  const content = farContent(editor, outside)
  const shapes = computed('far shapes', () => {
    const { all: shapes, editing, line } = content.get()
    const isFar = lodOf(editor).get().level > 0
    const all = isFar || (line === null && !restOf(editor).get())
    const shown = all ? null : elementsOf(editor).shown
    const rest = shapes.filter(({ id }) => id !== editing && !(shown?.has(id) ?? false))
    return { all, blocks: rest.filter(isBlockShape), links: rest.filter(isLinkShape) }
  })
  const missing = computed<FarScene['missing']>('missing shapes', (before) => {
    if (lodOf(editor).get().level > 0) return null
    const { blocks, links } = shapes.get()
    const culled = editor.getCulledShapes()
    const { shown } = elementsOf(editor)
    const isMissing = ({ id }: TLShape): boolean => !culled.has(id) && !shown.has(id)
    const found: ReadonlySet<TLShape> = new Set([...blocks, ...links].filter(isMissing))
    if (found.size === 0) return NONE
    return !isUninitialized(before) && before?.size === found.size && isWithin(found, before) ? before : found
  })
  return computed('far scene', () => {
    const lod = lodOf(editor).get()
    const { losses } = elementsOf(editor)
    return { content: content.get(), lod, ...shapes.get(), missing: missing.get(), losses }
  })
}

/** What the words of a card depend on beside its block. */
export interface Around {
  readonly session: MapSession
  /** Who writes where, as an index into the presence colours. */
  readonly writers: ReadonlyMap<BlockId, number>
  readonly line: FarContent['line']
}

export function aroundCards(session: MapSession, { line }: FarContent): Around {
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
