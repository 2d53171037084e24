/**
 * The map that a first-time visitor sees: Vardeholm, which watches the fridges of pharmacies. The company, its people,
 * its figures and its prizes are invented.
 *
 * It is finished enough to learn from and open enough to do something with: one value has no proof, one proof stands
 * alone, one has no source, one agreed wording has changed since, and no two voices tell it quite alike.
 */
import type { MapFile } from '../map-file/index.ts'
import { compareText, DEFAULT_VOICES, relationOf } from '../schema/index.ts'
import { writtenOut } from './block-sketch.ts'
import { AUDIENCES } from './vardeholm/audiences.ts'
import { PROOFS } from './vardeholm/proofs.ts'
import { PURPOSE } from './vardeholm/purpose.ts'
import { VALUES } from './vardeholm/values.ts'

const BLOCKS = [PURPOSE, ...VALUES, ...AUDIENCES, ...PROOFS].map(writtenOut)

const LINKS = [
  ['purpose', 'value-alarm'],
  ['purpose', 'value-inspection'],
  ['purpose', 'value-offline'],
  ['purpose', 'value-lessons'],
  ['value-alarm', 'audience-pharmacists'],
  ['value-alarm', 'audience-hospitals'],
  ['value-inspection', 'audience-hospitals'],
  ['value-offline', 'audience-teams'],
  ['value-lessons', 'audience-boards'],
  ['audience-hospitals', 'audience-pharmacists'],
  ['proof-nights', 'value-alarm'],
  ['proof-brandt', 'value-alarm'],
  ['proof-westmark', 'value-inspection'],
  ['proof-stage', 'value-inspection'],
  ['proof-doors', 'value-lessons'],
  ['proof-waste', 'purpose'],
] as const

export const exampleMap: MapFile = {
  format: 'throughline-map',
  version: 1,
  title: 'Vardeholm, told once',
  subject: 'Vardeholm, fridge watch for pharmacies',
  voices: DEFAULT_VOICES.map(({ id, name }) => ({ id, name })),
  blocks: BLOCKS.toSorted((a, b) => compareText(a.id, b.id)),
  links: LINKS.map(([from, to]) => ({ from, to, relation: relationOf(kindOf(from), kindOf(to)) })).toSorted(
    (a, b) => compareText(a.from, b.from) || compareText(a.to, b.to),
  ),
}

function kindOf(id: string) {
  return BLOCKS.find((block) => block.id === id)?.kind ?? 'proof'
}
