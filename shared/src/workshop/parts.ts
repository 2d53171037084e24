/**
 * A view of a workshop cut into parts, so that an event brings what is new and nothing else: what was revealed to two
 * hundred people is long, and a dot is short. `GET …/workshop`, `…/events` and `…/commands` speak so where they are asked
 * with `?parts=1`.
 *
 * - **PA1** All parts together are the view: `viewOf(whole)`.
 * - **PA2** The first message of a line brings every part; each one after it those that have changed since.
 * - **PA3** Between messages that overtake each other the younger part wins, each part for itself.
 */
import type { PersonHere, PromptView, VoteView, WorkshopView } from '../protocol/http/workshop.ts'

export type SharedPrompt = Omit<PromptView, 'mine' | 'written'>
export type SharedVote = Omit<VoteView, 'mine' | 'left' | 'voted'>
/** What is another from moment to moment, although nobody does anything. */
export type Moment = Pick<WorkshopView, 'now' | 'stage'>
export type SharedView = Omit<WorkshopView, 'me' | 'join' | 'people' | 'prompts' | 'vote' | keyof Moment>

/** Of people. What changes all the time, while little is said by it. */
export interface Numbers {
  /** By the order of the prompts. */
  readonly written: readonly number[]
  readonly voted: number
}

/** What one person sees beside what all see alike. */
export interface OwnLook {
  readonly me: WorkshopView['me']
  readonly join: WorkshopView['join']
  /** By the order of the prompts. */
  readonly written: readonly string[]
  readonly vote: Pick<VoteView, 'mine' | 'left'> | null
}

export interface WorkshopParts {
  readonly course: SharedView
  readonly asked: readonly SharedPrompt[]
  readonly voting: SharedVote | null
  readonly people: readonly PersonHere[]
  readonly numbers: Numbers
  readonly own: OwnLook
}

/** When something is said: `seq` grows with each message of a workshop, where a clock may be put back. */
export type Turn = Moment & { readonly seq: number }

/** As it goes over the wire: a prompt that is as it was said before is its id alone. */
export type WorkshopNews = Turn &
  Partial<Omit<WorkshopParts, 'asked'>> & { readonly asked?: readonly (SharedPrompt | string)[] }

export function viewOf(
  { course, asked, voting, people, numbers, own }: WorkshopParts,
  { now, stage }: Moment,
): WorkshopView {
  const { me, join, written, vote } = own
  return {
    ...course,
    now,
    stage,
    people,
    me,
    join,
    prompts: asked.map((prompt, at) => ({
      ...prompt,
      written: numbers.written[at] ?? 0,
      mine: written[at] ?? '',
    })),
    vote: voting === null || vote === null ? null : { ...voting, voted: numbers.voted, ...vote },
  }
}

/** The parts that somebody has heard, each with the `seq` of the message that brought it. */
export interface Heard {
  readonly parts: WorkshopParts
  readonly at: Readonly<Record<keyof WorkshopParts | 'moment', number>>
  readonly moment: Moment
}

const PARTS = ['course', 'asked', 'voting', 'people', 'numbers', 'own'] as const

/**
 * PA3. `before` is null for the first message of a line. Null for news that cannot be understood without what came before
 * it: then all of it is to be asked for.
 */
export function hear(before: Heard | null, news: WorkshopNews): Heard | null {
  const { asked: named, seq, now, stage, ...others } = news
  if (before === null) {
    const parts = wholeOf(news)
    return parts === null ? null : { parts, at: allAt(seq), moment: { now, stage } }
  }
  const asked = named === undefined ? undefined : filled(named, before.parts.asked)
  if (asked === null) return null
  const said: Partial<WorkshopParts> = asked === undefined ? others : { ...others, asked }
  const taken = PARTS.filter((part) => said[part] !== undefined && seq >= before.at[part])
  const isLast = seq >= before.at.moment
  return {
    parts: { ...before.parts, ...Object.fromEntries(taken.map((part) => [part, said[part]])) },
    at: {
      ...before.at,
      ...Object.fromEntries(taken.map((part) => [part, seq])),
      moment: Math.max(seq, before.at.moment),
    },
    moment: isLast ? { now, stage } : before.moment,
  }
}

function allAt(seq: number): Heard['at'] {
  return { course: seq, asked: seq, voting: seq, people: seq, numbers: seq, own: seq, moment: seq }
}

function filled(
  asked: readonly (SharedPrompt | string)[],
  before: readonly SharedPrompt[],
): readonly SharedPrompt[] | null {
  const known = asked.map((one) => (typeof one === 'string' ? before.find(({ id }) => id === one) : one))
  return known.every((one) => one !== undefined) ? known : null
}

function wholeOf({ course, asked, voting, people, numbers, own }: WorkshopNews): WorkshopParts | null {
  const prompts = asked === undefined ? null : filled(asked, [])
  if (!course || !prompts || voting === undefined || !people || !numbers || !own) return null
  return { course, asked: prompts, voting, people, numbers, own }
}
