import type { StageKind, WorkshopView } from '@throughline/shared/protocol'
import { expect, test } from 'vitest'
import { nextThing } from './next-thing.ts'

const stageOf = (kind: StageKind) => ({ kind, title: '', instruction: '', lastsMs: 60_000 })
const KINDS: readonly StageKind[] = ['gather', 'reveal', 'vote', 'decide']

function running(index: number, part: Partial<WorkshopView> = {}): WorkshopView {
  const stages = KINDS.map(stageOf)
  return {
    state: 'running',
    now: 0,
    run: 'run',
    title: '',
    voices: [],
    programme: { id: 'p', title: '', about: '', named: false, stages },
    stage: { index, kind: KINDS[index] ?? 'talk', endsAt: 1, paused: false, left: null },
    me: { person: 'ana', facilitator: true },
    people: [],
    prompts: [{ id: 'q', text: '', kind: null, written: 1, mine: '', tellings: null }],
    vote: null,
    ...part,
  }
}

const VOTE = { open: true, mine: {}, left: 3, counts: null, about: [], thin: false }
const revealed = [{ id: 'q', text: '', kind: null, written: 1, mine: '', tellings: [] }]

test('after writing comes the next stage, which reveals nothing by itself', () => {
  expect(nextThing(running(0))).toMatchObject({ is: 'stage', stage: { kind: 'reveal' } })
})

test('in a reveal stage what is sealed is revealed first, then one goes on', () => {
  expect(nextThing(running(1))).toEqual({ is: 'reveal' })
  expect(nextThing(running(1, { prompts: revealed }))).toMatchObject({ is: 'stage', stage: { kind: 'vote' } })
})

test('an open vote is closed before one goes on', () => {
  expect(nextThing(running(2, { vote: VOTE }))).toEqual({ is: 'close-vote' })
  expect(nextThing(running(2, { vote: { ...VOTE, open: false } }))).toMatchObject({
    is: 'stage',
    stage: { kind: 'decide' },
  })
})

test('after the last stage comes the end', () => {
  expect(nextThing(running(3))).toEqual({ is: 'end' })
})
