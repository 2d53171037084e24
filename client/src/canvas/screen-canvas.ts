/** A canvas as large as the screen inside a layer that tldraw moves with the camera: set back by as much as that is moved. */
import { modulate, toDomPrecision, type Editor } from 'tldraw'

export interface Layer {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** Where tldraw moves the layer of shapes to: at the camera, but for a hair that sets lines on whole pixels. */
export function layerOf(editor: Editor): Layer {
  const { x, y, z } = editor.getCamera()
  const hair = z >= 1 ? modulate(z, [1, 8], [0.125, 0.5], true) : modulate(z, [0.1, 1], [-2, 0.125], true)
  return { x: toDomPrecision(x + hair), y: toDomPrecision(y + hair), z: toDomPrecision(z) }
}

export function placeOnScreen(canvas: HTMLCanvasElement, editor: Editor, ratio: number, { x, y, z }: Layer): void {
  const { w, h } = editor.getViewportScreenBounds()
  const [width, height] = [Math.ceil(w * ratio), Math.ceil(h * ratio)]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  canvas.style.width = `${width / ratio}px`
  canvas.style.height = `${height / ratio}px`
  canvas.style.transform = `translate(${-x}px, ${-y}px) scale(${1 / z})`
}
