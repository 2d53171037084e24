/**
 * Keeps what happens in a text inside it. React's own `stopPropagation` is too late for the canvas, which listens
 * natively on the elements around; so this listens natively too, one element above the editor.
 */

/** Not `pointermove` and `wheel`: one may be seen to point and move the map while writing. */
const POINTING = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'dblclick'] as const

const WRITING = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'click',
  'auxclick',
  'contextmenu',
  'dragstart',
  'copy',
  'cut',
  'paste',
] as const

const stop = (event: Event): void => event.stopPropagation()

function keep(element: HTMLElement, types: readonly string[]): () => void {
  for (const type of types) element.addEventListener(type, stop)
  return () => {
    for (const type of types) element.removeEventListener(type, stop)
  }
}

/** For an editor. Call what it returns to let go. */
export function keepEvents(element: HTMLElement): () => void {
  return keep(element, [...POINTING, ...WRITING])
}

/** For buttons on the canvas: clicks go on, since React hears of them at the root of the page alone. */
export function keepPointing(element: HTMLElement): () => void {
  return keep(element, POINTING)
}
