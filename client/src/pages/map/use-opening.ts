/**
 * From an address to the right to open it. A key in the fragment is traded for a cookie, once, and the fragment goes:
 * it must not stand in the address bar, in the history or in a screenshot.
 */
import type { Role } from '@throughline/shared/access'
import { isCommentId, type ThreadId } from '@throughline/shared/comments'
import { asAppError, type AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import { useCallback, useEffect, useState } from 'react'
import { becomePerson, openAgain, openWithKey } from '../../api/session.ts'
import { knownKeys, rememberKeys } from '../../browser/known-keys.ts'
import { me } from '../../browser/me.ts'

export type Opening =
  | { readonly is: 'opening' }
  | {
      readonly is: 'open'
      readonly role: Role
      readonly person: string | null
      /** What the server calls that person; null where it was not asked. */
      readonly knownAs: string | null
      readonly epoch: string
    }
  | { readonly is: 'refused'; readonly error: AppError }

/** The key in `#key=…`, or null. */
export function keyInFragment(fragment: string): string | null {
  const key = new URLSearchParams(fragment.replace(/^#/, '')).get('key')
  return key === null || key === '' ? null : key
}

/** The thread that `#thread=…` names, or null. */
export function threadInFragment(fragment: string): ThreadId | null {
  const thread = new URLSearchParams(fragment.replace(/^#/, '')).get('thread')
  return isCommentId(thread) ? thread : null
}

/** One trade a key, however often React runs the effect or somebody tries again. */
const trades = new Map<string, ReturnType<typeof openWithKey>>()

function trade(map: MapId, key: string): ReturnType<typeof openWithKey> {
  const name = `${map} ${key}`
  const going = trades.get(name) ?? openWithKey(map, key).finally(() => trades.delete(name))
  trades.set(name, going)
  return going
}

async function open(map: MapId): Promise<Opening> {
  const key = keyInFragment(window.location.hash)
  try {
    const { role, person, epoch } = key === null ? await openAgain(map) : await trade(map, key)
    dropFragment()
    if (key !== null && knownKeys(map)[role] === undefined) rememberKeys(map, { [role]: key })
    const knownAs = person?.name ?? me().name
    return { is: 'open', role, epoch, knownAs, person: person?.id ?? (await introduce(map, role)) }
  } catch (thrown) {
    const error = asAppError(thrown)
    if (error.extra['unreachable'] === true) {
      // A key that might still work is kept for the next try; meanwhile one works on what this device has.
      const kept = await keptOnDevice(map)
      if (kept !== null) return { is: 'open', role: kept.role, epoch: kept.epoch, knownAs: null, person: kept.person }
    } else dropFragment()
    return { is: 'refused', error }
  }
}

/** Null where nothing is kept, and on a page that is not the map's while what reads it is out of reach. */
async function keptOnDevice(map: MapId) {
  const device = await import('../../session/device/left-on-device.ts').catch(() => null)
  return device === null ? null : device.keptMap(map)
}

/** One introduction a map, however often React runs the effect: two would be two people. */
const introductions = new Map<MapId, Promise<string | null>>()

/** Without it the map opens all the same; then two windows of this browser look like two people. Readers meet nobody. */
function introduce(map: MapId, role: Role): Promise<string | null> {
  if (role === 'reader') return Promise.resolve(null)
  const going = introductions.get(map) ?? becomePerson(map, me().name).catch(() => null)
  introductions.set(map, going)
  void going.finally(() => introductions.delete(map))
  return going
}

/** The thread that a link points at stays until it has been opened; it is no secret. */
function dropFragment(): void {
  const { hash, pathname, search } = window.location
  const thread = threadInFragment(hash)
  const rest = thread === null ? '' : `#thread=${thread}`
  if (hash !== rest) window.history.replaceState(window.history.state, '', pathname + search + rest)
}

export function useOpening(map: MapId): readonly [Opening, again: () => void] {
  const [opening, setOpening] = useState<Opening>({ is: 'opening' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let left = false
    void open(map).then((opened) => {
      if (!left) setOpening(opened)
    })
    // A link of the same map with another key, pasted into the address bar, changes the fragment alone.
    const onHash = () => {
      if (keyInFragment(window.location.hash) !== null) setTries((n) => n + 1)
    }
    window.addEventListener('hashchange', onHash)
    return () => {
      left = true
      window.removeEventListener('hashchange', onHash)
    }
  }, [map, tries])
  const again = useCallback(() => {
    setOpening({ is: 'opening' })
    setTries((n) => n + 1)
  }, [])
  return [opening, again]
}
