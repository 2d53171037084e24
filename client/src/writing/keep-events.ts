/**
 * Keeps what happens in a text inside it. React's own `stopPropagation` is too late for the canvas, which listens
 * natively on the elements around; so this listens natively too, one element above the editor.
 */

/** Not `wheel` and `pointermove`: one may move the map and be seen to point while writing. */
const KEPT = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'dragstart',
  'copy',
  'cut',
  'paste',
] as const

const stop = (event: Event): void => event.stopPropagation()

/** Call what it returns to let go. */
export function keepEvents(element: HTMLElement): () => void {
  for (const type of KEPT) element.addEventListener(type, stop)
  return () => {
    for (const type of KEPT) element.removeEventListener(type, stop)
  }
}
