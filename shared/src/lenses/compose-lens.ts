/**
 * A lens as a brief: the same page as every other, with the framework's parts for sections. Words of the map stand as
 * they are, under the framework's own names; what it asks for and nobody has answered is said openly.
 */
import { ok, refused, type Result } from '../base/index.ts'
import {
  markRepeated,
  type Brief,
  type BriefEntry,
  type BriefItem,
  type BriefOptions,
  type Fact,
} from '../brief/index.ts'
import {
  compareText,
  linkedTo,
  type Block,
  type BlockId,
  type BlockKind,
  type PositioningMap,
} from '../schema/index.ts'
import { fillLens, type FilledGroup, type FilledSlot, type LensCell } from './fill-lens.ts'
import { LENSES, type LensId } from './lenses.ts'

export function composeLens(
  whole: PositioningMap,
  id: LensId,
  { revision, asOf, audience }: Pick<BriefOptions, 'revision' | 'asOf' | 'audience'>,
): Result<Brief, 'unknown-audience'> {
  const wanted = audience === undefined ? null : whole.blocks.get(audience)
  if (wanted === undefined || (wanted !== null && wanted.kind !== 'audience')) return refused('unknown-audience')
  const shown = without(whole, (id) => whole.brief.off.includes(id) && id !== wanted?.id)
  const map = wanted === null ? shown : concerning(shown, wanted)
  const composer = new Composer(map, kindsOf(whole, whole.brief.off))
  const parts = fillLens(map, LENSES[id]).map((group) => ({ group, items: composer.items(group) }))
  const sections = parts
    .filter(({ items }) => items.length > 0)
    .map(({ group, items }) => ({ id: group.id, heading: group.heading, items }))
  return ok({
    title: whole.title,
    subject: whole.subject,
    revision,
    asOf: new Date(asOf).toISOString(),
    sections: markRepeated(sections),
    leftOut: [...whole.blocks.keys()].filter((block) => !composer.placed.has(block)).toSorted(compareText),
    keptOff: whole.brief.off.filter((block) => !composer.placed.has(block)),
    dissents: 0,
    lens: { id, name: LENSES[id].name },
    gaps: parts
      .filter(({ group, items }) => items.length === 0 && !composer.mayBeOff.has(group.kind))
      .map(({ group }) => group.heading),
  })
}

/** What concerns one audience: it, the values that serve it, the purposes, and what holds either. */
function concerning(map: PositioningMap, audience: Block): PositioningMap {
  const values = new Set<Block>(linkedTo(map, audience.id, 'value'))
  const held = (block: Block) =>
    (['value', 'purpose'] as const).some((kind) =>
      linkedTo(map, block.id, kind).some((holder) => kind === 'purpose' || values.has(holder)),
    )
  const concerns = (block: Block): boolean =>
    ({ purpose: true, value: values.has(block), audience: block === audience, proof: held(block) })[block.kind]
  return without(map, (_, block) => !concerns(block))
}

function without(map: PositioningMap, isOut: (id: BlockId, block: Block) => boolean): PositioningMap {
  const blocks = new Map([...map.blocks].filter(([id, block]) => !isOut(id, block)))
  return { ...map, blocks, links: map.links.filter(({ from, to }) => blocks.has(from) && blocks.has(to)) }
}

/** A slot with its words, and whose they are. */
interface Said extends FilledSlot {
  readonly block: Block
}

class Composer {
  readonly placed = new Set<BlockId>()
  /** Kinds of which a block is kept off the brief: the map may well answer what seems to be missing here. */
  readonly mayBeOff: ReadonlySet<BlockKind>
  readonly #map: PositioningMap

  constructor(map: PositioningMap, mayBeOff: ReadonlySet<BlockKind>) {
    this.#map = map
    this.mayBeOff = mayBeOff
  }

  items(group: FilledGroup): readonly BriefItem[] {
    return group.cells.flatMap((cell) => {
      const entry = this.#entry(cell)
      if (entry === null) return []
      const of = (kind: Block['kind']) =>
        cell.groups
          .filter((inner) => inner.kind === kind)
          .flatMap(({ cells }) => cells.flatMap((one) => this.#entry(one) ?? []))
      const further = cell.groups.filter(({ kind }) => kind === 'purpose' || kind === 'value')
      return [
        {
          ...entry,
          said: [...(entry.said ?? []), ...further.flatMap(({ cells }) => cells.flatMap((one) => this.#facts(one)))],
          audiences: of('audience'),
          proofs: of('proof'),
          open: openIn(cell, entry.status, this.mayBeOff),
        },
      ]
    })
  }

  /** The block's statement, or the first of its texts that the lens asks for; null where it has none. */
  #entry(cell: LensCell): BriefEntry | null {
    const said = this.#said(cell)
    const main = said.find(({ part }) => part === 'statement') ?? said[0]
    if (main === undefined) return null
    const { id, kind, status, fields } = main.block
    const { by, source, observedOn } = fields
    const origin = Object.entries({ by, source, observedOn }).filter(([, text]) => text !== undefined)
    this.placed.add(id)
    return {
      block: id,
      kind,
      text: main.text,
      detail: '',
      status,
      fields: kind === 'proof' ? Object.fromEntries(origin) : {},
      repeated: false,
      said: said.filter((one) => one !== main).map(({ id: name, label, text }) => ({ name, label, text })),
    }
  }

  /** What another block says within an item, under the names of its slots. */
  #facts(cell: LensCell): readonly Fact[] {
    return this.#said(cell).map(({ id, label, text, block }) => {
      this.placed.add(block.id)
      return { name: `${id} ${block.id}`, label, text, of: { block: block.id, kind: block.kind } }
    })
  }

  #said({ block: id, slots }: LensCell): readonly Said[] {
    const block = id === null ? undefined : this.#map.blocks.get(id)
    return block === undefined ? [] : slots.filter(({ text }) => text !== '').map((slot) => ({ ...slot, block }))
  }
}

function openIn(cell: LensCell, status: Block['status'], mayBeOff: ReadonlySet<BlockKind>): string {
  const inner = cell.groups.flatMap(({ cells }) => cells)
  const isMissing = ({ block, kind }: LensCell) => block !== null || !mayBeOff.has(kind)
  const missing = [...new Set([cell, ...inner].filter(isMissing).flatMap(gapsOf))]
  return [
    ...(status === 'draft' ? ['Draft.'] : []),
    ...(missing.length === 0 ? [] : [`Not on the map yet: ${missing.join(', ')}.`]),
  ].join(' ')
}

const kindsOf = ({ blocks }: PositioningMap, ids: readonly BlockId[]): ReadonlySet<BlockKind> =>
  new Set(ids.flatMap((id) => blocks.get(id)?.kind ?? []))

function gapsOf({ slots }: LensCell): readonly string[] {
  return slots.filter(({ text }) => text === '').map(({ name }) => name)
}
