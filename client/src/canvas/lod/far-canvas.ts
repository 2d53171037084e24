/**
 * Draws a scene of far cards with room around the screen, and again only when it must: the canvas lies in tldraw's layer
 * of shapes and moves with it.
 *
 * - **FC1** At rest it shows the scene pixel for pixel at the present zoom. While one zooms it is stretched, and the next
 *   picture is drawn meanwhile, a little in every frame.
 * - **FC2** Nothing on the screen is ever missing from it.
 */
import { unsafe__withoutCapture, type Editor } from 'tldraw'
import type { MapSession } from '../../session/map-session.ts'
import { layerOf, type Layer } from '../screen-canvas.ts'
import { prepare, type FarLook } from './draw-far-card.ts'
import type { Pen } from './far-blank.ts'
import type { FarColours } from './far-colours.ts'
import { contains, frameFor, same, stretchFor, type Frame, type Rect } from './far-frame.ts'
import { FarLinks } from './far-links.ts'
import { drawScene } from './far-picture.ts'
import { isEmpty, isShownBy, type FarScene } from './far-scene.ts'
import { FarStamps } from './far-stamps.ts'

/** A frame's share for drawing ahead, in milliseconds; the browser then takes about half as much for the pixels. */
const SHARE = 4
/** Further than this a zoom may go beyond what is drawn before the next picture is begun, and before all else waits. */
const BEGIN = 1.06
const MOST = 2.4
/** For a picture that all else waits for. */
const SHORT = 1.12

interface Now {
  readonly scene: FarScene
  readonly colours: FarColours
  readonly screen: readonly [w: number, h: number, ratio: number]
  readonly view: Rect
  readonly layer: Layer
  readonly isResting: boolean
}

/** What is on the canvas, or will be. */
interface Drawn extends Frame, Omit<Now, 'layer' | 'isResting'> {}

interface Picture {
  readonly plan: Drawn
  readonly look: FarLook
  /** Answers at the end whether there is nothing of the scene outside the region. */
  readonly work: Iterator<undefined, boolean>
}

export class FarCanvas {
  readonly #canvas: HTMLCanvasElement
  readonly #editor: Editor
  readonly #session: MapSession
  readonly #links: FarLinks
  /** Handed over as a whole, so that a picture that only moves is copied by nobody. */
  readonly #sheet = new OffscreenCanvas(1, 1)
  #drawn: (Drawn & { readonly whole: boolean }) | null = null
  #next: Picture | null = null
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
    const { w, h } = this.#editor.getViewportScreenBounds()
    const screen = [w, h, this.#editor.getInstanceState().devicePixelRatio] as const
    if (this.#view !== null && !same(view, this.#view)) this.#before = this.#view
    this.#view = view
    const hidden = isEmpty(scene)
    this.#canvas.style.display = hidden ? 'none' : 'block'
    if (hidden) this.#drop()
    else unsafe__withoutCapture(() => this.#keepUp({ scene, colours, layer, isResting, view, screen }))
  }

  #keepUp(now: Now): void {
    if (!this.#stillGood(now)) {
      this.#drop()
      this.#begin(now, SHORT)
      this.#goOn(now.view, Infinity)
    } else if (this.#next !== null && (now.isResting || !this.#serves(this.#next.plan, now))) this.#drop()
    else if (this.#next === null && this.#isBehind(now)) this.#begin(now, stretchFor(now.scene.blocks.length))
    this.#goOn(now.view, SHARE)
    this.#canvas.style.imageRendering = this.#drawn?.zoom === now.layer.z ? 'pixelated' : 'auto'
  }

  /** Whether it shows all that there is to be seen, but for its size. */
  #serves({ scene, colours, screen }: Drawn, now: Now): boolean {
    if (colours !== now.colours || screen.some((side, at) => side !== now.screen[at])) return false
    return scene === now.scene || (!now.isResting && isShownBy(scene, now.scene))
  }

  #stillGood(now: Now): boolean {
    const drawn = this.#drawn
    if (drawn === null || !this.#serves(drawn, now)) return false
    const { z } = now.layer
    const stretch = Math.max(z / drawn.zoom, drawn.zoom / z)
    return stretch <= (now.isResting ? 1 : MOST) && (drawn.whole || contains(drawn.region, now.view))
  }

  /** Whether a zoom has gone beyond what is drawn. */
  #isBehind({ isResting, view, layer: { z } }: Now): boolean {
    if (isResting || this.#drawn === null || this.#before === null) return false
    const isNearer = this.#before.maxX - this.#before.minX > view.maxX - view.minX
    return (isNearer ? z / this.#drawn.zoom : this.#drawn.zoom / z) > BEGIN
  }

  #begin({ scene, colours, layer, isResting, view, screen }: Now, stretch: number): void {
    const ratio = screen[2]
    const from = isResting ? null : this.#before
    const frame = frameFor({ layer, view, screen, stretch, from, drawn: this.#drawn?.view ?? null })
    const pen = this.#cleanSheet(frame, ratio)
    if (pen === null) return
    const { level, signs } = scene.lod
    const { region, zoom } = frame
    const look = { colours, plates: level === 2, signs, zoom, ratio, stamps: new FarStamps(ratio) }
    prepare(pen, look)
    const [editor, session, links] = [this.#editor, this.#session, this.#links]
    const work = drawScene(pen, scene, { region, look, editor, session, links })
    this.#next = { plan: { ...frame, scene, colours, screen, view }, look, work }
  }

  /** Draws on for so many milliseconds, and shows what is finished, unless the camera has left it meanwhile. */
  #goOn(view: Rect, share: number): void {
    if (this.#next === null) return
    const { plan, work } = this.#next
    const start = performance.now()
    let step = work.next()
    while (step.done !== true && performance.now() - start < share) step = work.next()
    if (step.done !== true) return
    const whole = step.value
    if (whole || contains(plan.region, view)) {
      this.#canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(this.#sheet.transferToImageBitmap())
      this.#place(plan)
      this.#drawn = { ...plan, whole }
    }
    this.#drop()
  }

  #drop(): void {
    this.#next?.look.stamps.close()
    this.#next = null
  }

  #cleanSheet({ width, height }: Frame, ratio: number): Pen | null {
    const [across, down] = [Math.ceil(width * ratio), Math.ceil(height * ratio)]
    if (this.#sheet.width !== across) this.#sheet.width = across
    if (this.#sheet.height !== down) this.#sheet.height = down
    const pen = this.#sheet.getContext('2d')
    pen?.setTransform(1, 0, 0, 1, 0, 0)
    pen?.clearRect(0, 0, across, down)
    return pen
  }

  #place({ region: { minX, minY }, width, height, zoom, screen: [, , ratio] }: Drawn): void {
    const { style } = this.#canvas
    style.width = `${Math.ceil(width * ratio) / ratio}px`
    style.height = `${Math.ceil(height * ratio) / ratio}px`
    style.transform = `translate(${minX}px, ${minY}px) scale(${1 / zoom})`
  }
}
