/** A picture of any kind that this browser shows, as a logo that every format can hold: a PNG, or a JPEG where that is smaller. */
import { LIMITS } from '@throughline/shared/schema'

/** Pixels of the longer side: sharp on paper in the place that a logo has. */
const LONGEST = 1_200

export interface MadeLogo {
  readonly bytes: Blob
  readonly width: number
  readonly height: number
}

/** Null when this browser cannot show it. A drawing (SVG) is painted here, so that no program in it goes anywhere. */
export async function makeLogo(file: File): Promise<MadeLogo | null> {
  const image = await openImage(file)
  if (image === null) return null
  // A drawing without a size of its own has one that the browser gives it.
  const [wide, high] = [image.naturalWidth || LONGEST, image.naturalHeight || LONGEST]
  // A drawing is as sharp as it is painted; a picture is never made larger.
  const most = LONGEST / Math.max(wide, high)
  const scale = file.type === 'image/svg+xml' ? most : Math.min(1, most)
  const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))]
  const png = await paint(image, width, height, 'image/png')
  const bytes = png !== null && png.size <= LIMITS.logoBytes ? png : await paint(image, width, height, 'image/jpeg')
  return bytes === null ? null : { bytes, width, height }
}

async function openImage(file: File): Promise<HTMLImageElement | null> {
  const address = URL.createObjectURL(file)
  const image = new Image()
  image.src = address
  try {
    await image.decode()
    return image
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}

function paint(image: HTMLImageElement, width: number, height: number, type: string): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (pen === null) return Promise.resolve(null)
  if (type === 'image/jpeg') {
    // A JPEG has no clear places: they are paper.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, height)
  }
  pen.drawImage(image, 0, 0, width, height)
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.9))
}
