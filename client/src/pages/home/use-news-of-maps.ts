/**
 * What has changed on the maps of this browser since it was last there. Asked for the maps on top of the list, a few at
 * a time: a list of two hundred must not become two hundred questions at once.
 */
import { asAppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { fetchChanges, type ChangesAnswer } from '../../api/changes.ts'
import type { KnownMap } from '../../browser/known-maps.ts'

const ASKED_FOR = 24
const AT_ONCE = 3

export interface NewsOfMaps {
  /** A map that is not in it has not answered, or says nothing to this browser any more. */
  readonly news: ReadonlyMap<MapId, ChangesAnswer>
  /** Maps that the server still has, and that this browser's key opens no more. */
  readonly closed: readonly MapId[]
}

const NOTHING: NewsOfMaps = { news: new Map(), closed: [] }

export function useNewsOfMaps(maps: readonly KnownMap[]): NewsOfMaps {
  const [known, setKnown] = useState(NOTHING)
  const ids = maps
    .filter(({ role }) => role !== 'reader')
    .slice(0, ASKED_FOR)
    .map(({ id }) => id)
    .join(' ')
  useEffect(() => {
    const page = { left: false }
    const waiting = ids.split(' ').filter((id) => id !== '') as MapId[]
    const work = async () => {
      for (let id = waiting.shift(); id !== undefined && !page.left; id = waiting.shift()) {
        const asked = id
        try {
          const answer = await fetchChanges(asked, 'last')
          if (!page.left) setKnown((before) => ({ ...before, news: new Map(before.news).set(asked, answer) }))
        } catch (error) {
          // Otherwise the list is whole without it.
          if (!page.left && asAppError(error).kind === 'not-allowed')
            setKnown((before) => ({ ...before, closed: [...before.closed, asked] }))
        }
      }
    }
    for (let n = 0; n < AT_ONCE; n += 1) void work()
    return () => {
      page.left = true
    }
  }, [ids])
  return known
}
