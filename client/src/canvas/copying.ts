/**
 * Duplicate, Alt-drag, copy and paste of blocks with their links. tldraw copies records; here a copied block needs a
 * block of its own with the same words, and a copied link has to join the copies, not the originals.
 *
 * - **CP1** A link is copied exactly when both its ends are, whether or not it was selected.
 * - **CP2** What is pasted gets new ids throughout, so that pasting twice, or into the map it came from, adds.
 * - **CP3** A picture is copied as its address; one of another map is brought here first, or left out with a reason.
 */
import { newBlockId, newLinkId, type BlockId } from '@throughline/shared/schema'
import {
  createBindingId,
  createShapeId,
  getIndexBetween,
  type Editor,
  type TLBinding,
  type TLContent,
  type TLShape,
  type TLShapeId,
  type VecLike,
} from 'tldraw'
import type { MapSession } from '../session/map-session.ts'
import { copyOf } from './copied-block.ts'
import { isForeign } from './drawing-records.ts'
import { linkIndex } from './link-band.ts'
import type { Picture } from './pictures/picture.ts'
import { bringPictures, hasStrangers, withOwnPictures } from './pictures/copied-pictures.ts'
import { blockIdOf, blockShapeId, linkShapeId } from './shape-ids.ts'
import { isBlockShape, isLinkShape, type LinkShape } from './shape-types.ts'

type Shapes = TLShapeId[] | TLShape[]
const idsOf = (shapes: Shapes): TLShapeId[] => shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))

/** Every shape of the content under a new id of its right form. */
function newIds(shapes: readonly TLShape[]): ReadonlyMap<string, TLShapeId> {
  return new Map(
    shapes.map((shape) => {
      const id = isBlockShape(shape)
        ? blockShapeId(newBlockId())
        : isLinkShape(shape)
          ? linkShapeId(newLinkId())
          : createShapeId()
      return [shape.id, id]
    }),
  )
}

/** A link between copies; null when an end was not copied. */
function renamedLink(link: LinkShape, id: TLShapeId, ids: ReadonlyMap<string, TLShapeId>): LinkShape | null {
  const from = blockIdOf(ids.get(blockShapeId(link.props.from)) ?? '')
  const to = blockIdOf(ids.get(blockShapeId(link.props.to)) ?? '')
  if (from === null || to === null) return null
  const props = { ...link.props, from, to }
  return { ...link, id, props, index: linkIndex(id.slice(linkShapeId('' as never).length) as never) }
}

function rename(shapes: readonly TLShape[], ids: ReadonlyMap<string, TLShapeId>): readonly TLShape[] {
  return shapes.flatMap((shape): readonly TLShape[] => {
    const id = ids.get(shape.id)
    if (id === undefined) return []
    if (isLinkShape(shape)) {
      const link = renamedLink(shape, id, ids)
      return link === null ? [] : [link]
    }
    return [{ ...shape, id, parentId: ids.get(shape.parentId) ?? shape.parentId }]
  })
}

function renameTies(bindings: readonly TLBinding[], ids: ReadonlyMap<string, TLShapeId>): TLBinding[] {
  return bindings.flatMap((binding) => {
    const [fromId, toId] = [ids.get(binding.fromId), ids.get(binding.toId)]
    return fromId === undefined || toId === undefined ? [] : [{ ...binding, id: createBindingId(), fromId, toId }]
  })
}

/** Adds the blocks' words and the links between them to what tldraw would copy. */
function completed(content: TLContent, editor: Editor, session: MapSession): TLContent {
  const { map } = session.getSnapshot()
  const copied = new Set<BlockId>()
  const shapes = content.shapes
    .filter((shape) => !isLinkShape(shape))
    .map((shape) => {
      const block = map.blocks.get(blockIdOf(shape.id) ?? ('' as BlockId))
      if (block === undefined) return shape
      copied.add(block.id)
      return { ...shape, meta: copyOf(block) }
    })
  const links = map.links
    .filter(({ from, to }) => copied.has(from) && copied.has(to))
    .flatMap(({ id }) => editor.getShape(linkShapeId(id)) ?? [])
  const linkIds = links.map(({ id }) => id)
  const roots = content.rootShapeIds.filter((id) => shapes.some((shape) => shape.id === id))
  return { ...content, shapes: [...shapes, ...links], rootShapeIds: [...roots, ...linkIds] }
}

/** What of a clipboard can go on a map, under new ids. */
function renamedContent(content: TLContent): TLContent {
  const kept = content.shapes.filter((shape) => !isForeign(shape))
  const ids = newIds(kept)
  const shapes = rename(kept, ids)
  const present = new Set(shapes.map(({ id }) => id))
  const rootShapeIds = content.rootShapeIds
    .map((id) => ids.get(id))
    .filter((id) => id !== undefined && present.has(id)) as TLShapeId[]
  const bindings = renameTies(content.bindings ?? [], ids)
  return { ...content, shapes: [...shapes], bindings, rootShapeIds, assets: [] }
}

function duplicate(editor: Editor, content: TLContent, roots: ReadonlySet<TLShapeId>, offset?: VecLike): void {
  const ids = newIds(content.shapes)
  // The content holds page coordinates; copies stay where their originals are, on the same parent.
  const placed = content.shapes.map((shape): TLShape => {
    const original = editor.getShape(shape.id)
    if (original === undefined || isLinkShape(shape)) return shape
    const { parentId, rotation, index } = original
    const by = offset === undefined || !roots.has(shape.id) ? { x: 0, y: 0 } : inParent(editor, original, offset)
    const siblings = editor.getSortedChildIdsForParent(parentId)
    const above = editor.getShape(siblings[siblings.indexOf(shape.id) + 1] ?? shape.id)
    const next = above === undefined || above.index <= index ? undefined : above.index
    return {
      ...shape,
      parentId,
      rotation,
      x: original.x + by.x,
      y: original.y + by.y,
      index: getIndexBetween(index, next),
    }
  })
  const copies = rename(placed, ids)
  if (!editor.canCreateShapes([...copies])) return
  editor.createShapes([...copies])
  editor.createBindings(renameTies(content.bindings ?? [], ids))
  const selected = [...roots].map((id) => ids.get(id)).filter((id) => id !== undefined && editor.getShape(id))
  editor.setSelectedShapes(selected as TLShapeId[])
}

function inParent(editor: Editor, shape: TLShape, offset: VecLike): VecLike {
  const transform = editor.getShapeParentTransform(shape)
  const angle = -transform.rotation()
  return {
    x: offset.x * Math.cos(angle) - offset.y * Math.sin(angle),
    y: offset.x * Math.sin(angle) + offset.y * Math.cos(angle),
  }
}

function showSelection(editor: Editor): void {
  const bounds = editor.getSelectionPageBounds()
  if (bounds !== null && !editor.getViewportPageBounds().contains(bounds))
    editor.centerOnPoint(bounds.center, { animation: { duration: editor.options.animationMediumMs } })
}

/** Replaces tldraw's three ways of copying on this editor. */
export function copyWithWords(editor: Editor, session: MapSession): void {
  const getContent = editor.getContentFromCurrentPage.bind(editor)
  const putContent = editor.putContentOntoCurrentPage.bind(editor)
  editor.getContentFromCurrentPage = (shapes: Shapes) => {
    const content = getContent(idsOf(shapes))
    return content === undefined ? undefined : completed(content, editor, session)
  }
  editor.putContentOntoCurrentPage = (content, opts = {}) => {
    if (!session.canWrite) return editor
    const put = (brought?: ReadonlyMap<unknown, Picture>) => {
      const renamed = renamedContent(withOwnPictures(content, editor, session, brought))
      if (renamed.shapes.length > 0) putContent(renamed, { ...opts, preserveIds: true })
    }
    if (!hasStrangers(content, session)) put()
    else void bringPictures(content, session).then((brought) => editor.isDisposed || put(brought))
    return editor
  }
  // tldraw would put the bytes of every picture on the clipboard.
  editor.resolveAssetsInContent = async (content) => content
  editor.duplicateShapes = (shapes: Shapes, offset) => {
    const ids = idsOf(shapes).filter((id) => {
      const shape = editor.getShape(id)
      return shape !== undefined && !isLinkShape(shape) && !shape.isLocked
    })
    const content = ids.length === 0 ? undefined : editor.getContentFromCurrentPage(ids)
    if (content === undefined) return editor
    editor.run(() => duplicate(editor, content, new Set(ids), offset))
    if (offset !== undefined) showSelection(editor)
    return editor
  }
}
