/** What runs in the measured page. Each function stands alone: the browser gets its text. */

declare global {
  interface Window {
    bench: {
      /** Milliseconds since navigation; null until then. */
      painted: number | null
      /** Start and length of tasks over 50 ms, in milliseconds. */
      readonly busy: (readonly [start: number, length: number])[]
    }
  }
}

/** To be there before the page: notes when the first cards are painted, and when the page was too busy to answer. */
export function watchOpening(): void {
  window.bench = { painted: null, busy: [] }
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.bench.busy.push([startTime, duration])
  }).observe({ type: 'longtask', buffered: true })
  const hasCards = (): boolean => {
    const canvas = document.querySelector<HTMLElement>('.far-cards')
    if (canvas !== null && canvas.style.display === 'block') return true
    return document.querySelector('.tl-canvas :is([data-block], .plain-card)') !== null
  }
  const note = (): void => {
    window.bench.painted = performance.now()
  }
  const look = (): void => {
    // The frame that has them is painted before the next task.
    if (hasCards()) requestAnimationFrame(() => setTimeout(note))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

export type Move = 'pan' | 'zoom'

/**
 * Turns the wheel in every frame, to and fro, and answers how long each frame took. `pan` goes 1.4 px a millisecond,
 * `zoom` from the present zoom to about nine times as near and back. A slow board moves as far as a fast one.
 */
export function moveCamera({ move, ms }: { readonly move: Move; readonly ms: number }): Promise<readonly number[]> {
  const SWING_MS = 800
  const canvas = document.querySelector('.tl-canvas')
  const where = { clientX: 700, clientY: 450, bubbles: true, cancelable: true }
  const turn = (at: number, since: number): WheelEventInit => {
    const way = Math.floor(at / SWING_MS) % 2 === 0 ? since : -since
    return move === 'pan'
      ? { ...where, deltaX: 1.4 * way, deltaY: 0.6 * way }
      : { ...where, deltaY: -0.275 * way, ctrlKey: true }
  }
  return new Promise((resolve) => {
    const frames: number[] = []
    let start: number | null = null
    let last = 0
    const step = (now: number): void => {
      start ??= now
      if (now > start) frames.push(now - last)
      const since = now > start ? now - last : 0
      last = now
      if (now - start >= ms) {
        resolve(frames)
        return
      }
      canvas?.dispatchEvent(new WheelEvent('wheel', turn(now - start, since)))
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}

/** How near one is: 1 for life size. */
export function zoomNow(): number {
  const container = document.querySelector<HTMLElement>('.tl-container')
  return Number(container?.style.getPropertyValue('--tl-zoom') ?? Number.NaN)
}
