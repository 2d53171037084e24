import { describe, expect, test } from 'vitest'
import { savedState, savedTogether, type SavedFacts, type SavedState } from './saved-state.ts'

const settled: SavedFacts = {
  hasMap: true,
  synced: true,
  canWrite: true,
  answered: true,
  missed: false,
  sent: 3,
  receipted: 3,
  waiting: false,
  kept: true,
  locked: false,
  trouble: null,
  refusedWith: null,
  restarting: false,
}
const away: SavedFacts = { ...settled, synced: false, answered: false, sent: 0, receipted: 0 }

test('[SS1] says saved only when every sent frame is receipted', () => {
  expect(savedState(settled)).toEqual({ is: 'saved' })
  expect(savedState({ ...settled, receipted: 2, waiting: true })).toEqual({ is: 'saving' })
})

test('[SS4] on a locked canvas what got there before is saved, and what waits says so whether it was sent or not', () => {
  const locked = { ...settled, locked: true }
  expect(savedState(locked)).toEqual({ is: 'saved' })
  // Come while it was locked: never asked what it brings.
  expect(savedState({ ...locked, answered: false, sent: 0, receipted: 0 })).toEqual({ is: 'saved' })
  for (const held of [
    { receipted: 2, waiting: true },
    { answered: false, sent: 0, receipted: 0, waiting: true },
  ])
    expect(savedState({ ...locked, ...held, kept: false })).toEqual({ is: 'locked', kept: false })
  expect(savedState({ ...away, locked: true, waiting: true })).toMatchObject({ is: 'offline', waiting: true })
  expect(savedTogether({ is: 'locked', kept: true }, { is: 'saving' })).toEqual({ is: 'locked', kept: true })
})

test('[SS1] what waited before this connection is not saved before it has been sent over it', () => {
  expect(savedState({ ...settled, answered: false, sent: 0, receipted: 0, waiting: true })).toEqual({ is: 'saving' })
})

test('[SS1] an edit that the closing socket did not take is not saved', () => {
  expect(savedState({ ...settled, missed: true, waiting: true })).toEqual({ is: 'saving' })
})

test('[SS2] [SS3] says what waits while the server is out of reach, and whether a reload would find it', () => {
  expect(savedState({ ...away, waiting: true })).toEqual({ is: 'offline', waiting: true, kept: true })
  expect(savedState({ ...away, waiting: true, kept: false })).toEqual({ is: 'offline', waiting: true, kept: false })
  expect(savedState(away)).toEqual({ is: 'offline', waiting: false, kept: true })
})

test('[SS1] a restart is no news while it is short, and no reason to call saved what waits', () => {
  const soon = { ...away, restarting: true }
  expect(savedState(soon)).toEqual({ is: 'saved' })
  expect(savedState({ ...soon, waiting: true })).toEqual({ is: 'saving' })
  expect(savedState({ ...soon, canWrite: false })).toEqual({ is: 'reading-only' })
  expect(savedState({ ...soon, hasMap: false })).toEqual({ is: 'opening' })
})

test('a map that was never here is opening, not offline', () => {
  expect(savedState({ ...away, hasMap: false })).toEqual({ is: 'opening' })
})

test('a refusal outweighs everything, and a reader is told that it reads', () => {
  expect(savedState({ ...settled, waiting: true, refusedWith: 4403 })).toEqual({
    is: 'refused',
    code: 4403,
    waiting: true,
    kept: true,
  })
  expect(savedState({ ...settled, canWrite: false, answered: false, sent: 1, receipted: 0 })).toEqual({
    is: 'reading-only',
  })
})

test('a server that does not save is named until something is saved, however often it lets one in', () => {
  const trouble = { code: 4503, why: 'The disk is full.' }
  const notSaved = { is: 'not-saved', code: 4503, why: 'The disk is full.', kept: true }
  expect(savedState({ ...away, trouble, waiting: true })).toEqual(notSaved)
  expect(savedState({ ...settled, receipted: 2, trouble, waiting: true })).toEqual(notSaved)
  expect(savedState({ ...settled, trouble })).toEqual({ is: 'saved' })
  expect(savedState({ ...away, canWrite: false, trouble })).toMatchObject({ is: 'offline' })
})

describe('the map and its comments together', () => {
  const saved: SavedState = { is: 'saved' }
  const reading: SavedState = { is: 'reading-only' }
  const offline = (waiting: boolean, kept: boolean): SavedState => ({ is: 'offline', waiting, kept })
  test.each<readonly [string, SavedState, SavedState, SavedState]>([
    ['a comment under way is said, to whoever only comments too', reading, { is: 'saving' }, { is: 'saving' }],
    ['a saved comment leaves the canvas its word', reading, saved, reading],
    ['comments on their way in hold nothing up', saved, { is: 'opening' }, saved],
    [
      'a comment that waits is what counts for whoever keeps no canvas',
      offline(false, false),
      offline(true, true),
      offline(true, true),
    ],
    ['an edit that is not kept is not called kept', offline(true, false), offline(true, true), offline(true, false)],
    ['comments offline with nothing to send say nothing', saved, offline(false, true), saved],
    [
      'comments that are refused do not close the map',
      saved,
      { is: 'refused', code: 4403, waiting: true, kept: true },
      { is: 'not-saved', code: 4403, why: '', kept: true },
    ],
    [
      'a canvas that is refused does',
      { is: 'refused', code: 4403, waiting: false, kept: true },
      saved,
      { is: 'refused', code: 4403, waiting: false, kept: true },
    ],
  ])('%s', (_what, canvas, comments, together) => {
    expect(savedTogether(canvas, comments)).toEqual(together)
  })
})
