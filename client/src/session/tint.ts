/**
 * Which of the eight presence colours somebody wears. Everybody chooses for themselves and announces it, so all windows
 * show the same; whoever finds a colour taken moves on by a rule that all follow, so two never dance around each other.
 *
 * - **TI1** A person starts from a colour of their own, the same at every visit.
 * - **TI2** Of two people in one colour the one whose name sorts later moves to the next that is free.
 * - **TI3** Two windows of one person wear one colour.
 * - **TI4** With more than eight people colours repeat, and nobody moves any more.
 */
import { PRESENCE_COLORS } from './presence.ts'

export interface Wearer {
  /** The same for two windows of one person. */
  readonly who: string
  readonly client: number
  /** Null until it is announced. */
  readonly tint: number | null
}

/** FNV-1a: short, and spreads ids that differ in one character. */
export function homeTint(who: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < who.length; at += 1) hash = Math.imul(hash ^ who.charCodeAt(at), 0x01000193)
  return (hash >>> 0) % PRESENCE_COLORS
}

export function chooseTint(me: Wearer, others: readonly Wearer[]): number {
  const firstWindow = others
    .filter(({ who, client, tint }) => who === me.who && tint !== null && (me.tint === null || client < me.client))
    .toSorted((a, b) => a.client - b.client)[0]
  const wish = firstWindow?.tint ?? me.tint ?? homeTint(me.who)
  const strangers = others.filter(({ who }) => who !== me.who)
  // Who has just come gives way to everybody who is here already.
  const givesWay = strangers.some(({ who, tint }) => tint === wish && (me.tint === null || who < me.who))
  if (!givesWay || firstWindow !== undefined) return wish
  const taken = new Set(strangers.map(({ tint }) => tint))
  const next = Array.from({ length: PRESENCE_COLORS }, (_, step) => (wish + step) % PRESENCE_COLORS)
  return next.find((tint) => !taken.has(tint)) ?? wish
}

/** A colour as stock Yjs clients expect it beside a name; ours look the index up in their own theme. */
export function colorToken(index: number): string {
  return ['#7B4BA8', '#1F7A8C', '#B4522B', '#3C6E2F', '#A83264', '#3B5BA9', '#7A5C1E', '#4A6670'][index] ?? '#7B4BA8'
}
