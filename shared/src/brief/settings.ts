/**
 * How tight a page may be set, from as it was drawn to the tightest: a designer takes from the space first, a little at
 * a time, and from the type only when the space has given what it can. Shares of what the drawings say.
 */
export interface PageSetting {
  /** Of the distances between things. Lines break where they broke: columns stay as wide as they are. */
  readonly space: number
  /** Of the type and the margins; no type is ever smaller than 8.5 pt. */
  readonly type: number
}

const SPACE = { step: 0.03, least: 0.64, withSmallType: 0.58 } as const
const TYPE = { step: 0.03, least: 0.76 } as const

const count = (range: { readonly step: number; readonly least: number }) => Math.round((1 - range.least) / range.step)
const share = (value: number) => Number(value.toFixed(4))

export const SETTINGS: readonly PageSetting[] = [
  ...Array.from({ length: count(SPACE) + 1 }, (_, at) => ({ space: share(1 - at * SPACE.step), type: 1 })),
  ...Array.from({ length: count(TYPE) }, (_, at) => ({
    space: share(SPACE.least - ((at + 1) * (SPACE.least - SPACE.withSmallType)) / count(TYPE)),
    type: share(1 - (at + 1) * TYPE.step),
  })),
]

/** As it was drawn. */
export const [AIRIEST = { space: 1, type: 1 }] = SETTINGS
