/**
 * What people drop or paste from outside. Words become words, pictures go to the server; nothing that would be fetched
 * from elsewhere, or that the map has no place for, comes in: a pasted address is text, not a preview.
 */
import type { Editor } from 'tldraw'
import type { MapSession } from '../session/map-session.ts'
import { NO_FILES } from '../text/canvas.ts'
import { NO_FILMS, NO_SVG } from '../text/pictures.ts'
import { isMedium, placePictures } from './pictures/place-pictures.ts'

export function takeOutsideContent(editor: Editor, session: MapSession): void {
  const refuse = async (says: string) => session.say(says)
  editor.registerExternalContentHandler('files', async ({ files, point }) => {
    const media = files.filter(isMedium)
    if (media.length === 0) session.say(NO_FILES)
    else await placePictures(editor, session, media, point)
  })
  editor.registerExternalContentHandler('file-replace', () => refuse(NO_FILMS))
  editor.registerExternalContentHandler('svg-text', () => refuse(NO_SVG))
  editor.registerExternalContentHandler('embed', () => refuse(NO_FILMS))
  editor.registerExternalContentHandler('excalidraw', () => refuse(NO_FILES))
  editor.registerExternalContentHandler('url', ({ url, point, sources }) =>
    editor.putExternalContent({ type: 'text', text: url, ...(point && { point }), ...(sources && { sources }) }),
  )
  for (const type of ['file', 'url'] as const) editor.registerExternalAssetHandler(type, null)
}
