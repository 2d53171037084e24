/** `GET /api/maps/:id/brief`, and what every format of it takes. The brief itself is `@throughline/shared/brief`'s. */
import { z } from 'zod'
import { BLOCK_KINDS } from '../../schema/index.ts'

export const PAPERS = ['a4', 'letter'] as const
export type PaperName = (typeof PAPERS)[number]
export const DESIGNS = ['quiet', 'editorial', 'bold'] as const

export const WORDINGS = ['now', 'agreed'] as const

export const LENSES = [
  'message-house',
  'dunford',
  'moore',
  'value-proposition',
  'golden-circle',
  'brand-key',
  'storybrand',
] as const

export const briefQuery = z.object({
  audience: z.string().max(64).optional(),
  paper: z.enum(PAPERS).default('a4'),
  design: z.enum(DESIGNS).default('quiet'),
  /** The framework that the map is seen through; the map as it is without one. */
  lens: z.enum(LENSES).optional(),
  /** `agreed`: each statement as it was agreed, and nothing that was not. */
  wording: z.enum(WORDINGS).default('now'),
  /** Words to copy in place of the page; as data alone. */
  part: z.enum(['one-liner', 'pitch', 'audience', 'proofs']).optional(),
  /** `1` lists wordings that were kept as dissent among what is open. */
  dissent: z.enum(['0', '1']).default('0'),
})
export type BriefQuery = z.infer<typeof briefQuery>

/** Response header: how many blocks of the map this format does not show. */
export const LEFT_OUT_HEADER = 'X-Brief-Left-Out'
/** And how many of these are on the brief, and only found no room in this format. */
export const NO_ROOM_HEADER = 'X-Brief-No-Room'
/** Letters of the brief that none of the fonts has, as `U+16A0 U+16A2`; absent when they have all. */
export const MISSING_LETTERS_HEADER = 'X-Brief-Missing-Letters'

export const briefAnswer = z.object({
  title: z.string(),
  subject: z.string(),
  revision: z.number().int(),
  /** When the map was last changed, ISO 8601; the same state gives the same brief. */
  asOf: z.union([z.string(), z.number()]),
  sections: z.array(
    z.object({
      id: z.string(),
      heading: z.string(),
      items: z.array(z.looseObject({ block: z.string(), text: z.string() })),
    }),
  ),
  /** Every block of the map that is not on it, whatever the reason. */
  leftOut: z.array(z.string()),
  /** Which of these somebody keeps off it. */
  keptOff: z.array(z.string()),
  /** How many wordings were kept as dissent. */
  dissents: z.number().int(),
  lens: z.object({ id: z.string(), name: z.string() }).optional(),
  /** The version that it shows; absent for the map as it is. `revision` is 0 then. */
  version: z.object({ name: z.string(), at: z.string() }).optional(),
  /** `#rrggbb`; absent for the colours of the design. */
  accent: z.string().optional(),
  /** A picture of the map; `GET /api/maps/:id/brief/logo` has its bytes. */
  logo: z.object({ asset: z.string(), width: z.number(), height: z.number(), alt: z.string() }).optional(),
  /** Agreed wording alone, and how many blocks are left out because nobody has agreed on them. */
  wording: z.object({ is: z.literal('agreed'), leftOut: z.number().int() }).optional(),
  /** Where the brief can be seen as it is now, and what has changed since this state. */
  live: z.string().optional(),
  /** Parts of the lens that nothing on the map answers yet. */
  gaps: z.array(z.string()).optional(),
})
export type BriefAnswer = z.infer<typeof briefAnswer>

/** `GET /api/maps/:id/brief/changes`: what of a brief has changed since a copy of it was made. */
export const briefChangesQuery = briefQuery.pick({ audience: true, lens: true, wording: true }).extend({
  /** Epoch milliseconds: `asOf` of the copy. */
  since: z
    .string()
    .regex(/^\d{1,15}$/, { error: 'is no time in epoch milliseconds' })
    .transform(Number),
})

export const briefChangesAnswer = z.object({
  since: z.number().int(),
  lines: z.array(
    z.object({
      is: z.enum(['reworded', 'new', 'gone']),
      block: z.string().nullable(),
      kind: z.enum(BLOCK_KINDS).nullable(),
      part: z.string(),
      label: z.string(),
      /** As it reads now. Of a line that is gone: as it read, for whoever may look at the map; else `''`. */
      text: z.string(),
    }),
  ),
})
export type BriefChangesAnswer = z.infer<typeof briefChangesAnswer>
