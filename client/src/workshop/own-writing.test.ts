/** @vitest-environment jsdom */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OwnWriting, type Sent } from './own-writing.ts'

const NAME = 'throughline:writing:map:run:ana'
let sent: string[]
let answer: () => Promise<Sent>

const writing = () =>
  new OwnWriting({
    name: NAME,
    send: (prompt, text) => {
      sent.push(`${prompt}: ${text}`)
      return answer()
    },
    now: () => 1_000,
    onChange: () => {},
  })

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  sent = []
  answer = async () => ({ is: 'taken' })
})
afterEach(() => vi.useRealTimers())

test('words go to the server once the hand rests, and then nothing of them stays on the device', async () => {
  const mine = writing()
  mine.write('value', 'We take')
  mine.write('value', 'We take the alarm')
  expect(localStorage.getItem(NAME)).toContain('We take the alarm')
  expect(mine.read('value').is).toBe('saving')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toEqual(['value: We take the alarm'])
  expect(mine.read('value')).toEqual({ text: 'We take the alarm', is: 'kept', at: 1_000, why: null })
  expect(localStorage.getItem(NAME)).toBeNull()
})

test('words that were written offline outlast a reload and are sent when the server is heard again', async () => {
  answer = async () => ({ is: 'out-of-reach' })
  const before = writing()
  before.write('value', 'On the train')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(before.read('value').is).toBe('waiting')
  before.close()

  answer = async () => ({ is: 'taken' })
  sent = []
  const after = writing()
  expect(after.read('value').text).toBe('On the train')
  after.heard('value', 'an older text')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toEqual(['value: On the train'])
  expect(localStorage.getItem(NAME)).toBeNull()
})

test('taking all words away is an edit like any other', async () => {
  answer = async () => ({ is: 'out-of-reach' })
  const before = writing()
  before.heard('value', 'Something')
  before.write('value', '')
  before.close()
  const after = writing()
  after.heard('value', 'Something')
  expect(after.read('value').text).toBe('')
})

test('what was written on another device is shown where nothing waits here', () => {
  const mine = writing()
  mine.heard('value', 'From my phone')
  expect(mine.read('value')).toMatchObject({ text: 'From my phone', is: 'kept' })
})

test('words written while others are on their way go after them, and none is lost', async () => {
  let arrive = (_sent: Sent) => {}
  answer = () => new Promise((resolve) => (arrive = resolve))
  const mine = writing()
  mine.write('value', 'One')
  await vi.advanceTimersByTimeAsync(1_000)
  mine.write('value', 'One two')
  mine.heard('value', 'One')
  expect(mine.read('value').text).toBe('One two')
  arrive({ is: 'taken' })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toEqual(['value: One', 'value: One two'])
  arrive({ is: 'taken' })
  await vi.advanceTimersByTimeAsync(0)
  expect(mine.read('value').is).toBe('kept')
})

test('it goes on trying, more and more slowly, and at once when it is told to', async () => {
  answer = async () => ({ is: 'out-of-reach' })
  const mine = writing()
  mine.write('value', 'Still here')
  await vi.advanceTimersByTimeAsync(8_000)
  expect(sent.length).toBeGreaterThanOrEqual(3)
  expect(sent.length).toBeLessThanOrEqual(5)
  answer = async () => ({ is: 'taken' })
  mine.flush()
  await vi.advanceTimersByTimeAsync(1)
  expect(mine.read('value').is).toBe('kept')
})

test('what the server does not take stays here and says why, until it is written again', async () => {
  answer = async () => ({ is: 'refused', why: 'A text has at most 2,000 characters.' })
  const mine = writing()
  mine.write('value', 'Too long')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(mine.read('value')).toMatchObject({
    text: 'Too long',
    is: 'refused',
    why: 'A text has at most 2,000 characters.',
  })
  expect(localStorage.getItem(NAME)).toContain('Too long')
  // Written anew and taken back before it was read again: why it is refused now is another reason.
  answer = async () => ({ is: 'refused', why: 'The workshop has ended.' })
  mine.write('value', 'Too long!')
  mine.write('value', 'Too long')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(mine.read('value').why).toBe('The workshop has ended.')
  answer = async () => ({ is: 'taken' })
  mine.write('value', 'Short')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(mine.read('value').is).toBe('kept')
})
