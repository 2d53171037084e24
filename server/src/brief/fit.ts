/**
 * One page, whatever there is to say, in the steps that a designer would take: the space gets tighter first, then the
 * type, and only then are things left out, in the brief's own order. What room that leaves is given back.
 *
 * The page says how high it is (`PageHeight`), so that the search can guess where the end is in place of halving.
 *
 * - **FI1** The result fits, or it is the least that can be said in the tightest setting.
 * - **FI2** With one setting airier, or with one thing more, it would not fit.
 * - **FI3** It asks a number of times that grows with the logarithm of the content.
 */
export interface Fit {
  /** Which of the settings, from the airiest. */
  readonly setting: number
  /** How many steps of leaving out (`leaveOut`) it took. */
  readonly cuts: number
}

/** Points: what a page would need, and what the paper has. */
export interface PageHeight {
  readonly needs: number
  readonly has: number
}

export interface Fitting {
  readonly settings: number
  readonly mostCuts: number
  readonly heightOf: (fit: Fit) => PageHeight
  /** Whether the page itself is one: asked where the search is likely to end, so that it can be kept. */
  readonly isOnePage: (fit: Fit) => boolean
  /** About how many lines there are after so many cuts: it saves time where it is right, and costs some where it is not. */
  readonly linesAfter: (cuts: number) => number
  /** About how much more a page needs in a setting, as a share of what it needs in the tightest: the same goes for it. */
  readonly growth: (setting: number) => number
}

/** Lines of the tightest setting that a page holds, roughly; with this many times more, nobody need look. */
const LINES = 62
const HOPELESS = 1.6

export function fitToPage(fitting: Fitting): Fit {
  const { settings, mostCuts, heightOf, linesAfter } = fitting
  const tightest = settings - 1
  if (linesAfter(0) <= LINES * HOPELESS) {
    const drawn = heightOf({ setting: 0, cuts: 0 })
    if (lackOf(drawn) <= 0) return { setting: 0, cuts: 0 }
    const least = heightOf({ setting: tightest, cuts: 0 })
    if (lackOf(least) <= 0) return { setting: airiest(fitting, 0, least, drawn), cuts: 0 }
  }
  const { cuts, height } = fewestCuts({
    mostCuts,
    heightOf: (at) => heightOf({ setting: tightest, cuts: at }),
    linesAfter,
  })
  return { setting: airiest(fitting, cuts, height), cuts }
}

/** What is missing to fit; nothing is from 0 downwards. */
const lackOf = ({ needs, has }: PageHeight) => needs - has

/** After so many guesses that were off, halving is sooner there. */
const GUESSES = 4

/**
 * The first setting that fits, from what the page needs in the tightest (`least`), where it does, and in the airiest
 * (`drawn`), where that is known and too much.
 */
function airiest(fitting: Fitting, cuts: number, least: PageHeight, drawn?: PageHeight): number {
  const { settings, heightOf, isOnePage, growth } = fitting
  const free = -lackOf(least)
  const share = (needs: number, setting: number) => (needs - least.needs) / growth(setting)
  let [tooAiry, fits] = [drawn === undefined ? -1 : 0, settings - 1]
  // Known of this page, or only of pages.
  let isKnown = drawn !== undefined
  let whole = drawn === undefined ? least.needs : share(drawn.needs, 0)
  for (let tries = 0; fits - tooAiry > 1; tries += 1) {
    const guess = firstThat(fits, (setting) => whole * growth(setting) <= free)
    const isBetween = guess < fits && guess > tooAiry && tries < GUESSES
    if (isBetween && isKnown) {
      if (isOnePage({ setting: guess, cuts })) fits = guess
      else tooAiry = guess
    } else {
      const beside = tries < GUESSES ? guess : Math.floor((tooAiry + fits) / 2)
      const at = isBetween ? guess : clamp(beside, tooAiry + 1, fits - 1)
      const height = heightOf({ setting: at, cuts })
      whole = share(height.needs, at)
      isKnown = true
      if (lackOf(height) <= 0) fits = at
      else tooAiry = at
    }
  }
  return fits
}

interface Cutting {
  readonly mostCuts: number
  readonly heightOf: (cuts: number) => PageHeight
  readonly linesAfter: (cuts: number) => number
}

/** How many cuts it takes, and how high the page is then; the least that can be said is what it is, whether it fits or not. */
function fewestCuts({ mostCuts, heightOf, linesAfter }: Cutting): {
  readonly cuts: number
  readonly height: PageHeight
} {
  let [low, high, lines] = [-1, mostCuts, LINES]
  let height: PageHeight | undefined
  for (let tries = 0; high - low > 1; tries += 1) {
    const guess = firstThat(mostCuts, (cuts) => linesAfter(cuts) <= lines)
    const at = clamp(tries < GUESSES ? guess : Math.floor((low + high) / 2), low + 1, high - 1)
    const tried = heightOf(at)
    const { needs, has } = tried
    if (needs <= has) [high, height] = [at, tried]
    else low = at
    lines = (linesAfter(at) * has) / needs
  }
  return { cuts: high, height: height ?? heightOf(high) }
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

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
