/** Maps to begin with: guidance in place of content. */
import type { MapFile } from '../map-file/index.ts'
import type { BlockId } from '../schema/index.ts'
import { consultant } from './consultant.ts'
import { messageHouse } from './message-house.ts'
import { referrals } from './referrals.ts'
import { roadmap } from './roadmap.ts'
import { templateBlockId, templateFile, type Template, type TemplateBlock } from './template.ts'

export { TEMPLATE_IDS, type Template, type TemplateBlock } from './template.ts'

/** In the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [consultant, referrals, roadmap, messageHouse]

/** Null for an id that is none. */
export function templateMap(id: string): MapFile | null {
  const template = TEMPLATES.find((one) => one.id === id)
  return template === undefined ? null : templateFile(template)
}

const guidance = new Map<string, TemplateBlock>(
  TEMPLATES.flatMap(({ id, blocks }) =>
    Object.entries(blocks).map(([name, block]) => [templateBlockId(id, name), block] as const),
  ),
)

/** What a template asks of one of its blocks; null for every other block. It is no part of the map. */
export function guidanceFor(block: BlockId): Pick<TemplateBlock, 'asks' | 'hint'> | null {
  return guidance.get(block) ?? null
}
