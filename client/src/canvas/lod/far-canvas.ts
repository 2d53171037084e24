/**
 * Draws a scene of far cards with room around the screen, and again only when it must: the canvas lies in tldraw's layer
 * of shapes and moves with it.
 *
 * - **FC1** At rest it shows the scene pixel for pixel at the present zoom; while one zooms it may be larger or smaller by
 *   as much as `stretchFor` says.
 * - **FC2** Nothing on the screen is ever missing from it.
 */
import { unsafe__withoutCapture, type Editor } from 'tldraw'
import type { MapSession } from '../../session/map-session.ts'
import { layerOf, type Layer } from '../screen-canvas.ts'
import { drawFarCard, prepare, type FarLook } from './draw-far-card.ts'
import type { FarColours } from './far-colours.ts'
import { drawFarLink, FarLinks, scaleOfMarks, TONES } from './far-links.ts'
import { aroundCards, farCard, isEmpty, isShownBy, type FarScene } from './far-scene.ts'
import { FarStamps } from './far-stamps.ts'
import type { Pen } from './far-blank.ts'
import { contains, frameFor, meets, same, stretchFor, type Frame, type Rect } from './far-frame.ts'

/** What is on the canvas. */
interface Drawn extends Frame {
  readonly scene: FarScene
  readonly colours: FarColours
  readonly screen: readonly [w: number, h: number, ratio: number]
  readonly view: Rect
  /** Whether there is nothing of the scene outside the region. */
  readonly whole: boolean
  /** How much larger or smaller it may be while the camera moves. */
  readonly stretch: number
}

export class FarCanvas {
  readonly #canvas: HTMLCanvasElement
  readonly #editor: Editor
  readonly #session: MapSession
  readonly #links: FarLinks
  /** Handed over as a whole, so that a picture that only moves is copied by nobody. */
  readonly #sheet = new OffscreenCanvas(1, 1)
  #drawn: Drawn | null = null
  /** What the camera sees, and saw before it last moved. */
  #view: Rect | null = null
  #before: Rect | null = null

  constructor(canvas: HTMLCanvasElement, editor: Editor, session: MapSession) {
    this.#canvas = canvas
    this.#editor = editor
    this.#session = session
    this.#links = new FarLinks(editor)
  }

  /** To be called whenever the scene, the colours or the camera have changed; draws if what is there will not do. */
  show(scene: FarScene, colours: FarColours): void {
    // Asked for at once: whoever reacts must hear of all of them.
    const layer = layerOf(this.#editor)
    const isResting = this.#editor.getCameraState() === 'idle'
    const { minX, minY, maxX, maxY } = this.#editor.getViewportPageBounds()
    const view = { minX, minY, maxX, maxY }
    if (this.#view !== null && !same(view, this.#view)) this.#before = this.#view
    this.#view = view
    const { w, h } = this.#editor.getViewportScreenBounds()
    const screen = [w, h, this.#editor.getInstanceState().devicePixelRatio] as const
    const hidden = isEmpty(scene)
    this.#canvas.style.display = hidden ? 'none' : 'block'
    if (!hidden) {
      if (this.#stillGood(scene, colours, { z: layer.z, isResting, view, screen })) {
        this.#canvas.style.imageRendering = this.#drawn?.zoom === layer.z ? 'pixelated' : 'auto'
      } else unsafe__withoutCapture(() => this.#draw(scene, colours, { layer, isResting, view, screen }))
    }
  }

  #stillGood(
    scene: FarScene,
    colours: FarColours,
    now: { readonly z: number; readonly isResting: boolean; readonly view: Rect; readonly screen: Drawn['screen'] },
  ): boolean {
    const drawn = this.#drawn
    if (drawn === null || drawn.colours !== colours) return false
    if (drawn.scene !== scene && (now.isResting || !isShownBy(drawn.scene, scene))) return false
    if (drawn.screen.some((side, at) => side !== now.screen[at])) return false
    const stretch = Math.max(now.z / drawn.zoom, drawn.zoom / now.z)
    return stretch <= (now.isResting ? 1 : drawn.stretch) && (drawn.whole || contains(drawn.region, now.view))
  }

  #draw(
    scene: FarScene,
    colours: FarColours,
    now: { readonly layer: Layer; readonly isResting: boolean; readonly view: Rect; readonly screen: Drawn['screen'] },
  ): void {
    const { layer, view, screen } = now
    const ratio = screen[2]
    const stretch = stretchFor(scene.blocks.length)
    const from = now.isResting ? null : this.#before
    const frame = frameFor({ layer, view, screen, stretch, from, drawn: this.#drawn?.view ?? null })
    const { region, zoom } = frame
    const pen = this.#cleanSheet(frame, ratio)
    if (pen === null) return
    const { level, signs } = scene.lod
    const look = { colours, plates: level === 2, signs, zoom, ratio, stamps: new FarStamps(ratio) }
    prepare(pen, look)
    const scale = zoom * ratio
    pen.setTransform(scale, 0, 0, scale, -region.minX * scale, -region.minY * scale)
    const linksInside = this.#drawLinks(pen, scene, region, look)
    const cardsInside = this.#drawCards(pen, scene, region, look)
    look.stamps.close()
    this.#canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(this.#sheet.transferToImageBitmap())
    this.#place(frame, ratio)
    // A little more, since a zoom is a number of many digits.
    this.#drawn = {
      ...frame,
      scene,
      colours,
      screen,
      view,
      whole: linksInside && cardsInside,
      stretch: stretch * 1.001,
    }
  }

  #cleanSheet({ width, height }: Frame, ratio: number): Pen | null {
    const [across, down] = [Math.ceil(width * ratio), Math.ceil(height * ratio)]
    if (this.#sheet.width !== across) this.#sheet.width = across
    if (this.#sheet.height !== down) this.#sheet.height = down
    return this.#sheet.getContext('2d')
  }

  #place({ region: { minX, minY }, width, height, zoom }: Frame, ratio: number): void {
    const { style } = this.#canvas
    style.width = `${Math.ceil(width * ratio) / ratio}px`
    style.height = `${Math.ceil(height * ratio) / ratio}px`
    style.transform = `translate(${minX}px, ${minY}px) scale(${1 / zoom})`
    style.imageRendering = zoom === layerOf(this.#editor).z ? 'pixelated' : 'auto'
  }

  /** Answers whether all of them lie in the region. */
  #drawLinks(pen: Pen, scene: FarScene, region: Rect, { colours, zoom }: FarLook): boolean {
    const { links, content, lod } = scene
    const byTone = Map.groupBy(links, content.toneOf)
    const scale = scaleOfMarks(lod.level, zoom)
    let whole = true
    for (const tone of TONES)
      for (const link of this.#links.drawn(byTone.get(tone) ?? [], content.all, scale)) {
        if (!contains(region, link.box)) whole = false
        if (meets(region, link.box)) drawFarLink(pen, link, { tone, marks: lod.level < 2, colours, zoom })
      }
    return whole
  }

  /** Answers whether all of them lie in the region. */
  #drawCards(pen: Pen, scene: FarScene, region: Rect, look: FarLook): boolean {
    const around = aroundCards(this.#session, scene.content)
    const page = this.#editor.getCurrentPageId()
    const { zoom, ratio } = look
    let whole = true
    for (const shape of scene.blocks) {
      // Most lie on the page itself; only tldraw knows where others are.
      const isPlain = shape.parentId === page
      const place = isPlain ? null : this.#editor.getShapePageTransform(shape)
      const [x, y] = place === null ? [shape.x, shape.y] : [place.e, place.f]
      const card = { minX: x, minY: y, maxX: x + shape.props.w, maxY: y + shape.props.h }
      if (!contains(region, card)) whole = false
      if (!meets(region, card)) continue
      const far = farCard(shape, around)
      if (far === null) continue
      const [left, top] = [Math.round((x - region.minX) * zoom * ratio), Math.round((y - region.minY) * zoom * ratio)]
      const { a, b, c, d } = place ?? { a: 1, b: 0, c: 0, d: 1 }
      pen.setTransform(a * ratio, b * ratio, c * ratio, d * ratio, left, top)
      drawFarCard(pen, far, look)
    }
    return whole
  }
}
