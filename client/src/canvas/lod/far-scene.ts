/**
 * What the canvas of far cards has to show, whatever the camera does.
 *
 * - **FS1** Of all that it shows when something in it has changed, there is a new scene.
 */
import type { Block, BlockId } from '@throughline/shared/schema'
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
  /** Where most shapes lie. */
  readonly page: string
  readonly blocks: ReadonlyMap<BlockId, Block>
  /** Who writes where, as an index into the presence colours. */
  readonly writers: ReadonlyMap<BlockId, number>
  /** Another number when all of it looks different: a font has arrived, or the system's colours. */
  readonly renewed: number
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

/** Whether all that is to be seen of this scene was in that one, for another one of the same zoom or nearly so. */
export function isWithinScene(drawn: FarScene, { content, missing, losses }: FarScene): boolean {
  if (missing === null) return drawn.all
  // Under dimmed cards one would see them twice; and a plate has no words.
  if (content.line !== null || drawn.lod.level === 2) return false
  return drawn.all || drawn.losses === losses
}

/** The scene with those that have an element, too, if it is to be a scene of all. */
export function withAll(scene: FarScene, all: boolean): FarScene {
  if (!all || scene.all) return scene
  const { all: shapes, editing } = scene.content
  const rest = shapes.filter(({ id }) => id !== editing)
  return { ...scene, all, blocks: rest.filter(isBlockShape), links: rest.filter(isLinkShape) }
}

export const isEmpty = ({ missing, blocks, links }: FarScene): boolean =>
  missing === null ? blocks.length + links.length === 0 : missing.size === 0

/** What the editor does not know of. */
export interface Outside {
  /** Counts changes of words and of who writes. */
  readonly changed: Atom<number>
  readonly renewed: Atom<number>
}

function farContent(editor: Editor, session: MapSession, { changed, renewed }: Outside): Computed<FarContent> {
  const lit = computed('lit links', () =>
    [editor.getHoveredShapeId(), ...editor.getSelectedShapeIds()].filter((id) => id && linkIdOf(id) !== null).join(),
  )
  return computed('far content', () => {
    changed.get()
    const trace = shownTrace(editor).get()
    const litIds = new Set(lit.get().split(','))
    const toneOf = ({ id }: LinkShape): Tone => {
      if (litIds.has(id)) return 'lit'
      if (trace === null) return 'plain'
      return isLinkOnLine(editor, linkIdOf(id)) ? 'traced' : 'quiet'
    }
    const [all, editing] = [editor.getCurrentPageShapesSorted(), editor.getEditingShapeId()]
    const { map, peers } = session.getSnapshot()
    const writing = peers.flatMap(({ writing: id, color }) => (id === null ? [] : [[id, color] as const]))
    return {
      all,
      line: trace?.blocks ?? null,
      toneOf,
      editing,
      page: editor.getCurrentPageId(),
      blocks: map.blocks,
      writers: new Map(writing),
      renewed: renewed.get(),
    }
  })
}

export function farScene(editor: Editor, session: MapSession, outside: Outside): Computed<FarScene> {
  const content = farContent(editor, session, outside)
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

/** Null for a block that is gone. */
export function farCard(shape: BlockShape, { blocks, writers, line }: FarContent): FarCard | null {
  const id = blockIdOf(shape.id)
  const block = id === null ? undefined : blocks.get(id)
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
