/**
 * What the brief of a map says, as data. Markdown, HTML and PDF only decide how it looks.
 * Nothing here invents wording: statements stand as they are, with fixed sentences about what is open.
 */
import { ok, refused, type Result } from '../base/index.ts'
import {
  compareText,
  linkedTo,
  type Block,
  type BlockId,
  type Decision,
  type Decisions,
  type EpochMs,
  type PositioningMap,
} from '../schema/index.ts'
import { composeAgreed } from './agreed-only.ts'
import { SECTION_HEADINGS, type Brief, type BriefEntry, type BriefItem, type SectionId } from './brief.ts'
import type { Wording } from './formats.ts'
import { clothesOf } from './accent.ts'
import { markRepeated } from './mark-repeated.ts'
import { inBriefOrder } from './reading-order.ts'
import { sayDissent } from './say.ts'

export interface BriefOptions {
  readonly revision: number
  /** When the map last changed; not the clock, so that the same state says the same. */
  readonly asOf: EpochMs
  /** Only this audience's values, and their proofs. */
  readonly audience?: BlockId | undefined
  /** What became of proposals. */
  readonly decided?: Decisions | undefined
  /** Whether wordings that were kept as dissent stand among what is open. */
  readonly dissent?: boolean
  /** `agreed`: nothing but the agreed wording (`composeAgreed`). */
  readonly wording?: Wording | undefined
}

export function composeBrief(map: PositioningMap, options: BriefOptions): Result<Brief, 'unknown-audience'> {
  if (options.wording !== 'agreed') return compose(map, options)
  const own = { ...options, dissent: false }
  return composeAgreed(map, options.audience, (part, audience) => compose(part, { ...own, audience }))
}

function compose(map: PositioningMap, options: BriefOptions): Result<Brief, 'unknown-audience'> {
  const { audience: audienceId, decided, dissent = false, wording = 'now' } = options
  const audience = audienceId === undefined ? null : map.blocks.get(audienceId)
  if (audience === undefined || (audience !== null && audience.kind !== 'audience')) return refused('unknown-audience')
  const dissents = dissentsOf(map, decided)
  const count = [...dissents.values()].reduce((sum, said) => sum + said.length, 0)
  const composer = new Composer(map, audience, dissent ? dissents : new Map(), wording)
  return ok({
    title: map.title,
    subject: map.subject,
    revision: options.revision,
    asOf: new Date(options.asOf).toISOString(),
    sections: markRepeated(composer.sections()),
    leftOut: composer.leftOut(),
    keptOff: composer.keptOff(),
    dissents: count,
    ...clothesOf(map),
  })
}

/** Walks the map once, in reading order, and remembers what it has placed. */
class Composer {
  readonly #map: PositioningMap
  readonly #audience: Block | null
  readonly #order: readonly Block[]
  readonly #dissents: Dissents
  readonly #wording: Wording
  readonly #placed = new Set<BlockId>()

  constructor(map: PositioningMap, audience: Block | null, dissents: Dissents, wording: Wording) {
    this.#map = map
    this.#wording = wording
    this.#dissents = dissents
    this.#audience = audience
    // Whoever asks for one audience gets it, also where it is kept off the brief for everybody.
    const isOff = ({ id }: Block) => map.brief.off.includes(id) && id !== audience?.id
    const shown = [...map.blocks.values()].filter((block) => block.statement.trim() !== '' && !isOff(block))
    this.#order = inBriefOrder(map, shown)
  }

  sections(): Brief['sections'] {
    const whole = this.#audience === null
    const purpose = this.#order.filter((block) => block.kind === 'purpose').map((block) => this.#purpose(block))
    const one = whole || !this.#order.includes(this.#audience) ? [] : [this.#alone(this.#audience)]
    const values = this.#order.filter((block) => this.#isWanted(block)).map((block) => this.#value(block))
    const audiences = whole ? this.#rest('audience') : one
    const proofs = whole ? this.#rest('proof') : []
    const all: readonly (readonly [SectionId, readonly BriefItem[]])[] = whole
      ? [
          ['purpose', purpose],
          ['values', values],
          ['audiences', audiences],
          ['proofs', proofs],
        ]
      : [
          ['audiences', audiences],
          ['purpose', purpose],
          ['values', values],
        ]
    return all
      .filter(([, items]) => items.length > 0)
      .map(([id, items]) => ({ id, heading: SECTION_HEADINGS[id], items }))
  }

  leftOut(): readonly BlockId[] {
    return [...this.#map.blocks.keys()].filter((id) => !this.#placed.has(id)).toSorted(compareText)
  }

  keptOff(): readonly BlockId[] {
    return this.#map.brief.off.filter((id) => !this.#placed.has(id))
  }

  #isWanted(block: Block): boolean {
    if (block.kind !== 'value') return false
    const wanted = this.#audience
    return wanted === null || linkedTo(this.#map, block.id, 'audience').some(({ id }) => id === wanted.id)
  }

  /** Neighbours of a kind that have something to say, in reading order. */
  #near(block: Block, kind: 'audience' | 'proof'): readonly Block[] {
    const near = new Set(linkedTo(this.#map, block.id, kind))
    return this.#order.filter((other) => near.has(other))
  }

  /** A proof that has words holds it also while it is kept off the page. */
  #lacksProof(block: Block): string {
    if (linkedTo(this.#map, block.id, 'proof').some(({ statement }) => statement.trim() !== '')) return ''
    return this.#wording === 'agreed' ? 'No agreed proof holds it yet.' : 'No proof holds it yet.'
  }

  #purpose(block: Block): BriefItem {
    const proofs = this.#audience === null ? this.#near(block, 'proof') : []
    return {
      ...this.#entry(block),
      audiences: [],
      proofs: proofs.map((proof) => this.#entry(proof)),
      open: openAbout(block, '', this.#dissent([block, ...proofs])),
    }
  }

  #value(block: Block): BriefItem {
    const entry = this.#entry(block)
    // For one audience the page names it once, at the top.
    const served = this.#audience === null ? this.#near(block, 'audience') : []
    const proofs = this.#near(block, 'proof')
    return {
      ...entry,
      audiences: served.map((one) => this.#entry(one)),
      proofs: proofs.map((proof) => this.#entry(proof)),
      open: openAbout(block, this.#lacksProof(block), this.#dissent([block, ...served, ...proofs])),
    }
  }

  #alone(block: Block): BriefItem {
    return { ...this.#entry(block), audiences: [], proofs: [], open: openAbout(block, '', this.#dissent([block])) }
  }

  /** Each dissent once, with the first item that its block stands in. The item's own block comes first. */
  #dissent(blocks: readonly Block[]): readonly string[] {
    return blocks.flatMap(({ id, statement }, at) => {
      const said = this.#dissents.get(id) ?? []
      this.#dissents.delete(id)
      return said.map(({ author, wording }) => sayDissent(author, wording, at === 0 ? '' : statement))
    })
  }

  /** Blocks of a kind that no value or purpose has brought onto the page. */
  #rest(kind: 'audience' | 'proof'): readonly BriefItem[] {
    const left = this.#order.filter((block) => block.kind === kind && !this.#placed.has(block.id))
    return left.map((block) => this.#alone(block))
  }

  #entry(block: Block): BriefEntry {
    this.#placed.add(block.id)
    const { id, kind, statement, detail, status, fields } = block
    return { block: id, kind, text: statement, detail, status, fields, repeated: false }
  }
}

type Dissents = Map<BlockId, readonly Decision[]>

function dissentsOf(map: PositioningMap, decided: Decisions | undefined): Dissents {
  const all = [...(decided?.values() ?? [])]
  const kept = all.filter(({ is, block }) => is === 'dissent' && map.blocks.has(block))
  return Map.groupBy(kept, ({ block }) => block)
}

function openAbout(block: Block, lacksProof: string, dissent: readonly string[]): string {
  const draft = block.status === 'draft' ? ['Draft.'] : []
  return [...draft, ...(lacksProof === '' ? [] : [lacksProof]), ...dissent].join(' ')
}
