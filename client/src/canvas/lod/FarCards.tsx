/**
 * Cards smaller than one can read, drawn on one canvas: a few hundred elements would take most of every frame. Also
 * cards on the screen that have no element yet (`mounted-cards.ts`). It lies above the links and below every shape.
 *
 * The cards remain shapes to the editor: what is pointed at, picked and dragged goes by their geometry.
 */
import { useEffect, useRef, useState } from 'react'
import { atom, modulate, react, toDomPrecision, useEditor, useQuickReactor, type Atom, type Editor } from 'tldraw'
import type { BlockId } from '@throughline/shared/schema'
import { useSession } from '../../session/hooks.ts'
import type { MapSession } from '../../session/map-session.ts'
import { shownStatus } from '../../ui/StatusGlyph.tsx'
import { questionFor } from '../../text/words.ts'
import { shownTrace } from '../trace/shown-trace.ts'
import { blockIdOf } from '../shape-ids.ts'
import { isBlockShape, type BlockShape } from '../shape-types.ts'
import { drawFarCard, forgetWords, prepare, type FarCard, type FarLook } from './draw-far-card.ts'
import { readColours, type FarColours } from './far-colours.ts'
import { stepBelow } from './lod-level.ts'
import { mountedCards } from './mounted-cards.ts'
import { lodOf } from './watch-lod.ts'

/** Counts whatever the editor does not know of: words, who writes, colours, fonts. */
function watchOutside(session: MapSession, changed: Atom<number>): () => void {
  const note = () => void changed.update((count) => count + 1)
  let { map, peers } = session.getSnapshot()
  const stop = session.subscribe(() => {
    const now = session.getSnapshot()
    const writers = now.peers !== peers && writing(now.peers) !== writing(peers)
    if (now.map !== map || writers) note()
    ;({ map, peers } = now)
  })
  const onFonts = () => {
    forgetWords()
    note()
  }
  const forced = window.matchMedia('(forced-colors: active)')
  document.fonts.addEventListener('loadingdone', onFonts)
  forced.addEventListener('change', note)
  return () => {
    stop()
    document.fonts.removeEventListener('loadingdone', onFonts)
    forced.removeEventListener('change', note)
  }
}

const writing = (peers: ReturnType<MapSession['getSnapshot']>['peers']): string =>
  peers.flatMap(({ writing: block, color }) => (block === null ? [] : [`${block} ${color}`])).join()

/** On the screen and without an element to be seen. */
function farShapes(editor: Editor): readonly BlockShape[] {
  const isFar = lodOf(editor).get().level > 0
  const mounted = mountedCards(editor)
  mounted.count.get()
  const culled = editor.getCulledShapes()
  const editing = editor.getEditingShapeId()
  return editor
    .getCurrentPageShapesSorted()
    .filter(isBlockShape)
    .filter(({ id }) => !culled.has(id) && id !== editing && (isFar || !mounted.has(id)))
}

function farCard(
  session: MapSession,
  shape: BlockShape,
  writers: ReadonlyMap<BlockId, number>,
  line: ReadonlySet<BlockId> | null,
): FarCard | null {
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

function lookOf(editor: Editor, colours: FarColours): FarLook {
  const { level, signs } = lodOf(editor).get()
  const zoom = editor.getZoomLevel()
  return { colours, plates: level === 2, signs, zoom, step: level === 0 ? zoom : stepBelow(zoom) }
}

interface Layer {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** Where tldraw moves the layer of shapes to: at the camera, but for a hair that sets lines on whole pixels. */
function layerOf(editor: Editor): Layer {
  const { x, y, z } = editor.getCamera()
  const hair = z >= 1 ? modulate(z, [1, 8], [0.125, 0.5], true) : modulate(z, [0.1, 1], [-2, 0.125], true)
  return { x: toDomPrecision(x + hair), y: toDomPrecision(y + hair), z: toDomPrecision(z) }
}

/** As large as the screen, and set back by as much as its layer is moved. */
function place(canvas: HTMLCanvasElement, editor: Editor, ratio: number, { x, y, z }: Layer): void {
  const { w, h } = editor.getViewportScreenBounds()
  const [width, height] = [Math.ceil(w * ratio), Math.ceil(h * ratio)]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  canvas.style.width = `${width / ratio}px`
  canvas.style.height = `${height / ratio}px`
  canvas.style.transform = `translate(${-x}px, ${-y}px) scale(${1 / z})`
}

function draw(canvas: HTMLCanvasElement, editor: Editor, session: MapSession, colours: FarColours): void {
  const shapes = farShapes(editor)
  canvas.style.display = shapes.length === 0 ? 'none' : 'block'
  if (shapes.length === 0) return
  const pen = canvas.getContext('2d')
  if (pen === null) return
  const ratio = editor.getInstanceState().devicePixelRatio
  const layer = layerOf(editor)
  place(canvas, editor, ratio, layer)
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.clearRect(0, 0, canvas.width, canvas.height)
  const look = lookOf(editor, colours)
  prepare(pen, look)
  const writers = new Map(
    session.getSnapshot().peers.flatMap(({ writing: id, color }) => (id === null ? [] : [[id, color] as const])),
  )
  const line = shownTrace(editor).get()?.blocks ?? null
  const { x, y, z } = layer
  for (const shape of shapes) {
    const card = farCard(session, shape, writers, line)
    if (card === null) continue
    const { a, b, c, d, e, f } = editor.getShapePageTransform(shape)
    pen.setTransform(a * ratio, b * ratio, c * ratio, d * ratio, (e + x) * z * ratio, (f + y) * z * ratio)
    drawFarCard(pen, card, look)
  }
}

export function FarCards() {
  const editor = useEditor()
  const session = useSession()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [changed] = useState(() => atom('outside the editor', 0))
  const colours = useRef<FarColours | null>(null)
  useEffect(() => watchOutside(session, changed), [session, changed])
  useEffect(
    () =>
      react('colours', () => {
        editor.user.getIsDarkMode()
        // The page wears its theme a moment after the editor has heard of it.
        colours.current = null
        queueMicrotask(() => void changed.update((count) => count + 1))
      }),
    [editor, changed],
  )
  useQuickReactor(
    'far cards',
    () => {
      changed.get()
      colours.current ??= readColours(editor.user.getIsDarkMode())
      if (canvas.current !== null) draw(canvas.current, editor, session, colours.current)
    },
    [editor, session, changed],
  )
  return (
    <canvas
      ref={canvas}
      className="far-cards"
      aria-hidden="true"
      // Between the backgrounds of shapes, where links are, and the shapes: tldraw numbers them from these on.
      style={{ zIndex: editor.options.maxShapesPerPage * 2 - 1 }}
    />
  )
}
