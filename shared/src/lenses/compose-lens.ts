/**
 * A lens as a brief: the same page as every other, with the framework's parts for sections. Words of the map stand as
 * they are, under the framework's own names; what it asks for and nobody has answered is said openly.
 */
import { ok, refused, type Result } from '../base/index.ts'
import {
  clothesOf,
  composeAgreed,
  concerning,
  markRepeated,
  onlyBlocks,
  type Brief,
  type BriefEntry,
  type BriefItem,
  type BriefOptions,
  type Fact,
} from '../brief/index.ts'
import { compareText, type Block, type BlockId, type PositioningMap } from '../schema/index.ts'
import { fillLens, type FilledGroup, type FilledSlot, type LensCell } from './fill-lens.ts'
import { LENSES, type LensId } from './lenses.ts'

type LensOptions = Pick<BriefOptions, 'revision' | 'asOf' | 'audience' | 'wording'>

export function composeLens(map: PositioningMap, id: LensId, options: LensOptions): Result<Brief, 'unknown-audience'> {
  if (options.wording !== 'agreed') return compose(map, id, options)
  return composeAgreed(map, options.audience, (part, audience) => compose(part, id, { ...options, audience }))
}

function compose(
  whole: PositioningMap,
  id: LensId,
  { revision, asOf, audience, wording }: LensOptions,
): Result<Brief, 'unknown-audience'> {
  const wanted = audience === undefined ? null : whole.blocks.get(audience)
  if (wanted === undefined || (wanted !== null && wanted.kind !== 'audience')) return refused('unknown-audience')
  const isOff = (block: Block) => whole.brief.off.includes(block.id) && block !== wanted
  const shown = onlyBlocks(whole, (block) => (isOff(block) ? null : block))
  const map = wanted === null ? shown : concerning(shown, wanted)
  // What seems to be missing may well be on the map, and kept off the brief; and what is not agreed is not missing.
  const offKinds = new Set(whole.brief.off.flatMap((block) => whole.blocks.get(block)?.kind ?? []))
  const isLacking: IsLacking = ({ block, kind }) => wording !== 'agreed' && (block !== null || !offKinds.has(kind))
  const composer = new Composer(map, isLacking)
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
    ...clothesOf(whole),
    lens: { id, name: LENSES[id].name },
    gaps: parts
      .filter(({ group, items }) => items.length === 0 && isLacking({ block: null, kind: group.kind }))
      .map(({ group }) => group.heading),
  })
}

/** A slot with its words, and whose they are. */
interface Said extends FilledSlot {
  readonly block: Block
}

/** Whether texts that a cell has not got are told of as gaps. */
type IsLacking = (cell: Pick<LensCell, 'block' | 'kind'>) => boolean

class Composer {
  readonly placed = new Set<BlockId>()
  readonly #map: PositioningMap
  readonly #isLacking: IsLacking

  constructor(map: PositioningMap, isLacking: IsLacking) {
    this.#map = map
    this.#isLacking = isLacking
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
          open: openIn(cell, entry.status, this.#isLacking),
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
    return this.#said(cell).map(({ id, label, text, part, block }) => {
      this.placed.add(block.id)
      return { name: `${id} ${block.id}`, label, text, of: { block: block.id, kind: block.kind, part } }
    })
  }

  #said({ block: id, slots }: LensCell): readonly Said[] {
    const block = id === null ? undefined : this.#map.blocks.get(id)
    return block === undefined ? [] : slots.filter(({ text }) => text !== '').map((slot) => ({ ...slot, block }))
  }
}

function openIn(cell: LensCell, status: Block['status'], isLacking: IsLacking): string {
  const inner = cell.groups.flatMap(({ cells }) => cells)
  const missing = [...new Set([cell, ...inner].filter(isLacking).flatMap(gapsOf))]
  return [
    ...(status === 'draft' ? ['Draft.'] : []),
    ...(missing.length === 0 ? [] : [`Not on the map yet: ${missing.join(', ')}.`]),
  ].join(' ')
}

function gapsOf({ slots }: LensCell): readonly string[] {
  return slots.filter(({ text }) => text === '').map(({ name }) => name)
}
