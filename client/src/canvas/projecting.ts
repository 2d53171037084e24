/**
 * Whether the store is being filled from the document right now. Then nothing that tldraw does on its own account, such
 * as dissolving a group of one, re-stacking an arrow or untying it, is anybody's gesture.
 */
import type { Editor, TLStore } from 'tldraw'

const busy = new WeakSet<TLStore>()

export const isProjecting = (store: TLStore): boolean => busy.has(store)

/** Runs `fill` as changes from elsewhere: no history, no gesture, no consequences. */
export function project(store: TLStore, fill: () => void): void {
  busy.add(store)
  try {
    store.mergeRemoteChanges(fill)
  } finally {
    busy.delete(store)
  }
}

type Method = (...args: never[]) => unknown

/** Makes one of tldraw's own reactions wait for gestures: while projecting it does nothing. */
function quieten<Name extends string>(editor: Editor, owner: { [K in Name]?: Method | undefined }, name: Name): void {
  const original = owner[name]
  if (original === undefined) return
  owner[name] = function (this: unknown, ...args: never[]) {
    return isProjecting(editor.store) ? undefined : original.apply(owner, args)
  }
}

/**
 * tldraw repairs its own records whenever a neighbour changes, on every client at once. Here the document says what is
 * so, and only the person whose gesture it was may repair anything.
 */
export function quietenRepairs(editor: Editor): void {
  quieten(editor, editor.getShapeUtil('group'), 'onChildrenChange')
  const arrows = editor.getBindingUtil('arrow')
  for (const reaction of [
    'onAfterCreate',
    'onAfterChange',
    'onAfterChangeFromShape',
    'onAfterChangeToShape',
    'onBeforeIsolateFromShape',
  ] as const)
    quieten(editor, arrows, reaction)
}
