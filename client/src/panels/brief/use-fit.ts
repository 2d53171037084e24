/**
 * How small the type has to be for the text to stand on one page: the same range as the printed page, 1 down to 0.76.
 * Below that nothing shrinks any more and the page says that it is too long.
 */
import type { Brief, Paper } from '@throughline/shared/brief'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

const SMALLEST = 0.76
const STEPS = 5

export function useFit(brief: Brief, paper: Paper): readonly [RefObject<HTMLElement | null>, fits: boolean] {
  const page = useRef<HTMLElement>(null)
  const [fits, setFits] = useState(true)
  useLayoutEffect(() => {
    const sheet = page.current
    if (sheet === null) return
    const measure = () => setFits(fit(sheet))
    measure()
    const watcher = new ResizeObserver(measure)
    if (sheet.parentElement !== null) watcher.observe(sheet.parentElement)
    // Another face is another length.
    void document.fonts?.ready.then(measure)
    return () => watcher.disconnect()
  }, [brief, paper])
  return [page, fits]
}

function fit(sheet: HTMLElement): boolean {
  const tries = (scale: number) => {
    sheet.style.setProperty('--fit', String(scale))
    return sheet.scrollHeight <= sheet.clientHeight + 1
  }
  // Where it reads as running text, in a panel and on a phone, there is no page to fit.
  sheet.dataset['fit'] = 'measuring'
  const paged = getComputedStyle(sheet).getPropertyValue('--paged').trim() === '1'
  const fits = !paged || tries(1) || closest(tries)
  if (!paged) sheet.style.setProperty('--fit', '1')
  sheet.dataset['fit'] = fits ? 'yes' : 'no'
  return fits
}

/** The largest scale that fits, as near as nobody sees; false when not even the smallest does. */
function closest(tries: (scale: number) => boolean): boolean {
  if (!tries(SMALLEST)) return false
  let low = SMALLEST
  let high = 1
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2
    if (tries(middle)) low = middle
    else high = middle
  }
  return tries(low)
}
