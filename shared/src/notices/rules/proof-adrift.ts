import { blocksOf } from '../../schema/index.ts'
import { defineRule } from '../rule.ts'

/** Evidence for nothing. */
export const proofAdrift = defineRule({
  id: 'proof-adrift',
  group: 'proof',
  says: 'This holds up nothing yet.',
  why: 'A proof is strong beside the claim it stands for. On its own, people guess what it is meant to show.',
  could: 'Link the value or the purpose it supports.',
  find: (map) => {
    const linked = new Set(map.links.flatMap((link) => [link.from, link.to]))
    return blocksOf(map, 'proof')
      .filter((proof) => !linked.has(proof.id))
      .map((proof) => ({ about: [proof.id] }))
  },
})
