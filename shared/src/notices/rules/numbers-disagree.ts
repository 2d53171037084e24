import type { BlockId, PositioningMap } from '../../schema/index.ts'
import { figuresIn, type Figure } from '../figures.ts'
import { textsIn } from '../read-texts.ts'
import { defineRule, type Finding } from '../rule.ts'
import { listed } from '../say.ts'
import { languageIn, perBlockIn } from '../usual-language.ts'

/** Places that state, rather than point at somebody else's document or describe somebody's day. */
const UNSTATED: ReadonlySet<string> = new Set([
  'source',
  'by',
  'observedOn',
  'reviewBy',
  'alternative',
  'situation',
  'obstacle',
  'notFor',
])

interface Placed extends Figure {
  readonly block: BlockId
}

const figuresOf = perBlockIn((block, usual): readonly Placed[] =>
  [...textsIn(block).values()]
    .filter(({ place }) => !UNSTATED.has(place))
    .flatMap((text) =>
      figuresIn(text.text, () => languageIn(usual, text)).map((figure) => ({ ...figure, block: block.id })),
    ),
)

/** Figures for one thing that are not one figure; null where they agree. */
function disagreement(figures: readonly Placed[]): readonly Placed[] | null {
  const byAmount = new Map<number, Placed>()
  for (const figure of figures) if (!byAmount.has(figure.amount)) byAmount.set(figure.amount, figure)
  return byAmount.size > 1 ? [...byAmount.values()] : null
}

function find(map: PositioningMap): readonly Finding[] {
  const byThing = Map.groupBy(
    [...map.blocks.values()].flatMap((block) => figuresOf(map, block)),
    ({ of }) => of,
  )
  const found = new Map<BlockId, Finding>()
  for (const [thing, figures] of byThing) {
    const apart = disagreement(figures)
    const first = apart?.[0]
    if (apart === null || first === undefined || found.has(first.block)) continue
    const shown = listed(apart.slice(0, 4).map(({ written }) => written))
    found.set(first.block, {
      about: [...new Set(apart.map(({ block }) => block))],
      says: `${shown} ${thing}: the figures are not the same.`,
    })
  }
  return [...found.values()].toSorted((a, b) => ((a.about[0] ?? '') < (b.about[0] ?? '') ? -1 : 1))
}

/** One thing counted twice, and differently. */
export const numbersDisagree = defineRule({
  id: 'numbers-disagree',
  group: 'words',
  says: 'Two figures for one thing stand here.',
  why: 'If they count the same, one of them is out of date, and whoever reads both believes neither.',
  could: 'Put the newer figure everywhere, or say what each of them counts.',
  find,
})
