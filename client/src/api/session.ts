/** Who this browser is to a map. The key travels once, in a body; from then on there is a cookie scripts cannot read. */
import { asAppError } from '@throughline/shared/errors'
import type {
  ClientConfig,
  JoinAnswer,
  MadePerson,
  PeopleList,
  PersonView,
  SessionAnswer,
} from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { call, callJson } from './http.ts'

export function openWithKey(map: MapId, key: string): Promise<SessionAnswer> {
  return callJson<SessionAnswer>('/api/session', { method: 'POST', body: { map, key } })
}

/** Into the workshop whose code this is, as it was read off the screen. */
export function openWithCode(code: string): Promise<JoinAnswer> {
  return callJson<JoinAnswer>('/api/join', { method: 'POST', body: { code } })
}

export function openAgain(map: MapId): Promise<SessionAnswer> {
  return callJson<SessionAnswer>(`/api/session/${encodeURIComponent(map)}`)
}

/**
 * Makes this browser one person on this map, whatever number of windows it opens. The answer sets a cookie, which goes
 * with every later call and socket by itself.
 */
export async function becomePerson(map: MapId, name: string): Promise<string> {
  const path = `/api/maps/${encodeURIComponent(map)}/people`
  return (await callJson<MadePerson>(path, { method: 'POST', body: { name } })).id
}

/** The same, for whoever says at once which voice they speak for. */
export async function joinAs(map: MapId, name: string, voice: string | null): Promise<void> {
  await call(`/api/maps/${encodeURIComponent(map)}/people`, { method: 'POST', body: { name, voice } })
}

/** This person goes by another name from now on, also for those who look at what they wrote before. */
export async function callMeAt(map: MapId, name: string): Promise<void> {
  await call(`/api/maps/${encodeURIComponent(map)}/people/me`, { method: 'POST', body: { name } })
}

/** Everybody who was ever on the map, the newest first. */
export async function listPeople(map: MapId): Promise<readonly PersonView[]> {
  return (await callJson<PeopleList>(`/api/maps/${encodeURIComponent(map)}/people`)).people
}

/** Whether a key still opens its map. A server out of reach says nothing against it. */
export async function keyOpens(map: MapId, key: string): Promise<boolean> {
  try {
    await callJson<SessionAnswer>(`/api/session/${encodeURIComponent(map)}`, { key })
    return true
  } catch (error) {
    const { kind } = asAppError(error)
    return kind !== 'not-allowed' && kind !== 'unknown-map' && kind !== 'no-key'
  }
}

let config: Promise<ClientConfig> | null = null

/** What the server says about itself; asked once a page. */
export function serverConfig(): Promise<ClientConfig> {
  config ??= callJson<ClientConfig>('/api/config').catch((error: unknown) => {
    config = null
    throw error
  })
  return config
}
