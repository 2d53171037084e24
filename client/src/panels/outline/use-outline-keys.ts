/** Going through the outline by keyboard, and acting on the line that has the focus. */
import type { OutlineLine } from '@throughline/shared/outline'
import { useCallback, type KeyboardEvent, type RefObject } from 'react'
import { useSession } from '../../session/hooks.ts'
import { changePlaces, hangUnder, letGo, type OutlineActs } from './acts.ts'
import { entryKey, isForReaders, type EntryKey } from './entry-keys.ts'

export function focusLine(list: HTMLElement | null, key: string): boolean {
  const line = list?.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`)
  line?.focus()
  return line !== null && line !== undefined
}

function goalOf(lines: readonly OutlineLine[], at: number, to: Extract<EntryKey, { is: 'go' }>['to']): number {
  const line = lines[at]
  switch (to) {
    case 'next':
      return Math.min(at + 1, lines.length - 1)
    case 'previous':
      return Math.max(at - 1, 0)
    case 'first':
      return 0
    case 'last':
      return lines.length - 1
    case 'parent':
      return lines.findLastIndex(({ entry }, nth) => nth < at && entry.block.id === line?.parent)
    case 'child':
      return lines[at + 1]?.parent === line?.entry.block.id ? at + 1 : -1
  }
}

export interface OutlineKeysOptions {
  readonly lines: readonly OutlineLine[]
  readonly acts: OutlineActs
  readonly list: RefObject<HTMLElement | null>
  readonly onFind: () => void
}

export function useOutlineKeys({ lines, acts, list, onFind }: OutlineKeysOptions): (event: KeyboardEvent) => void {
  const session = useSession()
  return useCallback(
    (event) => {
      const key = event.target instanceof HTMLElement ? event.target.dataset['line'] : undefined
      const at = lines.findIndex((line) => line.key === key)
      const line = lines[at]
      const pressed = entryKey(event)
      if (line === undefined || pressed === null || !(acts.canWrite || isForReaders(pressed))) return
      event.preventDefault()
      event.stopPropagation()
      const { id } = line.entry.block
      switch (pressed.is) {
        case 'go': {
          const goal = lines[goalOf(lines, at, pressed.to)]
          if (goal !== undefined) focusLine(list.current, goal.key)
          return
        }
        case 'add':
          return acts.add(pressed.kind, pressed.loose ? null : id)
        case 'shift':
          return changePlaces(session, lines, line, pressed.by)
        case 'hang':
          return hangUnder(session, lines, line)
        case 'let-go':
          return letGo(session, line)
        case 'link':
          return acts.ask({ is: 'link', block: id })
        case 'move':
          return acts.ask({ is: 'move', block: id, from: line.parent })
        case 'find':
          return onFind()
        case 'comment':
          if (acts.canComment) acts.comment(id)
          return
        case 'write':
        case 'trace':
        case 'open':
        case 'remove':
          return acts[pressed.is](id)
      }
    },
    [session, lines, acts, list, onFind],
  )
}
