/**
 * Draws a scene of far cards with room around the screen, and again only when it must: the canvas lies in tldraw's layer
 * of shapes and moves with it.
 *
 * - **FC1** At rest it shows the scene pixel for pixel at the present zoom, a few frames after the camera has stopped.
 *   While one zooms it is stretched. The next picture is drawn meanwhile, a little in every frame.
 * - **FC2** Nothing on the screen is ever missing from it.
 */
import { unsafe__withoutCapture, type Editor } from 'tldraw'
import { layerOf, type Layer } from '../screen-canvas.ts'
import { prepare, type FarLook } from './draw-far-card.ts'
import type { Pen } from './far-blank.ts'
import type { FarColours } from './far-colours.ts'
import { restOf, zoomsFrom } from './camera-rest.ts'
import { contains, frameFor, leavesSoon, same, stretchFor, type Frame, type Rect } from './far-frame.ts'
import { FarLinks } from './far-links.ts'
import { changesBetween, partsToRedraw } from './far-changes.ts'
import { drawScene, redraw } from './far-picture.ts'
import { readType } from './far-type.ts'
import { isEmpty, isWithinScene, withAll, type FarScene } from './far-scene.ts'
import { FarStamps } from './far-stamps.ts'

/** A frame's share for drawing ahead, in milliseconds; the browser then takes about half as much for the pixels. */
const SHARE = 4
/** The same when the camera rests, and nothing else has to be drawn. */
const SHARE_AT_REST = 8
/**
 * Further than this a zoom may go beyond what is drawn before the next picture is begun, coming nearer, when all is there
 * and only soft, or stepping back; and before all else waits.
 */
const BEGIN = { nearer: 1.35, back: 1.06 } as const
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
interface Drawn extends Frame, Omit<Now, 'layer' | 'isResting'> {
  readonly look: FarLook
}

interface Shown extends Drawn {
  /** Whether there is nothing of the scene outside the region. */
  readonly whole: boolean
}

interface Picture {
  readonly plan: Drawn
  /** Answers at the end whether there is nothing of the scene outside the region. */
  readonly work: Iterator<undefined, boolean>
  /** Its answer. */
  whole: boolean | null
}

export class FarCanvas {
  readonly #canvas: HTMLCanvasElement
  readonly #editor: Editor
  readonly #links: FarLinks
  readonly #type = readType()
  /** Drawn in several frames, and then put on what is seen. */
  readonly #sheet = new OffscreenCanvas(1, 1)
  #drawn: Shown | null = null
  #next: Picture | null = null
  /** As it was last asked for. */
  #latest: Now | null = null
  #frame: number | null = null
  #workedAt: CSSNumberish | null = null
  /** What the camera sees, and saw before it last moved. */
  #view: Rect | null = null
  #before: Rect | null = null

  constructor(canvas: HTMLCanvasElement, editor: Editor) {
    this.#canvas = canvas
    this.#editor = editor
    this.#links = new FarLinks(editor)
  }

  /** To be called whenever the scene, the colours or the camera have changed; draws if what is there will not do. */
  show(scene: FarScene, colours: FarColours): void {
    // Asked for at once: whoever reacts must hear of all of them.
    const layer = layerOf(this.#editor)
    const isResting = restOf(this.#editor).get()
    const { minX, minY, maxX, maxY } = this.#editor.getViewportPageBounds()
    const view = { minX, minY, maxX, maxY }
    const { w, h } = this.#editor.getViewportScreenBounds()
    const screen = [w, h, this.#editor.getInstanceState().devicePixelRatio] as const
    if (this.#view !== null && !same(view, this.#view)) this.#before = this.#view
    this.#view = view
    const now = { scene, colours, layer, isResting, view, screen }
    const isNeeded = !isEmpty(scene)
    const isWanted = isNeeded || this.#isSoonFar(now)
    if (isWanted) unsafe__withoutCapture(() => this.#keepUp(now, isNeeded))
    else this.#drop()
    this.#canvas.style.display = isWanted && this.#drawn !== null ? 'block' : 'none'
  }

  close(): void {
    this.#drop()
    this.#replace(null)
  }

  #keepUp(now: Now, isNeeded: boolean): void {
    this.#latest = now
    this.#patch(now)
    if (this.#next !== null && !this.#isWanted(this.#next.plan, now)) this.#drop()
    if (isNeeded && !this.#stillGood(now)) {
      if (this.#next !== null && !contains(this.#next.plan.region, now.view)) this.#drop()
      if (this.#next === null) this.#begin(now, SHORT)
      this.#goOn(Infinity)
    } else {
      if (!isNeeded && !this.#stillGood(now)) this.#replace(null)
      if (this.#next === null && this.#isBehind(now)) this.#begin(now, stretchFor(now.scene.blocks.length))
      else this.#goOn(now.isResting ? SHARE_AT_REST : SHARE)
      if (this.#next !== null) this.#goOnLater()
    }
    this.#canvas.style.imageRendering = this.#drawn?.zoom === now.layer.z ? 'pixelated' : 'auto'
  }

  /** Whether it shows all that there is to be seen, but for its size. */
  #serves(drawn: Drawn, now: Now): boolean {
    return drawn.scene.content === now.scene.content && this.#servesBut(drawn, now)
  }

  /** The same, but for what has changed on the map since. */
  #servesBut({ scene, colours, screen }: Drawn, now: Now): boolean {
    if (colours !== now.colours || screen.some((side, at) => side !== now.screen[at])) return false
    return scene === now.scene || isWithinScene(scene, now.scene)
  }

  #isExact({ scene, zoom }: Drawn, now: Now): boolean {
    return zoom === now.layer.z && scene.lod === now.scene.lod && scene.all === now.scene.all
  }

  /** Of a picture that is being drawn. Words that have changed meanwhile are drawn anew when it is there. */
  #isWanted(plan: Drawn, now: Now): boolean {
    if (!this.#servesBut(plan, now) || (now.isResting && !this.#isExact(plan, now))) return false
    if (plan.scene.content === now.scene.content) return true
    return changesBetween(plan.scene.content, now.scene.content)?.moved.size === 0
  }

  /** Draws anew what has changed of what is there, if that is little. */
  #patch(now: Now): void {
    const drawn = this.#drawn
    if (drawn === null || drawn.scene.content === now.scene.content || drawn.colours !== now.colours) return
    if (!drawn.scene.all && (now.scene.all || drawn.scene.losses !== now.scene.losses)) return
    const pen = this.#canvas.getContext('2d')
    const changes = changesBetween(drawn.scene.content, now.scene.content)
    if (pen === null || changes === null) return
    const { region, look, zoom } = drawn
    const scene = { ...withAll(now.scene, drawn.scene.all), lod: drawn.scene.lod }
    const within = partsToRedraw(changes, scene.content, this.#links, zoom)
    const means = { editor: this.#editor, links: this.#links, region, look, within }
    const whole = within.length === 0 ? drawn.whole : redraw(pen, scene, means)
    this.#drawn = { ...drawn, scene, whole }
  }

  #stillGood(now: Now): boolean {
    const drawn = this.#drawn
    if (drawn === null || !this.#serves(drawn, now)) return false
    const { z } = now.layer
    const stretch = Math.max(z / drawn.zoom, drawn.zoom / z)
    return stretch <= MOST && (drawn.whole || contains(drawn.region, now.view))
  }

  /** Whether a zoom has gone beyond what is drawn, or come to rest elsewhere. */
  #isBehind(now: Now): boolean {
    if (this.#drawn === null) return true
    if (now.isResting) return !this.#isExact(this.#drawn, now)
    const { z } = now.layer
    if (this.#before === null) return false
    if (zoomsFrom(this.#editor).get() === null)
      return !this.#drawn.whole && leavesSoon(this.#drawn.region, this.#before, now.view)
    return this.#isNearer(now) ? z / this.#drawn.zoom > BEGIN.nearer : this.#drawn.zoom / z > BEGIN.back
  }

  #isNearer({ view }: Now): boolean {
    return this.#before !== null && this.#before.maxX - this.#before.minX > view.maxX - view.minX
  }

  /** With a movement begins the picture that stands for elements, so that it is there when they go or do not come. */
  #isSoonFar({ scene, isResting }: Now): boolean {
    return scene.all && !isResting && (!scene.lod.footers || zoomsFrom(this.#editor).get() !== null)
  }

  #begin({ scene, colours, layer, isResting, view, screen }: Now, stretch: number): void {
    const ratio = screen[2]
    const from = isResting ? null : this.#before
    const frame = frameFor({ layer, view, screen, stretch, from, drawn: this.#drawn?.view ?? null })
    const pen = this.#cleanSheet(frame, ratio)
    if (pen === null) return
    const { level, near, signs } = scene.lod
    const { region, zoom } = frame
    const look: FarLook = {
      colours,
      type: this.#type,
      plates: level === 2,
      near,
      signs,
      zoom,
      ratio,
      stamps: new FarStamps(ratio),
    }
    prepare(pen, look)
    const work = drawScene(pen, scene, { region, look, editor: this.#editor, links: this.#links })
    this.#next = { plan: { ...frame, scene, colours, screen, view, look }, work, whole: null }
  }

  /** When nothing moves, nobody asks for it. */
  #goOnLater(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null
      if (this.#next === null) return
      this.#goOn(restOf(this.#editor).get() ? SHARE_AT_REST : SHARE)
      if (this.#next !== null) this.#goOnLater()
    })
  }

  /** Draws on for so many milliseconds. Handing a picture over takes as long again, so it has a frame to itself. */
  #goOn(share: number): void {
    // Once a frame, whoever asks.
    const frame = document.timeline.currentTime
    if (this.#next === null || (share !== Infinity && frame === this.#workedAt)) return
    this.#workedAt = frame
    const { work } = this.#next
    const start = performance.now()
    while (this.#next.whole === null && performance.now() - start < share) {
      const step = work.next()
      if (step.done === true) this.#next.whole = step.value
    }
    if (this.#next.whole === null || performance.now() - start > share / 4) return
    const { plan, whole } = this.#next
    this.#handOver(plan, whole)
    this.#drop()
  }

  /** Unless the camera has left it meanwhile. */
  #handOver(plan: Drawn, whole: boolean): void {
    if (!whole && this.#view !== null && !contains(plan.region, this.#view)) return
    const canvas = this.#canvas
    if (canvas.width !== this.#sheet.width) canvas.width = this.#sheet.width
    if (canvas.height !== this.#sheet.height) canvas.height = this.#sheet.height
    const pen = canvas.getContext('2d')
    if (pen === null) return
    pen.globalCompositeOperation = 'copy'
    pen.drawImage(this.#sheet, 0, 0)
    pen.globalCompositeOperation = 'source-over'
    this.#place(plan)
    this.#replace({ ...plan, whole })
    canvas.style.display = 'block'
    if (this.#latest !== null) this.#patch(this.#latest)
  }

  #replace(drawn: Shown | null): void {
    this.#drawn?.look.stamps.close()
    this.#drawn = drawn
  }

  #drop(): void {
    if (this.#next?.plan.look !== this.#drawn?.look) this.#next?.plan.look.stamps.close()
    this.#next = null
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#frame = null
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
