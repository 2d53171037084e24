/**
 * What people drop or paste from outside. Words become words; nothing that would be fetched from elsewhere, or that the
 * map has no place for, comes in: a pasted address is text, not a preview.
 */
import type { Editor } from 'tldraw'
import type { MapSession } from '../session/map-session.ts'
import { NO_FILES, NO_PICTURES } from '../text/canvas.ts'

export function takeOutsideContent(editor: Editor, session: MapSession): void {
  const refuse = async (says: string) => session.say(says)
  editor.registerExternalContentHandler('files', async ({ files }) =>
    refuse(files.every(({ type }) => /^(?:image|video)\//.test(type)) ? NO_PICTURES : NO_FILES),
  )
  editor.registerExternalContentHandler('file-replace', () => refuse(NO_PICTURES))
  editor.registerExternalContentHandler('svg-text', () => refuse(NO_PICTURES))
  editor.registerExternalContentHandler('embed', () => refuse(NO_PICTURES))
  editor.registerExternalContentHandler('excalidraw', () => refuse(NO_PICTURES))
  editor.registerExternalContentHandler('url', ({ url, point, sources }) =>
    editor.putExternalContent({ type: 'text', text: url, ...(point && { point }), ...(sources && { sources }) }),
  )
  for (const type of ['file', 'url'] as const) editor.registerExternalAssetHandler(type, null)
}
