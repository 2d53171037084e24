/**
 * Pictures that people drop, paste or choose: sent to the server first, then put on the map as one gesture. The map holds
 * their addresses and never their bytes.
 */
import { asAppError } from '@throughline/shared/errors'
import { LIMITS } from '@throughline/shared/schema'
import { createShapeId, type Box, type Editor, type TLShapePartial, type VecLike } from 'tldraw'
import { sendPicture } from '../../api/assets.ts'
import type { MapSession } from '../../session/map-session.ts'
import { whyReadOnly } from '../../text/canvas.ts'
import {
  NO_FILMS,
  NO_SVG,
  PICTURE_TOO_LARGE,
  PICTURE_UNREADABLE,
  pictureRefusal,
  picturesPlaced,
  sendingPictures,
} from '../../text/pictures.ts'
import { isLinkShape } from '../shape-types.ts'
import { freeMiddle } from './free-middle.ts'
import { assetOf, readPictureFields, type Picture } from './picture.ts'

/** Page units: the longer side of a picture just placed, beside cards of 280. */
const PLACED_SIDE = 480
const GAP = 20

export const isMedium = ({ type }: File) => /^(?:image|video|audio)\//.test(type)

interface Sent extends Picture {
  readonly name: string
}

/** A sentence why not, or null. */
function refusalOf({ type, size }: File): string | null {
  if (!type.startsWith('image/')) return NO_FILMS
  if (type === 'image/svg+xml') return NO_SVG
  return size > LIMITS.pictureBytes ? PICTURE_TOO_LARGE : null
}

/** Pixels as shown, turned as the camera noted; null when this browser cannot show it. */
async function sizeOf(file: Blob): Promise<{ readonly w: number; readonly h: number } | null> {
  try {
    const bitmap = await createImageBitmap(file)
    const size = { w: bitmap.width, h: bitmap.height }
    bitmap.close()
    return size
  } catch {
    return null
  }
}

/** Gives the picture, or a sentence why there is none. */
async function send(session: MapSession, file: File): Promise<Sent | string> {
  const refused = refusalOf(file)
  if (refused !== null) return refused
  const size = await sizeOf(file)
  if (size === null) return PICTURE_UNREADABLE
  try {
    const { url } = await sendPicture(session.mapId, file)
    return { src: url, ...size, name: file.name.replace(/\.\w+$/, '') }
  } catch (error) {
    return pictureRefusal(asAppError(error))
  }
}

/** Side by side, their common middle at the point, or where there is room on the screen. */
function shapesFor(editor: Editor, pictures: readonly Sent[], at: VecLike | undefined): TLShapePartial[] {
  const sized = pictures.map((picture) => {
    const scale = Math.min(1, PLACED_SIDE / Math.max(picture.w, picture.h))
    return { picture, w: Math.max(1, picture.w * scale), h: Math.max(1, picture.h * scale) }
  })
  const width = sized.reduce((sum, { w }) => sum + w + GAP, -GAP)
  const height = Math.max(0, ...sized.map(({ h }) => h))
  const point = at ?? freeMiddle(editor.getViewportPageBounds(), { w: width, h: height }, shapeBoxes(editor))
  let x = point.x - width / 2
  return sized.map(({ picture, w, h }) => {
    const shape = {
      id: createShapeId(),
      type: 'image',
      x,
      y: point.y - h / 2,
      props: readPictureFields({ w, h, altText: picture.name }, picture),
    }
    x += w + GAP
    return shape
  })
}

function shapeBoxes(editor: Editor): readonly Box[] {
  // A link is in nobody's way: its box is, but not the line.
  const shapes = editor.getCurrentPageShapes().filter((shape) => !isLinkShape(shape))
  return shapes.map((shape) => editor.getShapePageBounds(shape)).filter((box) => box !== undefined)
}

/** Nothing of it is anybody's gesture until all of them are at the server: then it is one, with one undo. */
export async function placePictures(
  editor: Editor,
  session: MapSession,
  files: readonly File[],
  at?: VecLike,
): Promise<void> {
  if (!session.canWrite) return session.say(whyReadOnly(session.getSnapshot()))
  if (files.some((file) => refusalOf(file) === null)) session.say(sendingPictures(files.length))
  const answers: (Sent | string)[] = []
  for (const file of files) answers.push(await send(session, file))
  if (editor.isDisposed) return
  const sent = answers.filter((answer) => typeof answer !== 'string')
  const shapes = shapesFor(editor, sent, at)
  if (shapes.length > 0)
    editor.run(() => {
      editor.createAssets(sent.map(assetOf))
      editor.createShapes(shapes)
      editor.setCurrentTool('select')
      editor.setSelectedShapes(shapes.map(({ id }) => id))
    })
  session.say(answers.find((answer) => typeof answer === 'string') ?? picturesPlaced(sent.length))
}

/** What the Image tool opens: the system's own chooser. */
export function choosePictures(onChosen: (files: readonly File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = 'image/png,image/jpeg,image/gif,image/webp,image/avif'
  input.addEventListener('change', () => onChosen([...(input.files ?? [])]))
  input.click()
}
