import type { Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from 'y-prosemirror'

/** Whether an editor's transaction brings what the shared text says, rather than what this person did. */
export function isFromShared(transaction: Transaction): boolean {
  const change = transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined
  return change?.isChangeOrigin === true
}
