import { blocksOf, linkedTo, type Block, type BlockId, type PositioningMap } from '../../schema/index.ts'
import { defineRule, type Finding } from '../rule.ts'
import { capitalised, quoted, sayCount } from '../say.ts'

function find(map: PositioningMap): readonly Finding[] {
  const leaning = new Map<Block, BlockId[]>()
  for (const { id } of blocksOf(map, 'value')) {
    const [proof, ...others] = linkedTo(map, id, 'proof')
    if (proof === undefined || others.length > 0) continue
    const together = leaning.get(proof)
    if (together === undefined) leaning.set(proof, [id])
    else together.push(id)
  }
  return [...leaning]
    .filter(([, values]) => values.length > 1)
    .map(([proof, values]) => ({
      about: [...values, proof.id],
      says: `${capitalised(sayCount(values.length))} values rest on one proof alone.`,
      ...(proof.statement === ''
        ? {}
        : { why: `It is ${quoted(proof.statement)}. If somebody doubts that, they all give way at once.` }),
    }))
}

/** Several values with one leg between them. */
export const valuesOnOneProof = defineRule({
  id: 'values-on-one-proof',
  group: 'proof',
  says: 'Several values rest on one proof alone.',
  why: 'If somebody doubts that proof, they all give way at once.',
  could: 'Add a proof that only one of them has, or see whether they are one value.',
  find,
})
