/**
 * Sealed votes: who has put dots where is known while a vote is open, to that person alone, and then to nobody.
 *
 * - **VT1** Dots are said as they are to be, so that saying it twice changes nothing; nobody has more than the vote gives.
 * - **VT2** A vote stays open until somebody closes it, whatever stage is on, so that whoever comes late can vote.
 * - **VT3** A closed vote is never opened again; another vote is another one, with new dots.
 */
import { refused } from '@throughline/shared/base'
import type { PositioningMap } from '@throughline/shared/schema'
import { choicesFor, isThere } from './choices.ts'
import { became, type Means, type Stepped } from './outcome.ts'
import { withCourse, type Actor, type Dots, type Vote, type Workshop } from './workshop.ts'

/** That of the stage, or the last before it; when all is over, the last of all. */
export function voteNow({ course: { votes, index, state } }: Workshop): Vote | undefined {
  return votes.findLast(({ stage }) => state === 'ended' || stage <= index)
}

/** Each stage that votes begins with a vote. */
export function openIfNew(workshop: Workshop, means: Means): Workshop {
  const { programme, index, votes } = workshop.course
  const isNew = programme.stages[index]?.kind === 'vote' && !votes.some(({ stage }) => stage === index)
  return isNew ? open(workshop, means) : workshop
}

export function openAgain(workshop: Workshop, means: Means): Stepped {
  const { programme, index } = workshop.course
  if (programme.stages[index]?.kind !== 'vote') return refused('wrong-stage')
  return voteNow(workshop)?.result === null ? refused('vote-open') : became(open(workshop, means))
}

function open(workshop: Workshop, { newId }: Means): Workshop {
  const { programme, index, votes } = workshop.course
  const vote: Vote = { id: newId(), stage: index, dots: programme.stages[index]?.dots ?? 1, result: null }
  return withCourse(workshop, { votes: [...votes, vote].toSorted((a, b) => a.stage - b.stage) })
}

export function putDots(workshop: Workshop, by: Actor, about: string, dots: number, { map }: Means): Stepped {
  const vote = voteNow(workshop)
  if (vote === undefined) return refused('wrong-stage')
  if (vote.result !== null) return refused('vote-closed')
  const before = dotsOf(workshop, vote, by.person)
  const has = Object.hasOwn(before, about)
  if (!has && !isThere(about, workshop, map)) return refused('nothing-there')
  if ((has ? before[about] : 0) === dots) return became(workshop)
  const { [about]: _, ...others } = before
  const mine: Dots = dots === 0 ? others : { ...others, [about]: dots }
  if (sum(mine) > vote.dots) return refused('no-dots-left')
  const ballots = new Map(workshop.ballots.get(vote.id))
  if (Object.keys(mine).length === 0) ballots.delete(by.person)
  else ballots.set(by.person, mine)
  return became({ ...workshop, ballots: new Map(workshop.ballots).set(vote.id, ballots) })
}

export function dotsOf({ ballots }: Workshop, vote: Vote, person: string): Dots {
  return ballots.get(vote.id)?.get(person) ?? {}
}

export function sum(dots: Dots): number {
  return Object.values(dots).reduce((all, one) => all + one, 0)
}

export function close(workshop: Workshop, { map }: Means): Stepped {
  const vote = voteNow(workshop)
  if (vote === undefined) return refused('wrong-stage')
  return vote.result === null ? became(closed(workshop, vote, map)) : refused('vote-closed')
}

export function closeAll(workshop: Workshop, map: PositioningMap): Workshop {
  return workshop.course.votes
    .filter(({ result }) => result === null)
    .reduce((so, vote) => closed(so, vote, map), workshop)
}

/** Counts it, and forgets who. */
function closed(workshop: Workshop, vote: Vote, map: PositioningMap): Workshop {
  const given = [...(workshop.ballots.get(vote.id)?.values() ?? [])]
  const counts = countDots(given)
  const about = choicesFor(workshop, vote, map, Object.keys(counts))
  const ballots = new Map(workshop.ballots)
  ballots.delete(vote.id)
  const result = { counts, voters: given.length, about }
  const votes = workshop.course.votes.map((one) => (one.id === vote.id ? { ...one, result } : one))
  return { ...withCourse(workshop, { votes }), ballots }
}

export function countDots(ballots: readonly Dots[]): Dots {
  const counts = new Map<string, number>()
  for (const dots of ballots)
    for (const [about, count] of Object.entries(dots)) counts.set(about, (counts.get(about) ?? 0) + count)
  // In an order that says nothing of who came first.
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
