/** What is being pulled or placed right now: written by the tools, drawn by `PullPreview.tsx`. Never in the store. */
import type { BlockId, BlockKind } from '@throughline/shared/schema'
import { atom, type Atom, type Editor } from 'tldraw'
import type { Box, Point } from '../shapes/link-geometry.ts'

/** Where on a card a link is pulled out. */
export const SIDES = ['left', 'right', 'top', 'bottom'] as const
export type Side = (typeof SIDES)[number]

export type Pull =
  | { readonly is: 'nothing' }
  | {
      readonly is: 'link'
      readonly from: BlockId
      readonly side: Side
      /** Where the pointer is, in page units. */
      readonly point: Point
      /** The card it would be dropped on. */
      readonly over: BlockId | null
    }
  | { readonly is: 'card'; readonly kind: BlockKind; readonly box: Box }

export const NOTHING: Pull = { is: 'nothing' }

const pulls = new WeakMap<Editor, Atom<Pull>>()

export function pullOf(editor: Editor): Atom<Pull> {
  const known = pulls.get(editor)
  if (known !== undefined) return known
  const made = atom<Pull>('pull', NOTHING)
  pulls.set(editor, made)
  return made
}
