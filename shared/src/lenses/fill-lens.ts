/**
 * A map through a lens: every slot with the text that stands in it, and the gaps.
 *
 * - **FL1** Every text is a text of the map, whole and word for word; nothing is worded here.
 * - **FL2** A text stands in one place, unless its group says that it repeats.
 * - **FL3** The same map gives the same slots, on every machine: blocks come in the order of the brief.
 * - **FL4** Each group that is not optional has a cell, so whatever a framework asks for can be filled.
 */
import { inBriefOrder } from '../brief/index.ts'
import { linkedTo, type Block, type BlockId, type BlockKind, type PositioningMap } from '../schema/index.ts'
import type { Lens, LensGroup, SlotPart } from './lens.ts'

export interface FilledSlot {
  readonly id: string
  /** What stands before the words. */
  readonly label: string
  /** What the place is called. */
  readonly name: string
  readonly part: SlotPart
  /** `''` is a gap. */
  readonly text: string
}

/** One block, or the place of one. */
export interface LensCell {
  /** Null where the map has no such block yet. */
  readonly block: BlockId | null
  readonly kind: BlockKind
  /** What it says where no slot shows it; whoever fills a gap has to know of which block. */
  readonly about: string
  readonly slots: readonly FilledSlot[]
  readonly groups: readonly FilledGroup[]
}

export interface FilledGroup {
  readonly id: string
  readonly heading: string
  readonly kind: BlockKind
  readonly cells: readonly LensCell[]
  /** What a block that is made here is linked with; null for nothing. */
  readonly beside: BlockId | null
  /** Whether one more has a place here. */
  readonly takesMore: boolean
}

export function fillLens(map: PositioningMap, lens: Lens): readonly FilledGroup[] {
  const filler = new Filler(map)
  return lens.groups.map((group) => filler.group(group, null))
}

/** Walks a lens once, and remembers which texts it has placed. */
class Filler {
  readonly #map: PositioningMap
  readonly #order: readonly Block[]
  readonly #placed = new Set<string>()

  constructor(map: PositioningMap) {
    this.#map = map
    this.#order = inBriefOrder(map, map.blocks.values())
  }

  group(group: LensGroup, around: Block | null): FilledGroup {
    const { id, heading, kind, which, most = Infinity, optional = false } = group
    const found = this.#found(group, around).slice(0, most)
    const cells = found.map((block) => this.#cell(group, block))
    return {
      id,
      heading,
      kind,
      cells: cells.length === 0 && !optional ? [this.#cell(group, null)] : cells,
      beside: around?.id ?? this.#hangsOn(group),
      // A second purpose is something to notice, not to ask for.
      takesMore: cells.length > 0 && cells.length < most && which !== 'first' && kind !== 'purpose',
    }
  }

  #found({ kind, which, slots, repeats = false }: LensGroup, around: Block | null): readonly Block[] {
    const all = this.#order.filter((block) => block.kind === kind)
    const near = which === 'linked' && around !== null ? new Set(linkedTo(this.#map, around.id, kind)) : null
    const asked = which === 'first' ? all.slice(0, 1) : near === null ? all : all.filter((block) => near.has(block))
    return repeats ? asked : asked.filter(({ id }) => slots.some(({ part }) => !this.#placed.has(`${id} ${part}`)))
  }

  #cell(group: LensGroup, block: Block | null): LensCell {
    const slots = group.slots.map(({ id, label, name = label, part }) => {
      if (block !== null) this.#placed.add(`${block.id} ${part}`)
      return { id, label: this.#named(label), name, part, text: block === null ? '' : textOf(block, part) }
    })
    const isNamed = group.slots.some(({ part }) => part === 'statement')
    return {
      block: block?.id ?? null,
      kind: group.kind,
      about: isNamed ? '' : (block?.statement ?? ''),
      slots,
      groups: (group.groups ?? []).map((inner) => this.group(inner, block)),
    }
  }

  #named(label: string): string {
    const { subject, title } = this.#map
    return label.replace('{subject}', () => subject.trim() || title.trim() || 'What we offer')
  }

  /** The first block that lacks one: a value hangs on the purpose whatever it has. */
  #hangsOn({ kind, hangsOn }: LensGroup): BlockId | null {
    const holder = hangsOn ?? USUAL_HOLDERS[kind]
    if (holder === null) return null
    const holders = this.#order.filter((block) => block.kind === holder)
    if (holder === 'purpose') return holders[0]?.id ?? null
    return holders.find(({ id }) => linkedTo(this.#map, id, kind).length === 0)?.id ?? null
  }
}

const USUAL_HOLDERS: Readonly<Record<BlockKind, BlockKind | null>> = {
  purpose: null,
  value: 'purpose',
  audience: 'value',
  proof: 'value',
}

export function textOf(block: Block, part: SlotPart): string {
  const text = part === 'statement' ? block.statement : (block.fields[part] ?? '')
  return text.trim() === '' ? '' : text
}
