/**
 * Whether this browser finds the letter under the pointer where words are scaled, as cards on a zoomed map are. WebKit
 * has been known not to. Measured with a probe rather than read from the browser's name, so that it ends by itself when
 * they mend it.
 */
const LETTERS = 'mmmmmmmmmm'
const ASKED = [2, 5, 8] as const

let found: boolean | null = null

/** Measured once, at the first call: a layout of one line. False also where the browser cannot say. */
export function hitsCaretsUnderScale(): boolean {
  found ??= measure()
  return found
}

function measure(): boolean {
  const probe = document.createElement('div')
  probe.ariaHidden = 'true'
  probe.textContent = LETTERS
  probe.style.cssText =
    'position:fixed;top:0;left:0;z-index:2147483647;opacity:0;font:16px monospace;user-select:text;' +
    'transform:scale(2);transform-origin:0 0'
  document.body.append(probe)
  const words = probe.firstChild
  const hits = words !== null && ASKED.every((nth) => caretAt(gapBefore(words, nth), words) === nth)
  probe.remove()
  return hits
}

function gapBefore(words: Node, nth: number): { readonly x: number; readonly y: number } {
  const letter = document.createRange()
  letter.setStart(words, nth)
  letter.setEnd(words, nth + 1)
  const { left, top, width, height } = letter.getBoundingClientRect()
  return { x: left + width / 8, y: top + height / 2 }
}

function caretAt({ x, y }: { readonly x: number; readonly y: number }, words: Node): number | null {
  // The older name is the only one that WebKit had for long.
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y)
    return position?.offsetNode === words ? position.offset : null
  }
  const range = (document as Document).caretRangeFromPoint(x, y)
  return range?.startContainer === words ? range.startOffset : null
}
