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

export type Move = 'pan' | 'zoom' | 'drag'

/**
 * Turns the wheel in every frame, to and fro, and answers how long each frame took. `pan` goes 1.4 px a millisecond,
 * `zoom` from the present zoom to about nine times as near and back. A slow board moves as far as a fast one. `drag`
 * moves what is held in the middle of the canvas around there.
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
  const next = (at: number, since: number): Event => {
    if (move !== 'drag') return new WheelEvent('wheel', turn(at, since))
    const angle = (2 * Math.PI * at) / SWING_MS
    const [clientX, clientY] = [700 + 60 * Math.sin(angle), 450 + 60 * (1 - Math.cos(angle))]
    // The mouse, as browsers number it.
    const mouse = { pointerId: 1, pointerType: 'mouse', isPrimary: true, buttons: 1, bubbles: true, cancelable: true }
    return new PointerEvent('pointermove', { ...mouse, clientX, clientY })
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
      canvas?.dispatchEvent(next(now - start, since))
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

/** Turns the wheel until one is so near, within two hundredths. */
export function zoomTo(goal: number): Promise<void> {
  const canvas = document.querySelector('.tl-canvas')
  // `--tl-zoom` of a large board waits until the camera rests.
  const layer = document.querySelector<HTMLElement>('.tl-html-layer') ?? document.body
  const where = { clientX: 700, clientY: 450, bubbles: true, cancelable: true, ctrlKey: true }
  return new Promise((resolve) => {
    const step = (): void => {
      const away = goal / new DOMMatrix(getComputedStyle(layer).transform).a
      if (Math.abs(away - 1) < 0.02) {
        resolve()
        return
      }
      canvas?.dispatchEvent(new WheelEvent('wheel', { ...where, deltaY: away > 1 ? -1.5 : 1.5 }))
      requestAnimationFrame(step)
    }
    step()
  })
}

/** Where a place of the page is on the screen; the layer of shapes says how the camera stands. */
export function onScreen({ x, y }: { readonly x: number; readonly y: number }): { x: number; y: number } {
  const layer = document.querySelector<HTMLElement>('.tl-html-layer')
  const box = layer?.getBoundingClientRect()
  const zoom = new DOMMatrix(getComputedStyle(layer ?? document.body).transform).a
  return { x: (box?.x ?? 0) + x * zoom, y: (box?.y ?? 0) + y * zoom }
}
