import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MapId } from '@throughline/shared/schema'
import { PROGRAMMES } from '@throughline/shared/workshop'
import { anyMove } from '../../test/any-move.ts'
import { Watched } from '../../test/watched-workshop.ts'
import { memoryWorkshops } from '../stores/memory/memory-workshops.ts'
import { changeBetween, workshopOf } from './keeping.ts'
import type { Workshop } from './rules/index.ts'

const MAP = 'map' as MapId

test('change after change, the store holds the workshop, and is told of a reveal and of a closed vote', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { minLength: 20, maxLength: 60, size: 'max' }), async (moves) => {
      const store = memoryWorkshops({ all: new Map(), isThere: () => true, addKey() {} })
      const watched = new Watched()
      const { table } = watched
      table.start('ana', PROGRAMMES[moves.length % PROGRAMMES.length]!)
      let before: Workshop | null = null
      for (const move of [null, ...moves]) {
        if (move !== null) watched.make(move)
        const after = table.workshop!
        const change = changeBetween(before, after)
        if (change !== null) await store.save(MAP, change)
        before = after
        const kept = (await store.load(MAP))!
        expect(sorted(workshopOf(kept))).toEqual(sorted(after))
        const { revealed, programme } = after.course
        const open = programme.named ? 'all-named' : 'all'
        for (const { prompt, readers } of kept.writings)
          expect(readers).toBe(revealed.includes(prompt) ? open : 'author')
      }
    }),
    { numRuns: 100 },
  )
})

/** The order of what people wrote, and of their ballots, says nothing. */
function sorted({ course, writings, ballots }: Workshop) {
  const given = [...ballots].filter(([, people]) => people.size > 0)
  return {
    course,
    writings: new Map([...writings].toSorted()),
    ballots: new Map(given.map(([vote, people]) => [vote, new Map([...people].toSorted())])),
  }
}
