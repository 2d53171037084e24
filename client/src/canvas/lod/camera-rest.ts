/**
 * Whether the camera rests. tldraw's own answer counts milliseconds, of which one slow frame has enough: in the middle of
 * a zoom everything was then drawn as it is at rest, which made the next frame slow.
 */
import { atom, react, type Atom, type Editor } from 'tldraw'

/** It rests when it has stood still for so long and for so many frames. */
const REST_MS = 100
const REST_FRAMES = 4

const rests = new WeakMap<Editor, Atom<boolean>>()

export function restOf(editor: Editor): Atom<boolean> {
  const known = rests.get(editor)
  if (known !== undefined) return known
  const made = atom('the camera rests', true)
  rests.set(editor, made)
  return made
}

/** Begin it once the camera is where it starts from. Returns what ends it. */
export function watchRest(editor: Editor): () => void {
  const rest = restOf(editor)
  let camera = editor.getCamera()
  let frames = 0
  let since = 0
  const count = (): void => {
    frames += 1
    if (frames < REST_FRAMES || performance.now() - since < REST_MS) return
    editor.off('tick', count)
    rest.set(true)
  }
  const stop = react('the camera moves', () => {
    const now = editor.getCamera()
    if (now === camera) return
    camera = now
    frames = 0
    since = performance.now()
    if (!rest.__unsafe__getWithoutCapture()) return
    rest.set(false)
    editor.on('tick', count)
  })
  return () => {
    stop()
    editor.off('tick', count)
    rest.set(true)
  }
}
