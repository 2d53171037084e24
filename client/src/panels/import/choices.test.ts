import { readPasted } from '@throughline/shared/paste'
import { expect, test } from 'vitest'
import { changedChoices, choiceKey, firstChoices, type Choices, type ChoiceStep } from './choices.ts'

const start = firstChoices(readPasted('Value: Calm\nAudience: Nurses\n???\nProof: Nine hours', 'plain'))
const after = (...steps: readonly ChoiceStep[]): Choices => steps.reduce(changedChoices, start)
const kinds = ({ kinds }: Choices) => [...kinds.values()]
const press = (key: string, shiftKey = false, ctrlKey = false) =>
  choiceKey({ key, shiftKey, ctrlKey, metaKey: false, altKey: false })

test('begins with what was proposed, and nothing chosen', () => {
  expect(kinds(start)).toEqual(['value', 'audience', null, 'proof'])
  expect(start.marked.size).toBe(0)
})

test('[CH1] a kind is set for the line one is at, or for all that are chosen', () => {
  expect(kinds(after({ do: 'set', kind: 'purpose' }))).toEqual(['purpose', 'audience', null, 'proof'])
  const two = after(
    { do: 'move', by: 1, extend: false },
    { do: 'move', by: 1, extend: true },
    { do: 'set', kind: 'proof' },
  )
  expect(kinds(two)).toEqual(['value', 'proof', 'proof', 'proof'])
  expect(kinds(changedChoices(two, { do: 'set', kind: null }))).toEqual(['value', null, null, 'proof'])
})

test('a pointer chooses one, one more, or a range; a second press takes it back', () => {
  const marks = (...steps: readonly ChoiceStep[]) => [...after(...steps).marked]
  expect(marks({ do: 'point', at: 2, how: 'one' })).toEqual(['line-3'])
  expect(marks({ do: 'point', at: 0, how: 'one' }, { do: 'point', at: 3, how: 'more' })).toEqual(['line-1', 'line-4'])
  expect(marks({ do: 'point', at: 1, how: 'one' }, { do: 'point', at: 3, how: 'range' })).toHaveLength(3)
  expect(marks({ do: 'point', at: 3, how: 'more' }, { do: 'point', at: 3, how: 'more' })).toEqual([])
})

test('keys move, choose and set; they stay within the list', () => {
  expect(after(press('End') as ChoiceStep).at).toBe(3)
  expect(after(press('Home') as ChoiceStep).at).toBe(0)
  expect(after(press('a', false, true) as ChoiceStep).marked.size).toBe(4)
  expect(['1', '2', '3', '4', '0'].map((key) => press(key))).toEqual(
    ['purpose', 'value', 'audience', 'proof', null].map((kind) => ({ do: 'set', kind })),
  )
  for (const key of ['5', 'x', 'Enter', 'Tab', 'Escape']) expect(press(key)).toBeNull()
})
