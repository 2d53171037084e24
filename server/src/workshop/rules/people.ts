/** Who takes part, and who facilitates: persons do, whatever their key. */
import { ok, refused, type Result } from '@throughline/shared/base'
import { LIMITS } from '@throughline/shared/schema'
import { became, type Means, type Stepped } from './outcome.ts'
import { isFacilitator, participantOf, withCourse, type Actor, type Participant, type Workshop } from './workshop.ts'

type Person = Pick<Actor, 'person' | 'name' | 'voice'>

/** Takes part from now on, by the name and voice of today; late comers too. The same workshop when nothing is new. */
export function come(workshop: Workshop, { person, name, voice }: Person): Result<Workshop, 'full'> {
  const known = participantOf(workshop.course, person)
  if (known === undefined) {
    if (workshop.course.people.length >= LIMITS.participants) return refused('full')
    const people = [...workshop.course.people, { person, name, voice, facilitator: false, hand: false }]
    return ok(withCourse(workshop, { people }))
  }
  if (known.name === name) return ok(workshop)
  return ok(change(workshop, person, { name }))
}

export function promote(workshop: Workshop, person: string, { known }: Means): Stepped {
  if (isFacilitator(workshop.course, person)) return became(workshop)
  const somebody = participantOf(workshop.course, person) ?? known.find((one) => one.person === person)
  if (somebody === undefined) return refused('no-such-person')
  const there = come(workshop, somebody)
  return there.ok ? became(change(there.value, person, { facilitator: true })) : there
}

/** With `promote` before it, a hand over. */
export function stepDown(workshop: Workshop, { person }: Actor): Stepped {
  const others = workshop.course.people.some((one) => one.facilitator && one.person !== person)
  return others ? became(change(workshop, person, { facilitator: false })) : refused('last-facilitator')
}

export function raiseHand(workshop: Workshop, { person }: Actor, up: boolean): Stepped {
  return became(change(workshop, person, { hand: up }))
}

/** From now on; what was written before stays under the voice that it was written under. */
export function speakFor(workshop: Workshop, { person }: Actor, voice: string | null): Stepped {
  return became(change(workshop, person, { voice }))
}

/** Those who have it open now, and whoever asks. */
export function namesOfThose(workshop: Workshop, { here }: Means, { person: asking }: Actor): readonly string[] {
  return workshop.course.people
    .filter(({ person }) => person === asking || here.has(person))
    .map(({ name }) => name)
    .filter((name) => name !== '')
}

function change(workshop: Workshop, person: string, to: Partial<Participant>): Workshop {
  const people = workshop.course.people.map((one) => (one.person === person ? { ...one, ...to } : one))
  return withCourse(workshop, { people })
}
