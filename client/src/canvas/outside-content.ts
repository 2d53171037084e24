/**
 * What people drop or paste from outside. Words become words, pictures go to the server; nothing that would be fetched
 * from elsewhere, or that the map has no place for, comes in: a pasted address is text, not a preview.
 */
import { defaultHandleExternalTextContent, type Editor } from 'tldraw'
import type { MapSession } from '../session/map-session.ts'
import { isText } from '../session/text-files.ts'
import { NO_FILES } from '../text/canvas.ts'
import { NO_FILMS, NO_SVG } from '../text/pictures.ts'
import { isMedium, placePictures } from './pictures/place-pictures.ts'

/** A single line is a word on the canvas, as anywhere; several, or a table, may be blocks. */
function isWorthLooking(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 1 || /^\s*\{[^]*"(nodes|format)"/.test(text)
}

export function takeOutsideContent(editor: Editor, session: MapSession): void {
  const refuse = async (says: string) => session.say(says)
  editor.registerExternalContentHandler('files', async ({ files, point }) => {
    const media = files.filter(isMedium)
    const text = files.find(isText)
    if (media.length === 0 && text !== undefined) session.offer({ is: 'file', file: text })
    else if (media.length === 0) session.say(NO_FILES)
    else await placePictures(editor, session, media, point)
  })
  editor.registerExternalContentHandler('text', async (content) => {
    if (isWorthLooking(content.text)) session.offer({ is: 'text', text: content.text })
    else await defaultHandleExternalTextContent(editor, content)
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
