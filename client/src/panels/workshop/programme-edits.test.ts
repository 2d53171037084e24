import { programmeRequest, STAGE_KINDS } from '@throughline/shared/protocol'
import { PROGRAMMES, type Programme } from '@throughline/shared/workshop'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addPrompt,
  addStage,
  changePrompt,
  changeStage,
  isComplete,
  keyOf,
  minutesOf,
  moveStage,
  msOf,
  removePrompt,
  removeStage,
} from './programme-edits.ts'

const [first] = PROGRAMMES as readonly [Programme, ...Programme[]]
const place = fc.nat({ max: 7 })
const edit = fc.oneof(
  fc.constantFrom(...STAGE_KINDS).map((kind) => (programme: Programme) => addStage(programme, kind)),
  fc.tuple(place, fc.constantFrom<[-1, 1][number]>(-1, 1)).map(
    ([at, by]) =>
      (programme: Programme) =>
        moveStage(programme, at, by, 2),
  ),
  place.map((at) => (programme: Programme) => (at < 2 ? programme : removeStage(programme, at))),
  place.map(
    (at) => (programme: Programme) => (programme.stages[at]?.kind === 'gather' ? addPrompt(programme, at) : programme),
  ),
  place.map((at) => (programme: Programme) => {
    const id = programme.stages[at]?.prompts.at(-1)?.id ?? ''
    return at < 2 ? programme : removePrompt(programme, at, id)
  }),
  fc.tuple(place, fc.string({ maxLength: 20 })).map(
    ([at, instruction]) =>
      (programme: Programme) =>
        changeStage(programme, at, { instruction }),
  ),
  fc.tuple(place, fc.string({ maxLength: 20 })).map(([at, text]) => (programme: Programme) => {
    const id = programme.stages[at]?.prompts[0]?.id ?? ''
    return changePrompt(programme, at, id, { text })
  }),
)

test('whatever is edited: what is complete is taken by the server, and what was entered keeps its place', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
      const edited = edits.reduce((programme, change) => change(programme), first)
      if (isComplete(edited) && edited.stages.length <= 20) programmeRequest.parse(edited)
      expect(edited.stages.slice(0, 2).map(({ kind }) => kind)).toEqual(['talk', 'gather'])
      expect(edited.stages[1]?.prompts.slice(0, 4).map(({ id }) => id)).toEqual(
        first.stages[1]?.prompts.map(({ id }) => id),
      )
    }),
  )
})

test('a stage that is moved or changed is the same stage, and another one is not', () => {
  const keys = first.stages.map(keyOf)
  expect(new Set(keys).size).toBe(first.stages.length)
  const moved = moveStage(changeStage(first, 2, { title: 'Look' }), 2, 1, 2)
  expect(moved.stages.map(keyOf)).toEqual(keys.toSpliced(2, 1).toSpliced(3, 0, keys[2] ?? 0))
  expect(removeStage(first, 2).stages.map(keyOf)).toEqual(keys.toSpliced(2, 1))
  expect(keys).not.toContain(addStage(first, 'talk').stages.map(keyOf).at(-1))
})

test('a question that asks nothing, a stage without questions and a programme without a name are not complete', () => {
  expect(isComplete(first)).toBe(true)
  expect(isComplete(addStage(first, 'gather'))).toBe(false)
  expect(isComplete({ ...first, title: ' ' })).toBe(false)
  expect(isComplete({ ...first, stages: [] })).toBe(false)
  const [id] = first.stages[1]?.prompts.map((prompt) => prompt.id) ?? []
  expect(isComplete(changePrompt(first, 1, id ?? '', { text: '' }))).toBe(false)
})

test('minutes are read as they are written', () => {
  expect(['10', '2,5', ' 1.5 ', '', '0', '-3', 'ten'].map(msOf)).toEqual([
    600_000,
    150_000,
    90_000,
    null,
    null,
    null,
    null,
  ])
  expect([600_000, 150_000, null].map(minutesOf)).toEqual(['10', '2.5', ''])
})
