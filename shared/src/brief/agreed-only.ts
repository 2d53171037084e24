/**
 * A brief of the agreed wording alone.
 *
 * - **AO1** Every statement on it is an agreed one, as it was agreed, whatever has been written since.
 * - **AO2** Nothing else that people word is on it, for nobody has agreed on that: no detail, no field but who says a
 *   proof, where and when.
 * - **AO3** What the brief would say and this one does not is counted in `wording.leftOut`.
 */
import type { Result } from '../base/index.ts'
import { compareText, linkedTo, type Block, type BlockId, type PositioningMap } from '../schema/index.ts'
import type { Brief } from './brief.ts'
import { concerning, onlyBlocks } from './concerning.ts'

type Compose = (map: PositioningMap, audience: BlockId | undefined) => Result<Brief, 'unknown-audience'>

export function composeAgreed(
  map: PositioningMap,
  audience: BlockId | undefined,
  compose: Compose,
): Result<Brief, 'unknown-audience'> {
  const whole = compose(map, audience)
  const wanted = audience === undefined ? undefined : map.blocks.get(audience)
  const agreed = wanted === undefined ? agreedOnly(map) : withoutLooseProofs(agreedOnly(concerning(map, wanted)))
  // An audience that nobody has agreed on is not named; what was agreed for it is here all the same.
  const made = compose(agreed, audience !== undefined && agreed.blocks.has(audience) ? audience : undefined)
  if (!whole.ok || !made.ok) return whole
  const { gaps: _, ...brief } = made.value
  const placed = placedOn(brief)
  const isLeftOut = (id: BlockId) => !placed.has(id)
  return {
    ok: true,
    value: {
      ...brief,
      leftOut: [...map.blocks.keys()].filter(isLeftOut).toSorted(compareText),
      keptOff: map.brief.off.filter(isLeftOut),
      dissents: 0,
      wording: { is: 'agreed', leftOut: [...placedOn(whole.value)].filter(isLeftOut).length },
    },
  }
}

/** The agreed wording of a block that is agreed; `''` for every other. */
export function agreedWording({ status, agreed, statement }: Block): string {
  const wording = agreed?.statement ?? statement
  return status === 'agreed' && wording.trim() !== '' ? wording : ''
}

function agreedOnly(map: PositioningMap): PositioningMap {
  return onlyBlocks(map, (block) => {
    const statement = agreedWording(block)
    return statement === '' ? null : { ...block, statement, detail: '', fields: originOnly(block) }
  })
}

/** For one audience a proof stands with what it holds, or not at all. */
function withoutLooseProofs(map: PositioningMap): PositioningMap {
  const holds = ({ id }: Block) => (['value', 'purpose'] as const).some((kind) => linkedTo(map, id, kind).length > 0)
  return onlyBlocks(map, (block) => (block.kind !== 'proof' || holds(block) ? block : null))
}

function originOnly({ kind, fields }: Block): Block['fields'] {
  const { by, source, observedOn } = fields
  const known = Object.entries({ by, source, observedOn }).filter(([, text]) => text !== undefined)
  return kind === 'proof' ? Object.fromEntries(known) : {}
}

function placedOn({ sections }: Pick<Brief, 'sections'>): ReadonlySet<BlockId> {
  const entries = sections.flatMap(({ items }) => items.flatMap((item) => [item, ...item.audiences, ...item.proofs]))
  return new Set(entries.flatMap(({ block, said = [] }) => [block, ...said.flatMap(({ of }) => of?.block ?? [])]))
}
