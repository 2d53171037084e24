/**
 * Which session an editor shows. Tools and shape utils are made by tldraw and know nothing but their editor; React
 * has the context instead, except in exports, which tldraw renders in a tree of their own.
 */
import type { Editor } from 'tldraw'
import type { MapSession } from '../session/map-session.ts'

const SESSIONS = new WeakMap<Editor, MapSession>()

export function tieSession(editor: Editor, session: MapSession): void {
  SESSIONS.set(editor, session)
}

/** Undefined before the canvas has mounted. */
export const sessionOf = (editor: Editor): MapSession | undefined => SESSIONS.get(editor)
