import type { PositioningMap } from '../src/schema/index.ts'

/** Whether people's own words hold the marks that sentences about the map quote them with. */
export function quotesItself({ title, subject, voices, blocks }: PositioningMap): boolean {
  const words = [...blocks.values()].map(({ tellings, ...block }) => [block, ...tellings])
  return /[“”]/u.test(JSON.stringify([title, subject, voices, words]))
}
