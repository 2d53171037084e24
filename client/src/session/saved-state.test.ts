import { expect, test } from 'vitest'
import { savedState, type SavedFacts } from './saved-state.ts'

const settled: SavedFacts = {
  everSynced: true,
  synced: true,
  canWrite: true,
  sent: 3,
  receipted: 3,
  edited: false,
  refusedWith: null,
}

test('[SS1] says saved only when every sent frame is receipted', () => {
  expect(savedState(settled)).toEqual({ is: 'saved' })
  expect(savedState({ ...settled, receipted: 2 })).toEqual({ is: 'saving' })
})

test('[SS2] says that edits are waiting while the server is out of reach', () => {
  expect(savedState({ ...settled, synced: false, edited: true })).toEqual({ is: 'offline', waiting: true })
  expect(savedState({ ...settled, synced: false })).toEqual({ is: 'offline', waiting: false })
})

test('a map that was never reached is opening, not offline', () => {
  expect(savedState({ ...settled, everSynced: false, synced: false })).toEqual({ is: 'opening' })
})

test('a refusal outweighs everything, and a reader is told that it reads', () => {
  expect(savedState({ ...settled, refusedWith: 4403 })).toEqual({ is: 'refused', code: 4403 })
  expect(savedState({ ...settled, canWrite: false, sent: 1, receipted: 0 })).toEqual({ is: 'reading-only' })
})

test('[SS1] edits made offline are not saved before they have been sent', () => {
  expect(savedState({ ...settled, sent: 0, receipted: 0, edited: true })).toEqual({ is: 'saving' })
})
