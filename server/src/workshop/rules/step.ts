/**
 * The rules of a workshop: from one state to the next, or why not. Pure: clock, ids and whoever is here are handed in.
 *
 * - **ST1** A refusal changes nothing.
 * - **ST2** Facilitating commands are for those who facilitate, whatever their key; to anybody else they are forbidden.
 */
import { refused } from '@throughline/shared/base'
import type { WorkshopCommand } from '@throughline/shared/protocol'
import type { Programme } from '@throughline/shared/workshop'
import { isThere } from './choices.ts'
import { lock, unlock } from './lock.ts'
import { giveTime, move, pause, resume } from './moving.ts'
import { became, type Means, type Stepped } from './outcome.ts'
import { come, promote, raiseHand, speakFor, stepDown } from './people.ts'
import { adopt, decide, dissent } from './settling.ts'
import { edit, end, start } from './starting.ts'
import { close, openAgain, putDots } from './voting.ts'
import { isFacilitator, withCourse, type Actor, type Workshop } from './workshop.ts'
import { reveal, write } from './writing.ts'

/** A command whose programme, where it names one, has been looked up. */
export type Step =
  | Exclude<WorkshopCommand, { type: 'start' | 'edit' }>
  | { readonly type: 'start'; readonly programme: Programme }
  | { readonly type: 'edit'; readonly programme: Programme }

export const FACILITATING = [
  'next',
  'back',
  'pause',
  'resume',
  'add-time',
  'promote',
  'step-down',
  'reveal',
  'close-vote',
  'open-vote',
  'bring',
  'lock',
  'unlock',
  'edit',
  'end',
] as const satisfies readonly Step['type'][]
type Facilitating = Extract<Step, { readonly type: (typeof FACILITATING)[number] }>
type Participating = Exclude<Step, Facilitating | { readonly type: 'start' }>

/** What goes on after the end: what was revealed is still material, and somebody may still see it differently. */
const AFTERWARDS: ReadonlySet<Step['type']> = new Set(['adopt', 'decide', 'dissent'])

export function step(workshop: Workshop | null, command: Step, by: Actor, means: Means): Stepped {
  if (command.type === 'start') return start(workshop, command.programme, by, means)
  if (isFacilitating(command)) {
    if (workshop === null || !isFacilitator(workshop.course, by.person)) return refused('not-facilitating')
    if (workshop.course.state !== 'running') return refused('not-running')
    return facilitate(withCourse(workshop, { facilitatedAt: means.now }), command, by, means)
  }
  const { type } = command
  if (workshop === null) return refused('not-running')
  if (workshop.course.state !== 'running')
    return AFTERWARDS.has(type) ? takePart(workshop, command, by, means) : refused('not-running')
  const there = come(workshop, by)
  return there.ok ? takePart(there.value, command, by, means) : there
}

function isFacilitating(command: Step): command is Facilitating {
  return (FACILITATING as readonly string[]).includes(command.type)
}

function facilitate(workshop: Workshop, command: Facilitating, by: Actor, means: Means): Stepped {
  switch (command.type) {
    case 'next':
      return move(workshop, 1, command.from, means)
    case 'back':
      return move(workshop, -1, command.from, means)
    case 'pause':
      return pause(workshop, means)
    case 'resume':
      return resume(workshop, means)
    case 'add-time':
      return giveTime(workshop, command.ms, means)
    case 'promote':
      return promote(workshop, command.person, means)
    case 'step-down':
      return stepDown(workshop, by)
    case 'reveal':
      return reveal(workshop, command.prompt)
    case 'close-vote':
      return close(workshop, means)
    case 'open-vote':
      return openAgain(workshop, means)
    case 'bring':
      return bring(workshop, command.about, means)
    case 'lock':
      return lock(workshop, by.person)
    case 'unlock':
      return unlock(workshop)
    case 'edit':
      return edit(workshop, command.programme, means)
    case 'end':
      return end(workshop, means)
  }
}

function takePart(workshop: Workshop, command: Participating, by: Actor, means: Means): Stepped {
  switch (command.type) {
    case 'write':
      return write(workshop, by, command, means)
    case 'vote':
      return putDots(workshop, by, command.about, command.dots, means)
    case 'adopt':
      return adopt(workshop, by, command, means)
    case 'decide':
      return decide(workshop, by, command, means)
    case 'dissent':
      return dissent(workshop, by, command, means)
    case 'hand':
      return raiseHand(workshop, by, command.up)
    case 'speak-for':
      return speakFor(workshop, by, command.voice)
  }
}

function bring(workshop: Workshop, about: string | null, { map, now }: Means): Stepped {
  if (about !== null && !isThere(about, workshop, map)) return refused('nothing-there')
  return became(withCourse(workshop, { brought: { about, at: now } }))
}
