/** One picture of a scene of far cards, drawn step by step, so that it may take several frames. */
import type { Editor } from 'tldraw'
import { drawFarCard, prepare, type FarLook } from './draw-far-card.ts'
import type { Pen } from './far-blank.ts'
import { contains, meets, type Rect } from './far-frame.ts'
import { drawFarLink, scaleOfMarks, TONES, type FarLinks } from './far-links.ts'
import { farCard, type FarScene } from './far-scene.ts'

/** Cards and links looked at, and drawn if they lie in the region, between two looks at the clock. */
const A_STEP = 25

export interface Means {
  readonly editor: Editor
  readonly links: FarLinks
  readonly look: FarLook
  /** In page units: what lies on the sheet. */
  readonly region: Rect
  /** Only what meets one of these is drawn; all of it where there are none. */
  readonly within?: readonly Rect[]
}

const isToDraw = (box: Rect, { region, within }: Means): boolean =>
  meets(region, box) && (within === undefined || within.some((part) => meets(part, box)))

type Work = Generator<undefined, boolean>

/** Answers whether there is nothing of the scene outside the region. The sheet is clean, and the pen prepared. */
export function* drawScene(pen: Pen, scene: FarScene, means: Means): Work {
  const linksInside = yield* drawLinks(pen, scene, means)
  const cardsInside = yield* drawCards(pen, scene, means)
  return linksInside && cardsInside
}

/** Draws the parts anew that lie `within`, on a picture of the same region. Answers as `drawScene` does. */
export function redraw(pen: Pen, scene: FarScene, means: Means & { readonly within: readonly Rect[] }): boolean {
  const { region, look, within } = means
  const scale = look.zoom * look.ratio
  pen.save()
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.beginPath()
  for (const { minX, minY, maxX, maxY } of within) {
    // In whole pixels, so that no edge shows.
    const [left, top] = [Math.floor((minX - region.minX) * scale), Math.floor((minY - region.minY) * scale)]
    const [right, bottom] = [Math.ceil((maxX - region.minX) * scale), Math.ceil((maxY - region.minY) * scale)]
    pen.rect(left, top, right - left, bottom - top)
  }
  pen.clip()
  pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height)
  prepare(pen, look)
  const work = drawScene(pen, scene, means)
  let step = work.next()
  while (step.done !== true) step = work.next()
  pen.restore()
  return step.value
}

function* drawLinks(pen: Pen, { links, content, lod }: FarScene, means: Means): Work {
  const { region, look } = means
  const { zoom, ratio, colours } = look
  means.links.refresh(content.all)
  const byTone = Map.groupBy(links, content.toneOf)
  const scale = zoom * ratio
  pen.setTransform(scale, 0, 0, scale, -region.minX * scale, -region.minY * scale)
  let whole = true
  let looked = 0
  for (const tone of TONES)
    for (const link of byTone.get(tone) ?? []) {
      if (++looked % A_STEP === 0) yield
      const box = means.links.boxOf(link)
      if (box === null) continue
      if (!contains(region, box)) whole = false
      if (!isToDraw(box, means)) continue
      const drawn = means.links.drawn(link, scaleOfMarks(link.props.relation, lod.level, zoom))
      if (drawn !== null) drawFarLink(pen, drawn, { tone, colours, zoom })
    }
  return whole
}

function* drawCards(pen: Pen, scene: FarScene, means: Means): Work {
  const { editor, look, region } = means
  const page = editor.getCurrentPageId()
  const { zoom, ratio } = look
  let whole = true
  let looked = 0
  for (const shape of scene.blocks) {
    if (++looked % A_STEP === 0) yield
    // Most lie on the page itself; only tldraw knows where others are.
    const place = shape.parentId === page ? null : editor.getShapePageTransform(shape)
    const [x, y] = place === null ? [shape.x, shape.y] : [place.e, place.f]
    const card = { minX: x, minY: y, maxX: x + shape.props.w, maxY: y + shape.props.h }
    if (!contains(region, card)) whole = false
    if (!isToDraw(card, means)) continue
    const far = farCard(shape, scene.content)
    if (far === null) continue
    const [left, top] = [Math.round((x - region.minX) * zoom * ratio), Math.round((y - region.minY) * zoom * ratio)]
    const { a, b, c, d } = place ?? { a: 1, b: 0, c: 0, d: 1 }
    pen.setTransform(a * ratio, b * ratio, c * ratio, d * ratio, left, top)
    drawFarCard(pen, far, look)
  }
  return whole
}
