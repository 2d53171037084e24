/** A template: blocks with a question each, and nothing said yet (docs/decisions/0019-starting.md). */
import type { MapFile } from '../map-file/index.ts'
import { compareText, DEFAULT_VOICES, relationOf, type BlockKind, type FieldName } from '../schema/index.ts'

export interface TemplateBlock {
  readonly kind: BlockKind
  /** Stands on the card until something is written: one question, in the words of whoever has to answer it. */
  readonly asks: string
  /** How one finds the answer, in a sentence or two. */
  readonly hint: string
  /** Only what makes the block another than its neighbour, such as whom it reaches. */
  readonly fields?: Readonly<Partial<Record<FieldName, string>>>
}

export const TEMPLATE_IDS = ['consultant', 'referrals', 'roadmap', 'message-house'] as const

export interface Template {
  readonly id: (typeof TEMPLATE_IDS)[number]
  readonly name: string
  /** For whom it is, in a sentence. */
  readonly says: string
  /** By their names within the template. */
  readonly blocks: Readonly<Record<string, TemplateBlock>>
  readonly links: readonly (readonly [from: string, to: string])[]
}

/** A block's id in every map that was made from the template: by it, guidance is found again. */
export const templateBlockId = (template: string, block: string): string => `${template}--${block}`

export function templateFile({ id, blocks, links }: Template): MapFile {
  const kindOf = (name: string): BlockKind => blocks[name]?.kind ?? 'value'
  return {
    format: 'throughline-map',
    version: 1,
    title: '',
    subject: '',
    voices: DEFAULT_VOICES.map((voice) => ({ id: voice.id, name: voice.name })),
    blocks: Object.entries(blocks)
      .map(([name, { kind, fields = {} }]) => ({
        ...{ id: templateBlockId(id, name), kind, statement: '', detail: '', status: 'draft' as const, fields },
        ...{ tags: [], owner: '', tellings: {} },
      }))
      .toSorted((a, b) => compareText(a.id, b.id)),
    links: links
      .map(([from, to]) => ({
        from: templateBlockId(id, from),
        to: templateBlockId(id, to),
        relation: relationOf(kindOf(from), kindOf(to)),
      }))
      .toSorted((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to)),
  }
}
