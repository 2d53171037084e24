/**
 * Ready-made pictures of cards without their words, for one drawing: most cards of a map are alike but for those, and a
 * picture is put down in a tenth of the time that an edge, its dashes and a sign take.
 */
import { drawBlank, OUTSIDE, type FarBlank, type Pen } from './far-blank.ts'

/** More kinds, sizes and states than that are drawn each by itself. */
const MOST = 400
/** Screen pixels of a card: larger ones are few on a screen, and pictures of them large. */
const LARGEST = 20_000

export class FarStamps {
  readonly #ratio: number
  readonly #made = new Map<string, ImageBitmap>()

  /** `ratio`: device pixels of a screen pixel. */
  constructor(ratio: number) {
    this.#ratio = ratio
  }

  /** The pen stands at the card's top left corner, in screen pixels and on a whole device pixel. */
  put(pen: Pen, blank: FarBlank): void {
    const stamp = this.#stamp(blank)
    if (stamp === null) drawBlank(pen, blank, this.#ratio)
    else pen.drawImage(stamp, -OUTSIDE, -OUTSIDE, stamp.width / this.#ratio, stamp.height / this.#ratio)
  }

  #stamp(blank: FarBlank): ImageBitmap | null {
    const { kind, status, onLine, writer, w, h } = blank
    const key = `${kind} ${status} ${onLine} ${writer} ${w} ${h}`
    const known = this.#made.get(key)
    if (known !== undefined) return known
    if (this.#made.size >= MOST || w * h > LARGEST) return null
    const made = this.#make(blank)
    if (made !== null) this.#made.set(key, made)
    return made
  }

  #make(blank: FarBlank): ImageBitmap | null {
    const side = (length: number) => Math.ceil((length + 2 * OUTSIDE) * this.#ratio)
    const canvas = new OffscreenCanvas(side(blank.w), side(blank.h))
    const pen = canvas.getContext('2d')
    if (pen === null) return null
    pen.scale(this.#ratio, this.#ratio)
    pen.translate(OUTSIDE, OUTSIDE)
    drawBlank(pen, blank, this.#ratio)
    return canvas.transferToImageBitmap()
  }

  /** When the drawing is done. */
  close(): void {
    for (const picture of this.#made.values()) picture.close()
    this.#made.clear()
  }
}
