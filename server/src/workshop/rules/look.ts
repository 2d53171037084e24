/**
 * The one way out: a workshop as one person may see it.
 *
 * - **LK1** Before its prompt is revealed a writing is in no look but its author's.
 * - **LK2** Whose a writing is, is in no look but its author's, unless the programme names people.
 * - **LK3** While a vote is open its dots are in no look but the voter's; once it is closed, in none.
 * - **LK4** The code by which people join is in the looks of those who facilitate.
 * - **LK5** What all see alike is worked out once for all of them, and apart from it what changes all the time.
 */
import type { PersonHere, VoteView, WorkshopView, WritingView } from '@throughline/shared/protocol'
import type { EpochMs, PositioningMap } from '@throughline/shared/schema'
import type { Prompt } from '@throughline/shared/workshop'
import {
  viewOf,
  type Moment,
  type Numbers,
  type OwnLook,
  type SharedPrompt,
  type SharedView,
  type SharedVote,
} from '@throughline/shared/workshop-parts'
import { choicesFor } from './choices.ts'
import { blocksSeen, broughtSeen } from './in-view.ts'
import { lockOf } from './lock.ts'
import { promptsNow } from './prompts.ts'
import { endOf, leftAt } from './stage-clock.ts'
import { shownVoice } from './voices.ts'
import { dotsOf, sum, voteNow } from './voting.ts'
import { isFacilitator, participantOf, type Course, type Vote, type Workshop, type Writing } from './workshop.ts'

/** How many and who: what changes all the time, while little is said by it. */
export interface Counts extends Numbers {
  readonly people: readonly PersonHere[]
}

/** What all see alike; with counts and moment beside it. */
export interface Look {
  readonly shared: SharedView
  readonly prompts: readonly SharedPrompt[]
  readonly vote: SharedVote | null
}

/**
 * Changes with the course, with writing and with the map; neither with ballots nor with who is here. `lost` is private
 * writing that a backup has left out.
 */
export function lookAt(workshop: Workshop | null, map: PositioningMap, lost = 0): Look {
  const { title, voices } = map
  if (workshop === null) {
    const none = { state: 'none', run: null, programme: null, lock: null, brought: null, blocks: [] } as const
    return { shared: { ...none, title, voices }, prompts: [], vote: null }
  }
  const { course } = workshop
  const { state, run, programme } = course
  const seen = { brought: broughtSeen(workshop, map), blocks: blocksSeen(workshop, map) }
  const gone = lost > 0 ? { lost } : {}
  const byPrompt = Map.groupBy(workshop.writings.values(), ({ prompt }) => prompt)
  return {
    shared: { state, title, voices, run, programme, lock: lockOf(course), ...seen, ...gone },
    prompts: promptsNow(course).map((prompt) => promptSeen(workshop, prompt, byPrompt.get(prompt.id) ?? [], map)),
    vote: voteSeen(workshop, map),
  }
}

export function countsOf(
  workshop: Workshop | null,
  { prompts }: Look,
  map: PositioningMap,
  here: ReadonlySet<string>,
): Counts {
  if (workshop === null) return { people: [], written: [], voted: 0 }
  const written = new Map<string, number>()
  for (const { prompt } of workshop.writings.values()) written.set(prompt, (written.get(prompt) ?? 0) + 1)
  const vote = voteNow(workshop)
  return {
    people: peopleOf(workshop.course, map, here),
    written: prompts.map(({ id }) => written.get(id) ?? 0),
    voted: vote === undefined ? 0 : (vote.result?.voters ?? workshop.ballots.get(vote.id)?.size ?? 0),
  }
}

export function momentOf(workshop: Workshop | null, now: EpochMs): Moment {
  return { now, stage: workshop === null ? null : stageOf(workshop.course, now) }
}

function stageOf({ programme, index, clocks, state }: Course, now: EpochMs): WorkshopView['stage'] {
  const stage = programme.stages[index]
  const clock = clocks[index]
  if (stage === undefined || clock === undefined) return null
  const { kind } = stage
  if (state === 'ended') return { index, kind, endsAt: null, paused: false, left: null }
  const { paused } = clock
  return { index, kind, endsAt: endOf(clock, now), paused, left: paused ? leftAt(clock, now) : null }
}

function peopleOf({ people }: Course, map: PositioningMap, here: ReadonlySet<string>): readonly PersonHere[] {
  return people.map(({ person, name, voice, facilitator, hand }) => ({
    person,
    name,
    voice: shownVoice(voice, map),
    here: here.has(person),
    facilitator,
    hand,
  }))
}

/** LK1, LK2: what all may see of a prompt, and of what was written to it. */
export function promptSeen(
  { course }: Workshop,
  { id, text, kind, block }: Prompt,
  writings: readonly Writing[],
  map: PositioningMap,
): SharedPrompt {
  const tellings = course.revealed.includes(id) ? tellingsOf(course, writings, map) : null
  return { id, text, kind, block, tellings }
}

/** LK2: by voice in the order of the map, and within one by an id that chance has made. */
function tellingsOf(course: Course, writings: readonly Writing[], map: PositioningMap): readonly WritingView[] {
  const order = new Map<string | null, number>(map.voices.map(({ id }, at) => [id, at]))
  const rank = (voice: string | null) => order.get(voice) ?? (voice === null ? order.size + 1 : order.size)
  return writings
    .map((writing) => tellingOf(course, writing, map))
    .toSorted((a, b) => rank(a.voice) - rank(b.voice) || compare(a.voice, b.voice) || compare(a.writing, b.writing))
}

function compare(a: string | null, b: string | null): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}

function tellingOf(course: Course, { id, person, voice, text, late }: Writing, map: PositioningMap): WritingView {
  const adopted = course.adopted[id]
  return {
    writing: id,
    voice: shownVoice(voice, map),
    text,
    ...(course.programme.named ? { name: participantOf(course, person)?.name ?? '' } : {}),
    ...(adopted === undefined ? {} : { adopted }),
    ...(late ? { late } : {}),
  }
}

/** More voters than these, and nobody can tell from the counts who it was. */
const FEW = 3

function voteSeen(workshop: Workshop, map: PositioningMap): SharedVote | null {
  const vote = voteNow(workshop)
  if (vote === undefined) return null
  const { id, result, stage } = vote
  if (result !== null) {
    const { counts, voters, about } = result
    return { id, stage, open: false, counts, about, thin: voters <= FEW }
  }
  const thin = workshop.course.people.length <= FEW
  return { id, stage, open: true, counts: null, about: choicesFor(workshop, vote, map), thin }
}

/** The workshop as everybody's own words and dots are in it, found at once. */
export function ownLooks(
  workshop: Workshop | null,
  prompts: readonly SharedPrompt[],
  code: string | null = null,
): (person: string) => OwnLook {
  const nothing = { written: [], vote: null, join: null }
  if (workshop === null) return (person) => ({ me: { person, facilitator: false }, ...nothing })
  const join = code === null ? null : { code, url: `/j/${code}` }
  const texts = new Map<string, string>()
  for (const { prompt, person, text } of workshop.writings.values()) texts.set(`${prompt} ${person}`, text)
  const vote = voteNow(workshop)
  return (person) => ({
    me: { person, facilitator: isFacilitator(workshop.course, person) },
    join: isFacilitator(workshop.course, person) ? join : null,
    written: prompts.map(({ id }) => texts.get(`${id} ${person}`) ?? ''),
    vote: vote === undefined ? null : ownVote(workshop, vote, person),
  })
}

function ownVote(workshop: Workshop, vote: Vote, person: string): Pick<VoteView, 'mine' | 'left'> {
  if (vote.result !== null) return { mine: {}, left: 0 }
  const mine = dotsOf(workshop, vote, person)
  return { mine, left: vote.dots - sum(mine) }
}

export function viewFor({ shared, prompts, vote }: Look, counts: Counts, moment: Moment, own: OwnLook): WorkshopView {
  const { people, ...numbers } = counts
  return viewOf({ course: shared, asked: prompts, voting: vote, people, numbers, own }, moment)
}
