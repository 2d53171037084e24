/** Pointers and name tags as ready-made pictures: two hundred of them are then two hundred stamps a frame. */

export interface Stamp {
  readonly picture: HTMLCanvasElement
  /** Where its top left corner is from the place itself, and its size, in screen pixels. */
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Its corners, from its tip. */
const ARROW: readonly (readonly [x: number, y: number])[] = [
  [0, 0],
  [0, 17],
  [4.6, 12.9],
  [7.6, 19.6],
  [10.6, 18.3],
  [7.6, 11.8],
  [13.6, 11.8],
]
/** Half of the line around the arrow lies outside. */
const EDGE = 1
const FONT_PX = 13
const TAG = { x: 12, y: 20, height: 22, pad: 6, most: 200, radius: 2 }
/** People come and go; a page that is open all day forgets who left. */
const MOST_KEPT = 1_000

export interface StampLook {
  /** The eight presence colours, the page, and the typeface of the interface. */
  readonly people: readonly string[]
  readonly paper: string
  readonly sans: string
  /** Device pixels of a screen pixel. */
  readonly ratio: number
}

export class Stamps {
  readonly #look: StampLook
  readonly #kept = new Map<string, Stamp>()

  constructor(look: StampLook) {
    this.#look = look
  }

  arrow(color: number): Stamp {
    return this.#keep(`${color}`, () =>
      this.#make(-EDGE, -EDGE, 16, 22, (pen) => {
        pen.beginPath()
        for (const [x, y] of ARROW) pen.lineTo(x, y)
        pen.closePath()
        pen.fillStyle = this.#look.people[color] ?? ''
        pen.strokeStyle = this.#look.paper
        pen.lineWidth = 1.5
        pen.fill()
        pen.stroke()
      }),
    )
  }

  name(color: number, name: string): Stamp {
    return this.#keep(`${color} ${name}`, () => this.#makeName(color, name))
  }

  #makeName(color: number, name: string): Stamp {
    const font = `600 ${FONT_PX}px ${this.#look.sans}`
    const measure = document.createElement('canvas').getContext('2d')
    if (measure !== null) measure.font = font
    const width = (text: string) => measure?.measureText(text).width ?? 0
    const room = TAG.most - 2 * TAG.pad
    let shown = name
    for (let length = name.length; width(shown) > room && length > 0; length -= 1)
      shown = `${name.slice(0, length - 1).trimEnd()}…`
    const w = Math.ceil(width(shown)) + 2 * TAG.pad
    return this.#make(TAG.x, TAG.y, w, TAG.height, (pen) => {
      pen.translate(TAG.x, TAG.y)
      pen.fillStyle = this.#look.people[color] ?? ''
      pen.beginPath()
      pen.roundRect(0, 0, w, TAG.height, TAG.radius)
      pen.fill()
      pen.font = font
      pen.textBaseline = 'middle'
      pen.textAlign = 'center'
      pen.fillStyle = this.#look.paper
      pen.fillText(shown, w / 2, TAG.height / 2 + 0.5)
    })
  }

  #keep(key: string, make: () => Stamp): Stamp {
    const known = this.#kept.get(key)
    if (known !== undefined) return known
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear()
    const made = make()
    this.#kept.set(key, made)
    return made
  }

  #make(x: number, y: number, w: number, h: number, draw: (pen: CanvasRenderingContext2D) => void): Stamp {
    const picture = document.createElement('canvas')
    picture.width = Math.ceil(w * this.#look.ratio)
    picture.height = Math.ceil(h * this.#look.ratio)
    const pen = picture.getContext('2d')
    if (pen !== null) {
      pen.scale(this.#look.ratio, this.#look.ratio)
      pen.translate(-x, -y)
      draw(pen)
    }
    return { picture, x, y, w, h }
  }
}
