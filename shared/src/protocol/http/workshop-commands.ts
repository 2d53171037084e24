/**
 * `POST /api/maps/:id/workshop/commands`. Answered with the workshop as the caller now sees it; 422 for what is no command,
 * 403 for whoever may not give it, 409 with a `reason` for one that does not fit the workshop as it is.
 */
import { z } from 'zod'
import { BLOCK_KINDS, LIMITS } from '../../schema/index.ts'
import { STAGE_KINDS } from './workshop.ts'

/** `?parts=1` of all three addresses: what is new in place of the whole view, as `shared/src/workshop/parts.ts` has it. */
export const workshopQuery = z.object({ parts: z.enum(['0', '1']).default('0') })

/** A block, a link, a telling (`<block>:<voice>`) or a piece of revealed writing. */
const about = z.string().regex(/^[\w-]{1,64}(?::[\w-]{1,64})?$/, 'names nothing')
const person = z.string().min(1).max(80)
const written = z.string().max(LIMITS.statementLength)
const said = written.refine((text) => text.trim() !== '', 'says nothing')
const promptId = z.string().regex(/^[\w-]{1,64}$/, 'names no prompt')
const line = z.string().max(LIMITS.titleLength)
const stageLength = z.number().int().min(1_000).max(LIMITS.stageMs)

export const promptRequest = z.strictObject({
  id: promptId,
  text: line.min(1),
  kind: z.enum(BLOCK_KINDS).nullable().default(null),
  /** The block that it asks about. */
  block: z.string().max(64).nullable().default(null),
})

export const stageRequest = z.strictObject({
  kind: z.enum(STAGE_KINDS),
  title: line.default(''),
  instruction: z.string().max(LIMITS.statementLength).default(''),
  lastsMs: stageLength.nullable().default(null),
  prompts: z.array(promptRequest).max(LIMITS.prompts).default([]),
  /** What the stage is about; empty for everything. */
  kinds: z.array(z.enum(BLOCK_KINDS)).max(BLOCK_KINDS.length).default([]),
  /** Whether those who only take part edit the canvas here, commenters by adopting and deciding; see `lock`. */
  edits: z.boolean().default(true),
  /** In a vote: how many each person has, and on what. */
  dots: z.number().int().min(1).max(LIMITS.dots).default(3),
  votesOn: z.enum(['writing', 'blocks', 'tellings', 'links']).default('blocks'),
})

/** A programme of one's own. */
export const programmeRequest = z
  .strictObject({
    id: z.string().max(64).default('own'),
    title: line.min(1),
    about: z.string().max(LIMITS.statementLength).default(''),
    named: z.boolean().default(false),
    stages: z.array(stageRequest).min(1).max(LIMITS.stages),
  })
  .refine(({ stages }) => {
    const ids = stages.flatMap(({ prompts }) => prompts.map(({ id }) => id))
    return new Set(ids).size === ids.length
  }, 'two prompts have the same id')
  .refine(
    ({ stages }) => stages.every(({ kind, prompts }) => (kind === 'gather') === prompts.length > 0),
    'prompts belong into stages in which people write, and each of those needs one',
  )
export type ProgrammeRequest = z.infer<typeof programmeRequest>

export const workshopCommand = z.discriminatedUnion('type', [
  /** The id of a ready-made programme, or one of one's own. */
  z.strictObject({ type: z.literal('start'), programme: z.union([z.string(), programmeRequest]) }),
  /** `from` is the index of the stage that is left: of two facilitators who say it at once, the second moves nothing. */
  z.strictObject({ type: z.literal('next'), from: z.int().min(0).optional() }),
  z.strictObject({ type: z.literal('back'), from: z.int().min(0).optional() }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
  /** Negative takes time away; never so much that less than nothing is left. */
  z.strictObject({ type: z.literal('add-time'), ms: z.number().int().min(-LIMITS.stageMs).max(LIMITS.stageMs) }),
  z.strictObject({ type: z.literal('promote'), person }),
  /** With `promote` before it, a hand over. */
  z.strictObject({ type: z.literal('step-down') }),
  z.strictObject({ type: z.literal('reveal'), prompt: promptId.optional() }),
  z.strictObject({ type: z.literal('close-vote') }),
  /** A vote after one that is closed, with new dots: beyond the contract. */
  z.strictObject({ type: z.literal('open-vote') }),
  z.strictObject({ type: z.literal('bring'), about: about.nullable() }),
  /** Whatever the stage says, until `unlock`: edits of those who do not facilitate are not taken. Beyond the contract. */
  z.strictObject({ type: z.literal('lock') }),
  /** In a stage that locks the canvas itself, until the next stage. */
  z.strictObject({ type: z.literal('unlock') }),
  /** Another programme in place of the one that runs: what has been entered keeps its kind and prompts. */
  z.strictObject({ type: z.literal('edit'), programme: programmeRequest }),
  z.strictObject({ type: z.literal('end') }),
  z.strictObject({ type: z.literal('write'), prompt: promptId, text: written }),
  z.strictObject({ type: z.literal('vote'), about, dots: z.int().min(0) }),
  z.strictObject({
    type: z.literal('adopt'),
    writing: z.string().max(64),
    block: z.string().max(64).optional(),
    /** Of a block of its own; what the prompt says unless it is given. */
    kind: z.enum(BLOCK_KINDS).optional(),
  }),
  z.strictObject({ type: z.literal('decide'), about: z.string().max(64), text: said }),
  z.strictObject({ type: z.literal('dissent'), about: z.string().max(64), text: said }),
  z.strictObject({ type: z.literal('hand'), up: z.boolean() }),
  /** A voice's id or name; what was written before stays under the one that it was written under. */
  z.strictObject({ type: z.literal('speak-for'), voice: z.string().min(1).max(LIMITS.nameLength).nullable() }),
])
export type WorkshopCommand = z.infer<typeof workshopCommand>

/** Why a command does not fit the workshop as it is: `reason` of the problem document. */
export const WORKSHOP_REFUSALS = [
  'not-running',
  'running',
  'no-next-stage',
  'no-stage-before',
  'paused',
  'not-paused',
  'no-clock',
  'wrong-stage',
  'no-such-person',
  'no-such-prompt',
  'not-open-yet',
  'revealed',
  'vote-closed',
  'vote-open',
  'no-dots-left',
  'nothing-there',
  'no-voice',
  'already-done',
  'last-facilitator',
  'locked',
  'enough',
  'full',
] as const
export type WorkshopRefusal = (typeof WORKSHOP_REFUSALS)[number]

/** Why somebody may not give a command (403): also a `reason`. */
export const WORKSHOP_FORBIDS = ['not-facilitating', 'needs-editor'] as const
export type WorkshopForbids = (typeof WORKSHOP_FORBIDS)[number]
