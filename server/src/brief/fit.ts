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
  /** About how many lines there are after so many cuts: it saves time where it is right, and costs some where it is not. */
  readonly linesAfter: (cuts: number) => number
}

/** Lines of the tightest setting that a page holds, roughly; with this many times more, nobody need look. */
const LINES = 62
const HOPELESS = 1.6

export function fitToPage({ settings, mostCuts, heightOf, linesAfter }: Fitting): Fit {
  const tightest = settings - 1
  const isHopeless = linesAfter(0) > LINES * HOPELESS
  const rung = (cuts: number) => (setting: number) => lackOf(heightOf({ setting, cuts }))
  if (!isHopeless) {
    const drawn = rung(0)(0)
    if (drawn <= 0) return { setting: 0, cuts: 0 }
    const least = rung(0)(tightest)
    if (least <= 0) return { setting: between({ at: 0, lack: drawn }, { at: tightest, lack: least }, rung(0)), cuts: 0 }
  }
  const { at: cuts, lack } = fewestCuts({
    mostCuts,
    heightOf: (at) => heightOf({ setting: tightest, cuts: at }),
    linesAfter,
  })
  return { setting: airiest(tightest, lack, rung(cuts)), cuts }
}

/** What is missing to fit; nothing is from 0 downwards. */
const lackOf = ({ needs, has }: PageHeight) => needs - has

interface Known {
  readonly at: number
  readonly lack: number
}

/** The first that fits above one that does not, up to one that does. */
function between(low: Known, high: Known, lackAt: (at: number) => number): number {
  for (let tries = 0; high.at - low.at > 1; tries += 1) {
    const share = low.lack / (low.lack - high.lack)
    const middle = tries < GUESSES ? low.at + (high.at - low.at) * share : (low.at + high.at) / 2
    const at = clamp(Math.ceil(middle), low.at + 1, high.at - 1)
    const lack = lackAt(at)
    if (lack <= 0) high = { at, lack }
    else low = { at, lack }
  }
  return high.at
}

/** After so many guesses that were off, halving is sooner there. */
const GUESSES = 4

/** Points that one setting more takes, until it is known. */
const A_SETTING = 20

/** From the tightest setting to airier ones, as far as it fits. */
function airiest(tightest: number, lack: number, lackAt: (at: number) => number): number {
  let [high, each] = [{ at: tightest, lack }, A_SETTING]
  while (high.at > 0) {
    const at = clamp(high.at + Math.ceil(high.lack / each), 0, high.at - 1)
    const tried = { at, lack: lackAt(at) }
    if (tried.lack > 0) return between(tried, high, lackAt)
    each = Math.max((tried.lack - high.lack) / (high.at - at), A_SETTING / 2)
    high = tried
  }
  return 0
}

interface Cutting {
  readonly mostCuts: number
  readonly heightOf: (cuts: number) => PageHeight
  readonly linesAfter: (cuts: number) => number
}

/** How many cuts it takes, and what they leave free. */
function fewestCuts({ mostCuts, heightOf, linesAfter }: Cutting): Known {
  // The least that can be said is what it is, whether it fits or not.
  let [low, high, lines, lack] = [-1, mostCuts, LINES, 0]
  for (let tries = 0; high - low > 1; tries += 1) {
    const guess = firstThat(mostCuts, (cuts) => linesAfter(cuts) <= lines)
    const at = clamp(tries < GUESSES ? guess : Math.floor((low + high) / 2), low + 1, high - 1)
    const { needs, has } = heightOf(at)
    if (needs <= has) [high, lack] = [at, needs - has]
    else low = at
    lines = (linesAfter(at) * has) / needs
  }
  return { at: high, lack }
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
