/**
 * One text of a block while somebody writes in it: a statement, a detail or a telling, with everybody else's words and
 * carets as they come. It takes its typography from `className`, so that words stand where they stood before.
 *
 * Mounted only while it is written in, at most one at a time for a text; everyone else renders plain words.
 *
 * - **TF1** What others write in it never moves this person's caret, and undo takes back only this person's own.
 * - **TF2** Opening it loses nobody's words: a text that no editor here can hold is shown read-only, with "Repair".
 * - **TF3** No key, click or clipboard event leaves it, so what is typed is never taken for a command of the canvas.
 */
import { fitsSchema, textFragment, type TextName } from '@throughline/shared/doc'
import type { BlockId } from '@throughline/shared/schema'
import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { useCanWrite, useSession } from '../session/hooks.ts'
import { LiveText } from './LiveText.tsx'
import { UnfitText } from './UnfitText.tsx'
import './writing.css'

/** Enter ends a statement or telling; Ctrl+Enter or Cmd+Enter any text. `blur`: the focus has gone elsewhere. */
export type Leaving = 'enter' | 'escape' | 'blur'

export interface TextFieldProps {
  readonly blockId: BlockId
  readonly name: TextName
  /** Its accessible name; `Statement` for a statement on the canvas. */
  readonly label: string
  readonly className?: string
  /** What stands there while nothing is written. */
  readonly placeholder?: string
  /** The id of the element that says what belongs here. */
  readonly guidedBy?: string
  /** Takes the focus when it appears, with the caret at the end or at `placeCaretAt`. True when absent. */
  readonly autoFocus?: boolean
  /** Where the person clicked, in client coordinates. */
  readonly placeCaretAt?: { readonly x: number; readonly y: number } | null
  readonly onLeave?: (how: Leaving) => void
  /** Takes the Tab key away from the page; without it Tab moves the focus as everywhere. */
  readonly onTab?: (backwards: boolean) => void
  /** The height of the words may have changed. */
  readonly onResize?: () => void
}

export function TextField(props: TextFieldProps) {
  const session = useSession()
  const canWrite = useCanWrite()
  const fragment = textFragment(session.mapDoc, props.blockId, props.name)
  const fits = useFits(fragment)
  return fragment !== null && fits && canWrite ? (
    <LiveText key={`${props.blockId} ${props.name}`} {...props} fragment={fragment} />
  ) : (
    <UnfitText {...props} fragment={fragment} />
  )
}

function useFits(fragment: Y.XmlFragment | null): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      fragment?.observeDeep(changed)
      return () => fragment?.unobserveDeep(changed)
    },
    [fragment],
  )
  return useSyncExternalStore(subscribe, () => fragment !== null && fitsSchema(fragment))
}
