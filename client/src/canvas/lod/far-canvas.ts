/**
 * Draws a scene of far cards with room around the screen, and again only when it must: the canvas lies in tldraw's layer
 * of shapes and moves with it.
 *
 * - **FC1** At rest it shows the scene pixel for pixel at the present zoom; while the camera moves it may be up to
 *   `STRETCH` larger or smaller.
 * - **FC2** Nothing on the screen is ever missing from it.
 */
import type { Editor } from 'tldraw'
import type { MapSession } from '../../session/map-session.ts'
import { layerOf, type Layer } from '../screen-canvas.ts'
import { drawFarCard, prepare, type FarLook } from './draw-far-card.ts'
import type { FarColours } from './far-colours.ts'
import { drawFarLinks } from './far-links.ts'
import { aroundCards, farCard, type FarScene } from './far-scene.ts'
import { stepBelow } from './lod-level.ts'

const STRETCH = 1.12
/** Around the screen, of its width and height, all in all; less where that would take more pixels than these. */
const ROOM = 0.7
const MOST_PIXELS = 8_000_000
/** While one zooms: what a step back may bring in before it is drawn again. */
const ROOM_FOR_ZOOM = STRETCH - 1 + 0.03
/** Of the room, what lies where the camera is going. */
const AHEAD = 0.85

interface Rect {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** What is on the canvas. */
interface Drawn {
  readonly scene: FarScene
  readonly colours: FarColours
  readonly layer: Layer
  readonly screen: readonly [w: number, h: number, ratio: number]
  /** In page units. */
  readonly region: Rect
  readonly view: Rect
  /** Whether there is nothing of the scene outside the region. */
  readonly whole: boolean
}

const contains = (outer: Rect, inner: Rect): boolean =>
  inner.minX >= outer.minX && inner.minY >= outer.minY && inner.maxX <= outer.maxX && inner.maxY <= outer.maxY

/** How many pixels lie before the screen in one direction: most of the room lies ahead. */
function before(room: number, moved: number): number {
  const share = moved === 0 ? 0.5 : moved > 0 ? 1 - AHEAD : AHEAD
  return Math.round(room * share)
}

export class FarCanvas {
  readonly #canvas: HTMLCanvasElement
  readonly #editor: Editor
  readonly #session: MapSession
  #drawn: Drawn | null = null

  constructor(canvas: HTMLCanvasElement, editor: Editor, session: MapSession) {
    this.#canvas = canvas
    this.#editor = editor
    this.#session = session
  }

  /** To be called whenever the scene, the colours or the camera have changed; draws if what is there will not do. */
  show(scene: FarScene, colours: FarColours): void {
    const isEmpty = scene.shapes.length === 0 && scene.links.length === 0
    this.#canvas.style.display = isEmpty ? 'none' : 'block'
    if (isEmpty) {
      this.#drawn = null
      return
    }
    const layer = layerOf(this.#editor)
    if (this.#stillGood(scene, colours, layer)) {
      const isExact = this.#drawn?.layer.z === layer.z
      this.#canvas.style.imageRendering = isExact ? 'pixelated' : 'auto'
      return
    }
    this.#draw(scene, colours, layer)
  }

  #screen(): Drawn['screen'] {
    const { w, h } = this.#editor.getViewportScreenBounds()
    return [w, h, this.#editor.getInstanceState().devicePixelRatio]
  }

  #stillGood(scene: FarScene, colours: FarColours, { z }: Layer): boolean {
    const drawn = this.#drawn
    // Asked for at once: whoever reacts must hear of all of them.
    const [isResting, view, screen] = [
      this.#editor.getCameraState() === 'idle',
      this.#editor.getViewportPageBounds(),
      this.#screen(),
    ]
    if (drawn === null || drawn.scene !== scene || drawn.colours !== colours) return false
    if (drawn.screen.some((side, at) => side !== screen[at])) return false
    const stretch = Math.max(z / drawn.layer.z, drawn.layer.z / z)
    return stretch <= (isResting ? 1 : STRETCH) && (drawn.whole || contains(drawn.region, view))
  }

  #draw(scene: FarScene, colours: FarColours, layer: Layer): void {
    const pen = this.#canvas.getContext('2d')
    if (pen === null) return
    const screen = this.#screen()
    const [w, h, ratio] = screen
    const { x, y, z } = layer
    const view = this.#editor.getViewportPageBounds()
    const isZooming = this.#drawn !== null && this.#drawn.layer.z !== z
    const most = Math.max(ROOM_FOR_ZOOM, Math.sqrt(MOST_PIXELS / (w * h * ratio * ratio)) - 1)
    const room = Math.min(isZooming ? ROOM_FOR_ZOOM : ROOM, most)
    const moved = (side: 'minX' | 'minY') =>
      this.#drawn === null || isZooming ? 0 : view[side] - this.#drawn.view[side]
    const left = before(w * room, moved('minX'))
    const top = before(h * room, moved('minY'))
    const [width, height] = [Math.ceil(w * (1 + room)), Math.ceil(h * (1 + room))]
    const [minX, minY] = [-left / z - x, -top / z - y]
    const region = { minX, minY, maxX: minX + width / z, maxY: minY + height / z }
    this.#place(region, { width, height, ratio, z })
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height)
    const scale = z * ratio
    const look = lookOf(scene, colours, z)
    prepare(pen, look)
    pen.setTransform(scale, 0, 0, scale, -minX * scale, -minY * scale)
    for (const alike of scene.links) drawFarLinks(pen, alike, colours, z)
    const whole = this.#drawCards(pen, scene, { region, look, ratio })
    const linksInside = scene.links.every(({ box }) => contains(region, box))
    const { minX: viewX, minY: viewY, maxX, maxY } = view
    const seen = { minX: viewX, minY: viewY, maxX, maxY }
    this.#drawn = { scene, colours, layer, screen, region, view: seen, whole: whole && linksInside }
  }

  #place(
    { minX, minY }: Rect,
    size: { readonly width: number; readonly height: number; readonly ratio: number; readonly z: number },
  ): void {
    const [width, height] = [Math.ceil(size.width * size.ratio), Math.ceil(size.height * size.ratio)]
    if (this.#canvas.width !== width) this.#canvas.width = width
    if (this.#canvas.height !== height) this.#canvas.height = height
    const { style } = this.#canvas
    style.width = `${width / size.ratio}px`
    style.height = `${height / size.ratio}px`
    style.transform = `translate(${minX}px, ${minY}px) scale(${1 / size.z})`
    style.imageRendering = 'pixelated'
  }

  /** Answers whether all cards lie in the region. */
  #drawCards(
    pen: CanvasRenderingContext2D,
    scene: FarScene,
    { region, look, ratio }: { readonly region: Rect; readonly look: FarLook; readonly ratio: number },
  ): boolean {
    const around = aroundCards(this.#session, scene)
    const { zoom } = look
    let whole = true
    for (const shape of scene.shapes) {
      const { a, b, c, d, e, f } = this.#editor.getShapePageTransform(shape)
      const card = { minX: e, minY: f, maxX: e + shape.props.w, maxY: f + shape.props.h }
      if (!contains(region, card)) whole = false
      if (card.minX > region.maxX || card.maxX < region.minX || card.minY > region.maxY || card.maxY < region.minY)
        continue
      const far = farCard(shape, around)
      if (far === null) continue
      const [left, top] = [(e - region.minX) * zoom * ratio, (f - region.minY) * zoom * ratio]
      pen.setTransform(a * ratio, b * ratio, c * ratio, d * ratio, left, top)
      drawFarCard(pen, far, look)
    }
    return whole
  }
}

function lookOf({ lod: { level, signs } }: FarScene, colours: FarColours, zoom: number): FarLook {
  return { colours, plates: level === 2, signs, zoom, step: level === 0 ? zoom : stepBelow(zoom) }
}
