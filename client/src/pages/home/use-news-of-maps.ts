/**
 * What has changed on the maps of this browser since it was last there. Asked for the maps on top of the list, a few at
 * a time: a list of two hundred must not become two hundred questions at once.
 */
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { fetchChanges, type ChangesAnswer } from '../../api/changes.ts'
import type { KnownMap } from '../../browser/known-maps.ts'

const ASKED_FOR = 24
const AT_ONCE = 3

/** A map that is not in it has not answered, or says nothing to this browser any more. */
export type NewsOfMaps = ReadonlyMap<MapId, ChangesAnswer>

export function useNewsOfMaps(maps: readonly KnownMap[]): NewsOfMaps {
  const [news, setNews] = useState<NewsOfMaps>(new Map())
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
        // The list is whole without it.
        const answer = await fetchChanges(asked, 'last').catch(() => null)
        if (answer !== null && !page.left) setNews((before) => new Map(before).set(asked, answer))
      }
    }
    for (let n = 0; n < AT_ONCE; n += 1) void work()
    return () => {
      page.left = true
    }
  }, [ids])
  return news
}
