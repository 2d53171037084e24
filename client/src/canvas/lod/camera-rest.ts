/**
 * Whether the camera rests, and from where it zooms. tldraw's own answer counts milliseconds, of which one slow frame has enough: in the middle of
 * a zoom everything was then drawn as it is at rest, which made the next frame slow.
 */
import { atom, react, transact, type Atom, type Editor } from 'tldraw'

/** It rests when it has stood still for so long and for so many frames. */
const REST_MS = 100
const REST_FRAMES = 4

interface Movement {
  readonly rests: Atom<boolean>
  readonly zoomsFrom: Atom<number | null>
}

const movements = new WeakMap<Editor, Movement>()

function movementOf(editor: Editor): Movement {
  const known = movements.get(editor)
  if (known !== undefined) return known
  const made = { rests: atom('the camera rests', true), zoomsFrom: atom<number | null>('zooms from', null) }
  movements.set(editor, made)
  return made
}

export const restOf = (editor: Editor): Atom<boolean> => movementOf(editor).rests

/** How near one was before the zoom that is under way; null while there is none. */
export const zoomsFrom = (editor: Editor): Atom<number | null> => movementOf(editor).zoomsFrom

/** Begin it once the camera is where it starts from. Returns what ends it. */
export function watchRest(editor: Editor): () => void {
  const { rests, zoomsFrom: from } = movementOf(editor)
  let camera = editor.getCamera()
  let frames = 0
  let since = 0
  const count = (): void => {
    frames += 1
    if (frames < REST_FRAMES || performance.now() - since < REST_MS) return
    end()
  }
  const end = (): void => {
    editor.off('tick', count)
    transact(() => {
      rests.set(true)
      from.set(null)
    })
  }
  const stop = react('the camera moves', () => {
    const now = editor.getCamera()
    if (now === camera) return
    if (now.z !== camera.z && from.__unsafe__getWithoutCapture() === null) from.set(camera.z)
    camera = now
    frames = 0
    since = performance.now()
    if (!rests.__unsafe__getWithoutCapture()) return
    rests.set(false)
    editor.on('tick', count)
  })
  return () => {
    stop()
    end()
  }
}
