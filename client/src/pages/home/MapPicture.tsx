/** A map from far away: its cards as plates, their kinds by form and colour. Holds no words. */
import { platesBox, type Plate } from '../../browser/plates.ts'

const WIDTH = 148
const HEIGHT = 60

export function MapPicture({ plates }: { readonly plates: readonly Plate[] }) {
  if (plates.length === 0) return <span />
  const { x, y, w, h } = platesBox(plates)
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`${x} ${y} ${w} ${h}`}
      preserveAspectRatio="xMaxYMid meet"
      aria-hidden="true"
      focusable="false"
    >
      {plates.map((plate, at) => (
        <rect
          key={at}
          x={plate.x}
          y={plate.y}
          width={plate.w}
          height={plate.h}
          rx={plate.kind === 'audience' ? Math.min(plate.h / 2, 80) : 0}
          fill={`var(--${plate.kind}-plate)`}
        />
      ))}
    </svg>
  )
}
