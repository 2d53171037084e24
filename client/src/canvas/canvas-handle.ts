/** What the shell may ask of the canvas (`session/view.ts`), on a tldraw editor. */
import type { About } from '@throughline/shared/comments'
import type { BlockId } from '@throughline/shared/schema'
import {
  Box,
  defaultHandleExternalTextContent,
  type Editor,
  type TLCameraMoveOptions,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import { prefersStill } from './prefers-still.ts'
import type { MapSession } from '../session/map-session.ts'
import { commentOn, TOOLS, TOOLS_FOR_READERS, type CanvasHandle, type Tool } from '../session/view.ts'
import { whyReadOnly } from '../text/canvas.ts'
import { drawnWords } from './drawn-words.ts'
import type { Projector } from './map-to-editor.ts'
import { choosePictures, placePictures } from './pictures/place-pictures.ts'
import { blockIdOf, blockShapeId } from './shape-ids.ts'
import { isBlockShape } from './shape-types.ts'
import { kindOf, makeNext } from './tools/make-block.ts'
import { sideFor } from './tools/sides.ts'
import { startWriting } from './shapes/index.ts'

const CAMERA_MS = 420
/** Screen pixels kept free around the map, both sides together; the legend and the watermark are in them. */
const FIT_INSET = 80
/** From the corner of an empty map to its origin. */
const EMPTY_INSET = 128
/** On a phone that would be a fifth of the screen. */
const MOST_INSET = 0.1
const SMALLEST_ZOOM = 0.05

function camera() {
  return prefersStill() ? {} : { animation: { duration: CAMERA_MS } }
}

function boundsOf(editor: Editor, shapes: readonly TLShape[]): Box | undefined {
  const boxes = shapes.map((shape) => editor.getShapePageBounds(shape)).filter((box) => box !== undefined)
  return boxes.length === 0 ? undefined : Box.Common(boxes)
}

function insetOf(editor: Editor): number {
  return Math.min(FIT_INSET, editor.getViewportScreenBounds().w * MOST_INSET)
}

/** The whole map, never larger than life. */
export function fit(editor: Editor, options: TLCameraMoveOptions = {}): void {
  const all = editor.getCurrentPageBounds()
  const blocks = editor.getCurrentPageShapes().filter(isBlockShape)
  // A stray line far out would leave nothing to see of the map.
  const isTooWide = all !== undefined && Math.max(all.w, all.h) * SMALLEST_ZOOM > editor.getViewportScreenBounds().w
  const bounds = isTooWide && blocks.length > 0 ? boundsOf(editor, blocks) : all
  // What is put on an empty map begins at its origin, which should not lie under the edge of the screen.
  if (bounds === undefined) editor.setCamera({ x: EMPTY_INSET, y: EMPTY_INSET, z: 1 })
  else editor.zoomToBounds(bounds, { inset: insetOf(editor), targetZoom: 1, ...options })
}

/** On a narrow screen a whole map is only a pattern: there one begins at the beginning of the argument. */
const NARROW = 700
const READABLE = 0.3
const BEGINNING = 0.7

export function showFirst(editor: Editor): void {
  fit(editor)
  const isNarrow = editor.getViewportScreenBounds().w < NARROW
  if (!isNarrow || editor.getZoomLevel() >= READABLE) return
  const blocks = editor.getCurrentPageShapes().filter(isBlockShape)
  const first = blocks.find(({ props }) => props.kind === 'purpose') ?? blocks[0]
  const bounds = first === undefined ? undefined : editor.getShapePageBounds(first)
  if (bounds !== undefined) editor.zoomToBounds(bounds, { inset: insetOf(editor), targetZoom: BEGINNING })
}

/** What is in sight and large enough to read stays where it is: nobody is moved about for nothing. */
const CLOSE = 0.6

/** The corner in which the page says what one looks at (`NewsLine`), in screen pixels at most. */
const SAYING = { w: 580, h: 240 }

function sayingBounds(editor: Editor, room: Box): Box {
  const zoom = editor.getZoomLevel()
  const h = SAYING.h / zoom
  return new Box(room.x, room.maxY - h, SAYING.w / zoom, h)
}

function comeClose(editor: Editor, bounds: Box): void {
  if (editor.getZoomLevel() >= CLOSE) {
    const room = editor.getViewportPageBounds()
    const isCovered = sayingBounds(editor, room).collides(bounds)
    if (isCovered || !room.contains(bounds)) editor.centerOnPoint(bounds.center, camera())
    return
  }
  editor.zoomToBounds(bounds, { inset: insetOf(editor), targetZoom: 1, ...camera() })
}

function bringTo(editor: Editor, shapes: readonly TLShapeId[]): () => void {
  const { x, y, z } = editor.getCamera()
  editor.setSelectedShapes([...shapes])
  const all = boundsOf(editor, editor.getSelectedShapes())
  if (all !== undefined) editor.zoomToBounds(all, { inset: insetOf(editor), targetZoom: 1, ...camera() })
  return () => editor.setCamera({ x, y, z }, camera())
}

/** tldraw believes that it has the focus while nothing on the page has, and then does nothing about it. */
function takeFocus(editor: Editor): void {
  editor.focus()
  const container = editor.getContainer()
  if (!container.contains(document.activeElement)) container.focus()
}

/** The block or place under the pointer, else in the middle of what one sees. */
function placeToComment(editor: Editor, session: MapSession): About {
  const seen = editor.getViewportPageBounds()
  const { currentPagePoint } = editor.inputs
  const { x, y } = seen.containsPoint(currentPagePoint) ? currentPagePoint : seen.center
  const hit = editor.getShapeAtPoint({ x, y }, { hitInside: true, filter: isBlockShape })
  const id = hit === undefined ? null : blockIdOf(hit.id)
  const block = id === null ? undefined : session.getSnapshot().map.blocks.get(id)
  return block === undefined ? { is: 'place', x, y } : commentOn(block)
}

/** `finish` writes what a gesture has in hand. */
export function openHandle(
  editor: Editor,
  session: MapSession,
  projector: Projector,
  finish: () => void,
): CanvasHandle {
  const present = (ids: readonly BlockId[]): TLShapeId[] =>
    ids.map(blockShapeId).filter((id) => editor.getShape(id) !== undefined)
  const whenShown = (id: BlockId, job: () => void): void => {
    if (editor.getShape(blockShapeId(id)) !== undefined) job()
    else projector.afterwards(job)
  }
  return {
    pickTool(tool) {
      if (!session.canWrite && !TOOLS_FOR_READERS.includes(tool)) session.say(whyReadOnly(session.getSnapshot()))
      else if (tool === 'image') choosePictures((files) => void placePictures(editor, session, files))
      else editor.setCurrentTool(tool)
      takeFocus(editor)
    },
    zoomToFit() {
      fit(editor, camera())
    },
    zoomTo100() {
      editor.resetZoom(editor.getViewportScreenCenter(), camera())
    },
    showBlocks(ids) {
      const shapes = present(ids)
      editor.setSelectedShapes(shapes)
      const all = boundsOf(editor, editor.getSelectedShapes())
      if (all === undefined || editor.getViewportPageBounds().contains(all)) return
      const room = editor.getViewportPageBounds()
      if (all.w > room.w || all.h > room.h)
        editor.zoomToBounds(all, { inset: insetOf(editor), targetZoom: 1, ...camera() })
      else editor.centerOnPoint(all.center, camera())
    },
    lookAt(id) {
      const shapes = present([id])
      editor.setSelectedShapes(shapes)
      const bounds = boundsOf(editor, editor.getSelectedShapes())
      if (bounds !== undefined) comeClose(editor, bounds)
    },
    bringTo: (ids) => bringTo(editor, present(ids)),
    lookAtPlace({ x, y, w, h }) {
      comeClose(editor, new Box(x, y, w, h))
    },
    showAbout(about) {
      if (about.is === 'block') this.showBlocks([about.block])
      else editor.centerOnPoint(about, camera())
    },
    placeToComment: () => placeToComment(editor, session),
    selectBlocks(ids) {
      editor.setSelectedShapes(present(ids))
    },
    writeIn(id) {
      whenShown(id, () => {
        // The focus first: the field takes it as it opens.
        takeFocus(editor)
        startWriting(editor, id)
      })
    },
    placeText(text) {
      void defaultHandleExternalTextContent(editor, { text, point: editor.getViewportPageBounds().center })
    },
    offerDrawing() {
      finish()
      const drawing = drawnWords(editor)
      if (drawing !== null) session.offer(drawing)
    },
    addNext(beside, kind) {
      const from = kindOf(editor, beside)
      if (from === null) return
      takeFocus(editor)
      makeNext(editor, beside, sideFor(from, kind), kind)
    },
    finish,
    focus() {
      takeFocus(editor)
    },
  }
}

/** What the shell is told: which tool is in hand, how far one looks and which blocks are picked. */
export function viewOf(editor: Editor): { readonly tool: Tool; readonly zoom: number; readonly selected: BlockId[] } {
  const tool = editor.getCurrentToolId()
  return {
    tool: TOOLS.find((known) => known === tool) ?? 'select',
    zoom: editor.getZoomLevel(),
    selected: editor
      .getSelectedShapeIds()
      .map(blockIdOf)
      .filter((id) => id !== null),
  }
}
