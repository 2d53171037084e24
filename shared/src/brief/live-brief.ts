/**
 * The address of the brief as it is now, as a printed copy carries it. It names the state that the copy shows, so that
 * the page behind it can say what has changed since. It carries no key: paper goes from hand to hand.
 */
import type { Wording } from './formats.ts'
import type { BlockId, EpochMs, MapId } from '../schema/index.ts'

/** Of what a copy is: its state, and what part of the map it shows. */
export interface PrintedCopy {
  readonly asOf: EpochMs
  readonly audience?: BlockId | undefined
  readonly lens?: string | undefined
  readonly wording?: Wording | undefined
}

/** Milliseconds, written in so many digits: eight letters, in place of thirteen. */
const RADIX = 36

export function liveAddress(origin: string, map: MapId, { asOf, audience, lens, wording }: PrintedCopy): string {
  const agreed = wording === 'agreed' && { wording }
  const what = { at: asOf.toString(RADIX), ...(audience && { audience }), ...(lens && { lens }), ...agreed }
  return `${origin}/m/${map}/brief?${new URLSearchParams(what).toString()}`
}

/** What the address of a page says of a printed copy; null for one that was not opened from paper. */
export function printedCopyOf(search: string): PrintedCopy | null {
  const query = new URLSearchParams(search)
  const at = query.get('at') ?? ''
  if (!/^[0-9a-z]{1,9}$/.test(at)) return null
  const audience = query.get('audience') ?? undefined
  return {
    asOf: Number.parseInt(at, RADIX) as EpochMs,
    audience: audience as BlockId | undefined,
    lens: query.get('lens') ?? undefined,
    wording: query.get('wording') === 'agreed' ? 'agreed' : undefined,
  }
}

/** As people read it out: without the protocol, and without what is for the page alone. */
export function sayAddress(live: string): string {
  return live.replace(/^https?:\/\//, '').replace(/\?.*$/, '')
}
