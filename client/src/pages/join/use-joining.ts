/**
 * From an invitation to being in: the key in the fragment is traded for a cookie, once, and leaves the address bar; then
 * a name and a voice make this browser a person of the map.
 */
import { asAppError, type AppError } from '@throughline/shared/errors'
import type { MapId, Voice } from '@throughline/shared/schema'
import { useCallback, useEffect, useState } from 'react'
import { joinAs, openAgain, openWithKey } from '../../api/session.ts'
import { readWorkshop } from '../../api/workshop.ts'

export type Joining =
  | { readonly is: 'opening' }
  | { readonly is: 'asking'; readonly title: string; readonly voices: readonly Pick<Voice, 'id' | 'name'>[] }
  | { readonly is: 'in' }
  | { readonly is: 'refused'; readonly error: AppError }

function keyInFragment(): string | null {
  const key = new URLSearchParams(window.location.hash.replace(/^#/, '')).get('key')
  return key === '' ? null : key
}

async function open(map: MapId): Promise<Joining> {
  try {
    const key = keyInFragment()
    const { person } = key === null ? await openAgain(map) : await openWithKey(map, key)
    window.history.replaceState(null, '', window.location.pathname)
    if (person !== null) return { is: 'in' }
    const { title, voices } = await readWorkshop(map)
    return { is: 'asking', title, voices: voices.map(({ id, name }) => ({ id: id as Voice['id'], name })) }
  } catch (thrown) {
    return { is: 'refused', error: asAppError(thrown) }
  }
}

/** One opening a map, however often React runs the effect. */
const openings = new Map<MapId, Promise<Joining>>()

export function useJoining(
  map: MapId,
): readonly [Joining, join: (name: string, voice: string | null) => Promise<void>] {
  const [joining, setJoining] = useState<Joining>({ is: 'opening' })
  useEffect(() => {
    let left = false
    const going = openings.get(map) ?? open(map)
    openings.set(map, going)
    void going.then((opened) => left || setJoining(opened))
    return () => {
      left = true
    }
  }, [map])
  const join = useCallback(
    async (name: string, voice: string | null) => {
      await joinAs(map, name, voice)
      setJoining({ is: 'in' })
    },
    [map],
  )
  return [joining, join]
}
