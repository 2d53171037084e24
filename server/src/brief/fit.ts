/**
 * One page, whatever there is to say: first the type gets smaller, then things are left out in the brief's own order,
 * and what room that leaves is given back to the type.
 *
 * - **FI1** The result fits, or it is the least that can be said at the smallest scale.
 * - **FI2** It asks a number of times that grows with the logarithm of the content.
 */
export interface Fit {
  readonly scale: number
  /** How many steps of leaving out (`leaveOut`) it took. */
  readonly steps: number
}

export const SMALLEST_SCALE = 0.76
/** Steps between the scales 1 and 0.76: finer is not seen. */
const SCALES = 12

export function fitToPage(mostSteps: number, fits: (fit: Fit) => boolean): Fit {
  const scaleAt = (step: number) => Number((1 - (step * (1 - SMALLEST_SCALE)) / SCALES).toFixed(4))
  if (fits({ scale: 1, steps: 0 })) return { scale: 1, steps: 0 }
  const steps = firstThat(mostSteps, (at) => fits({ scale: SMALLEST_SCALE, steps: at }))
  const scale = scaleAt(firstThat(SCALES, (at) => fits({ scale: scaleAt(at), steps })))
  return { scale, steps }
}

/** The smallest number from 0 to `most` for which it holds, or `most`. */
function firstThat(most: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
