/** The size that an AVIF states: the largest of its images, so that neither a thumbnail nor a tile speaks for it. */
import type { Size } from './read-picture.ts'

interface Box {
  readonly type: string
  /** Of its content. */
  readonly from: number
  readonly to: number
}

/** More than any picture has; what goes on beyond it is no picture. */
const MOST_BOXES = 4_096

/** The boxes that lie side by side in a stretch of bytes; it stops at the first that does not fit. */
function boxesIn(bytes: Buffer, from: number, to: number): readonly Box[] {
  const boxes: Box[] = []
  let at = from
  while (at + 8 <= to && boxes.length < MOST_BOXES) {
    const stated = bytes.readUInt32BE(at)
    const isLong = stated === 1
    if (isLong && at + 16 > to) break
    const header = isLong ? 16 : 8
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : stated === 0 ? to - at : stated
    if (size < header || at + size > to) break
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), from: at + header, to: at + size })
    at += size
  }
  return boxes
}

function isAvif(bytes: Buffer, { type, from, to }: Box): boolean {
  if (type !== 'ftyp') return false
  const brands = [from, ...Array.from({ length: Math.min(64, (to - from - 8) >> 2) }, (_, n) => from + 8 + n * 4)]
  return brands.some((at) => /^avi[fs]$/.test(bytes.toString('latin1', at, at + 4)))
}

/** What lies in `meta/iprp/ipco/ispe`. */
function statedSizes(bytes: Buffer, top: readonly Box[]): readonly Size[] {
  const inside = (boxes: readonly Box[], type: string, skip = 0) =>
    boxes.filter((box) => box.type === type).flatMap(({ from, to }) => boxesIn(bytes, from + skip, to))
  // `meta` begins with four bytes of version and flags.
  return inside(inside(inside(top, 'meta', 4), 'iprp'), 'ipco')
    .filter(({ type, from, to }) => type === 'ispe' && to - from >= 12)
    .map(({ from }) => ({ width: bytes.readUInt32BE(from + 4), height: bytes.readUInt32BE(from + 8) }))
}

export function sizeOfAvif(bytes: Buffer): Size | null {
  const top = boxesIn(bytes, 0, bytes.length)
  const [first] = top
  if (first === undefined || !isAvif(bytes, first)) return null
  let largest: Size | null = null
  for (const size of statedSizes(bytes, top))
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size
  return largest
}
