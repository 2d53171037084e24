/**
 * From an invitation to being in: the code or the key is traded for a cookie, once, and leaves the address bar; then a
 * name and a voice make this browser a person of the map.
 */
import { asAppError, type AppError } from '@throughline/shared/errors'
import type { SessionAnswer, WorkshopView } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { useCallback, useEffect, useState } from 'react'
import { joinAs, openAgain, openWithCode, openWithKey } from '../../api/session.ts'
import { readWorkshop } from '../../api/workshop.ts'
import type { Invitation } from './read-invitation.ts'

export type Joining =
  | { readonly is: 'opening' }
  /** For whoever came without a code, or with one that leads nowhere: `error` says so. */
  | { readonly is: 'typing'; readonly error: AppError | null }
  | { readonly is: 'asking'; readonly map: MapId; readonly view: WorkshopView }
  | { readonly is: 'in'; readonly map: MapId }
  | { readonly is: 'refused'; readonly error: AppError }

async function trade(invitation: Exclude<Invitation, { is: 'nothing' }>): Promise<SessionAnswer & { map: MapId }> {
  if (invitation.is === 'code') {
    const answer = await openWithCode(invitation.code)
    return { ...answer, map: answer.map as MapId }
  }
  const { map, key } = invitation
  return { ...(await (key === null ? openAgain(map) : openWithKey(map, key))), map }
}

async function open(invitation: Invitation): Promise<Joining> {
  if (invitation.is === 'nothing') return { is: 'typing', error: null }
  try {
    const { map, person } = await trade(invitation)
    // By this address one comes back by one's cookie, also when the code is no more.
    window.history.replaceState(null, '', `/j/${map}`)
    return person === null ? { is: 'asking', map, view: await readWorkshop(map) } : { is: 'in', map }
  } catch (thrown) {
    const error = asAppError(thrown)
    return invitation.is === 'code' ? { is: 'typing', error } : { is: 'refused', error }
  }
}

export interface Join {
  readonly withCode: (code: string) => Promise<void>
  readonly as: (map: MapId, name: string, voice: string | null) => Promise<void>
}

export function useJoining(first: Invitation): readonly [Joining, Join] {
  const [joining, setJoining] = useState<Joining>({ is: 'opening' })
  useEffect(() => {
    let left = false
    void open(first).then((opened) => left || setJoining(opened))
    return () => {
      left = true
    }
  }, [first])
  const withCode = useCallback(async (code: string) => setJoining(await open({ is: 'code', code })), [])
  const as = useCallback(async (map: MapId, name: string, voice: string | null) => {
    await joinAs(map, name, voice)
    setJoining({ is: 'in', map })
  }, [])
  return [joining, { withCode, as }]
}
