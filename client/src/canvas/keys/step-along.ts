/** One step along the argument, from card to card. */
import type { BlockId } from '@throughline/shared/schema'
import type { Editor } from 'tldraw'
import { sessionOf } from '../session-of.ts'
import { argumentOrder } from './argument-order.ts'

/** The block after (or before) this one, or the first (last) one after null; null at the end. */
export function stepAlong(editor: Editor, from: BlockId | null, backwards: boolean): BlockId | null {
  const session = sessionOf(editor)
  if (session === undefined) return null
  const order = argumentOrder(session.getSnapshot().map)
  const at = from === null ? (backwards ? order.length : -1) : order.indexOf(from)
  return order[at + (backwards ? -1 : 1)] ?? null
}
