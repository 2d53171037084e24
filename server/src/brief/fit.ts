/**
 * One page, whatever there is to say, in the steps that a designer would take: the space gets tighter first, then the
 * type, and only then are things left out, in the brief's own order. What room that leaves is given back.
 *
 * The page says how high it is (`PageHeight`), so that the search can guess where the end is in place of halving.
 *
 * - **FI1** The result fits, or it is the least that can be said in the tightest setting.
 * - **FI2** With one thing more it would not fit; nor with one setting airier, unless the page is as good as full.
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
  /** About how many of these a page holds in the tightest setting. */
  readonly lines: number
  /** About how much more a page needs in a setting, as a share of what it needs in the tightest: the same goes for it. */
  readonly growth: (setting: number) => number
}

/** What is left of the paper then is about two lines, and goes between the parts. */
const AS_GOOD_AS_FULL = 0.965

export function fitToPage({ settings, mostCuts, heightOf, linesAfter, lines, growth }: Fitting): Fit {
  const tightest = settings - 1
  const tighten = (cuts: number) => (setting: number) => linesAfter(cuts) * (1 + growth(setting))
  const fullnessOf = (fit: Fit) => {
    const { needs, has } = heightOf(fit)
    return needs / has
  }
  // First all settings of the whole, then the cuts in the tightest of them: one row of steps.
  const stepAt = (at: number): Fit => ({ setting: Math.min(at, tightest), cuts: Math.max(0, at - tightest) })
  const whole = firstThatFits({
    to: tightest + mostCuts,
    content: (at) => (at < tightest ? tighten(0)(at) : linesAfter(at - tightest)),
    holds: lines,
    fullness: (at) => fullnessOf(stepAt(at)),
    // One thing less for a better filled page would be a bad bargain.
    enough: (at) => (at <= tightest ? AS_GOOD_AS_FULL : 1),
  })
  const { setting, cuts } = stepAt(whole.at)
  if (cuts === 0) return { setting, cuts }
  const given = firstThatFits({
    to: tightest,
    content: tighten(cuts),
    holds: lines,
    fullness: (at) => fullnessOf({ setting: at, cuts }),
    enough: () => AS_GOOD_AS_FULL,
    fits: { at: tightest, fullness: whole.fullness },
  })
  return { setting: given.at, cuts }
}

interface Sample {
  readonly at: number
  /** The share of the page that is taken: it fits up to 1. */
  readonly fullness: number
}

interface Search {
  /** From 0 to the last that may be the answer: that is it, whether it fits or not, if no other does. */
  readonly to: number
  /** Something that falls as the page gets emptier, in about the same proportion. */
  readonly content: (at: number) => number
  /** Of that, what fills a page, roughly: for the first guess. */
  readonly holds: number
  readonly fullness: (at: number) => number
  /** So full that nobody need look for a fuller one. */
  readonly enough: (at: number) => number
  /** One that is known to fit. */
  readonly fits?: Sample
}

/** After so many guesses that were off, halving is sooner there. */
const GUESSES = 4

/**
 * The first that fits. Between one that is too full and one that fits it reckons with a straight line; from one alone, in
 * proportion. An end that stays where it is counts half each time, or the guesses would creep towards the other (the
 * Illinois form of regula falsi: Dowell and Jarratt, BIT 11, 1971); halving bounds it where the content is a bad guide.
 */
function firstThatFits(search: Search): Sample {
  const { to, content, fullness, enough } = search
  let tooFull: Sample | undefined
  let fits = search.fits
  let weight: Weights = { tooFull: 1, fits: 1 }
  for (let tries = 0; ; tries += 1) {
    const low = tooFull === undefined ? 0 : tooFull.at + 1
    const high = fits?.at ?? to
    if (fits !== undefined && (low >= high || fits.fullness > enough(fits.at))) return fits
    if (low >= high) return { at: high, fullness: fullness(high) }
    const room = roomFor(search, weight, tooFull, fits)
    let at = firstIn(low, high, (step) => content(step) <= room)
    // While all are on one side, guesses go further and further.
    const stride = 2 ** Math.max(0, tries - 2)
    if (tooFull === undefined) at = Math.min(at, high - stride)
    else if (fits === undefined) at = Math.max(at, low + stride - 1)
    else if (tries >= GUESSES) at = Math.floor((low + high) / 2)
    // Of the end nothing need be asked: it fits, or there is no other.
    const sample = sampleAt(Math.max(low, Math.min(at, high - 1)), fullness)
    if (sample.fullness <= 1) {
      fits = sample
      weight = { fits: 1, tooFull: weight.tooFull / 2 }
    } else {
      tooFull = sample
      weight = { tooFull: 1, fits: weight.fits / 2 }
    }
  }
}

const sampleAt = (at: number, fullness: Search['fullness']): Sample => ({ at, fullness: fullness(at) })

interface Weights {
  readonly tooFull: number
  readonly fits: number
}

/** How much content should fill the page. */
function roomFor({ content, holds }: Search, weight: Weights, tooFull?: Sample, fits?: Sample): number {
  if (tooFull === undefined || fits === undefined) {
    const one = tooFull ?? fits
    return one === undefined ? holds : content(one.at) / one.fullness
  }
  const free = (1 - fits.fullness) * weight.fits
  const over = (tooFull.fullness - 1) * weight.tooFull
  return content(fits.at) + (free / (free + over)) * (content(tooFull.at) - content(fits.at))
}

/** The smallest number from `low` to `high` for which it holds, or `high`. */
function firstIn(low: number, high: number, holds: (at: number) => boolean): number {
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
