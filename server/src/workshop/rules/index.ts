export type { Actor, Course, Dots, Participant, Settled, Vote, Workshop, Writing } from './workshop.ts'
export { isFacilitator, participantOf } from './workshop.ts'
export type { Means, OnMap, Outcome, Refusal, Stepped } from './outcome.ts'
export { step, type Step } from './step.ts'
export { isLockedFor, lockOf, type Lock } from './lock.ts'
export { come } from './people.ts'
export { ABANDONED_MS, ended } from './starting.ts'
export {
  countsOf,
  lookAt,
  momentOf,
  ownLooks,
  promptSeen,
  viewFor,
  type Counts,
  type Look,
  type Moment,
  type OwnLook,
} from './look.ts'
export { countDots } from './voting.ts'
export { shownVoice } from './voices.ts'
