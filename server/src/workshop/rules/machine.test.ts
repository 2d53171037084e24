import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PROGRAMMES } from '@throughline/shared/workshop'
import { anyMove } from '../../../test/any-move.ts'
import { Watched } from '../../../test/watched-workshop.ts'

test('no writing is lost, no state is impossible, time is never below zero, and nothing private is anybody else’s to see', () => {
  let [reveals, closed] = [0, 0]
  fc.assert(
    fc.property(fc.array(anyMove, { minLength: 20, maxLength: 70, size: 'max' }), (moves) => {
      const watched = new Watched()
      watched.table.start('ana', PROGRAMMES[moves.length % PROGRAMMES.length]!)
      for (const one of moves) {
        watched.make(one)
        watched.check()
      }
      reveals += watched.table.workshop!.course.revealed.length
      closed += watched.results.size
    }),
    { numRuns: 300 },
  )
  // Otherwise it would have looked at nothing.
  expect(Math.min(reveals, closed)).toBeGreaterThan(50)
  // Seven seconds of a core.
}, 60_000)
