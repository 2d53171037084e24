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
/** After so many guesses that were off, halving is sooner there. */
const GUESSES = 5

/** What was asked. */
interface Sample extends Fit {
  /** The share of the page that is taken: it fits up to 1. */
  readonly fullness: number
  /** The same as it was guessed before anything was asked. */
  readonly glance: number
}

/**
 * The least cuts are known when one less is too full in the tightest setting; whatever fits with them, in any setting, says
 * the rest. So the setting is guessed along with the cuts, and most often there are two questions: of one thing more in the
 * tightest setting, and of what is the answer. What was expected is corrected by what the page has said so far.
 */
export function fitToPage(fitting: Fitting): Fit {
  const asked: Sample[] = []
  for (;;) {
    const next = nextQuestion(fitting, asked)
    if ('answer' in next) return next.answer
    const { needs, has } = fitting.heightOf(next)
    asked.push({ ...next, fullness: needs / has, glance: glanceAt(fitting, next) })
  }
}

function nextQuestion(fitting: Fitting, asked: readonly Sample[]): Fit | { readonly answer: Fit } {
  const { settings, mostCuts } = fitting
  const tightest = settings - 1
  const tooFull = asked.filter(({ fullness }) => fullness > 1)
  const best = bestOf(asked)
  const least = 1 + Math.max(-1, ...tooFull.filter(({ setting }) => setting === tightest).map(({ cuts }) => cuts))
  const most = best?.cuts ?? mostCuts
  const shouldFit = (fit: Fit) => expected(fitting, asked, fit) <= 1
  const cuts = firstIn(least, most, (tried) => shouldFit({ setting: tightest, cuts: tried }))
  if (cuts > least) {
    return { setting: tightest, cuts: asked.length < GUESSES ? cuts - 1 : Math.floor((least + most - 1) / 2) }
  }
  const fits = best?.cuts === cuts ? best : undefined
  const low = 1 + Math.max(-1, ...tooFull.filter((sample) => sample.cuts >= cuts).map(({ setting }) => setting))
  // Of the end nothing need be asked: it fits, or there is no other.
  const high = fits?.setting ?? (cuts === mostCuts ? tightest : settings)
  if (low >= high || (fits !== undefined && fits.fullness > AS_GOOD_AS_FULL)) {
    return { answer: { setting: high, cuts } }
  }
  const tries = asked.filter((sample) => sample.cuts === cuts).length
  const setting =
    tries < GUESSES ? firstIn(low, high - 1, (at) => shouldFit({ setting: at, cuts })) : Math.floor((low + high) / 2)
  return { setting: Math.min(setting, high - 1), cuts }
}

/** What fits with the fewest cuts, and of these the airiest. */
function bestOf(asked: readonly Sample[]): Sample | undefined {
  const fitting = asked.filter(({ fullness }) => fullness <= 1)
  return fitting.toSorted((a, b) => a.cuts - b.cuts || a.setting - b.setting)[0]
}

function glanceAt({ linesAfter, lines, growth }: Fitting, { setting, cuts }: Fit): number {
  return (linesAfter(cuts) / lines) * (1 + growth(setting))
}

/** The glance, as far off as it was at the next that was asked; between two of them, in proportion. */
function expected(fitting: Fitting, asked: readonly Sample[], fit: Fit): number {
  const glance = glanceAt(fitting, fit)
  const byGlance = asked.toSorted((a, b) => a.glance - b.glance)
  const above = byGlance.find((sample) => sample.glance >= glance)
  const below = byGlance.findLast((sample) => sample.glance <= glance)
  const off = (sample: Sample) => sample.fullness / sample.glance
  if (above === undefined || below === undefined) {
    const next = above ?? below
    return next === undefined ? glance : glance * off(next)
  }
  const share = above.glance === below.glance ? 0 : (glance - below.glance) / (above.glance - below.glance)
  return glance * (off(below) + share * (off(above) - off(below)))
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
