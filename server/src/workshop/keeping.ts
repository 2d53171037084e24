/** Between a workshop as the rules have it and as the store keeps it. */
import type { KeptBallot, KeptWorkshop, KeptWriting, WorkshopChange } from '../stores/index.ts'
import type { Course, Dots, Workshop, Writing } from './rules/index.ts'

export const courseOf = (state: string) => JSON.parse(state) as Course

export function workshopOf({ state, writings, ballots }: KeptWorkshop): Workshop {
  const byVote = Map.groupBy(ballots, ({ vote }) => vote)
  return {
    course: courseOf(state),
    writings: new Map(writings.map((kept) => [kept.id, writingOf(kept)])),
    ballots: new Map(
      [...byVote].map(([vote, given]) => [vote, new Map(given.map(({ person, dots }) => [person, dots]))]),
    ),
  }
}

function writingOf({ id, prompt, person, voice, text, late }: KeptWriting): Writing {
  return { id, prompt, person, voice, text, late }
}

/** What to save for getting from one to the other; null when they are the same. */
export function changeBetween(before: Workshop | null, after: Workshop): WorkshopChange | null {
  if (before === after) return null
  const { course } = after
  const isNew = before === null || before.course.run !== course.run
  const old = isNew ? null : before
  return {
    run: course.run,
    state: asJson(course),
    writings: writingsToSave(old, after),
    takenBack: [...(old?.writings.keys() ?? [])].filter((id) => !after.writings.has(id)),
    ballots: ballotsToSave(old, after),
    closed: closedSince(old, course),
  }
}

const texts = new WeakMap<Course, string>()

/** While people write and vote it stays the same. */
function asJson(course: Course): string {
  const known = texts.get(course) ?? JSON.stringify(course)
  texts.set(course, known)
  return known
}

/** New ones, others than before, and with a reveal all that are open from now on. */
function writingsToSave(before: Workshop | null, { course, writings }: Workshop): readonly KeptWriting[] {
  if (before?.writings === writings && before.course.revealed === course.revealed) return []
  return [...writings.values()]
    .filter((writing) => {
      const known = before?.writings.get(writing.id)
      return known !== writing || (before !== null && readersOf(writing, before.course) !== readersOf(writing, course))
    })
    .map((writing) => ({ ...writing, readers: readersOf(writing, course) }))
}

function readersOf({ prompt }: Writing, { revealed, programme }: Course): KeptWriting['readers'] {
  if (!revealed.includes(prompt)) return 'author'
  return programme.named ? 'all-named' : 'all'
}

const NONE: ReadonlyMap<string, Dots> = new Map()

/** One that is gone has no dots; those of a vote that is closed go with it. */
function ballotsToSave(before: Workshop | null, { ballots }: Workshop): readonly KeptBallot[] {
  if (before?.ballots === ballots) return []
  return [...ballots].flatMap(([vote, given]) => {
    const known = before?.ballots.get(vote) ?? NONE
    if (known === given) return []
    const people = new Set([...known.keys(), ...given.keys()])
    return [...people]
      .filter((person) => known.get(person) !== given.get(person))
      .map((person) => ({ vote, person, dots: given.get(person) ?? {} }))
  })
}

function closedSince(before: Workshop | null, { votes }: Course): readonly string[] {
  const open = new Set(before?.course.votes.filter(({ result }) => result === null).map(({ id }) => id))
  return votes.filter(({ id, result }) => result !== null && open.has(id)).map(({ id }) => id)
}
