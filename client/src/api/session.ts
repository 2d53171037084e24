/** Who this browser is to a map. The key travels once, in a body; from then on there is a cookie scripts cannot read. */
import { asAppError } from '@throughline/shared/errors'
import type { ClientConfig, MadePerson, SessionAnswer } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { callJson } from './http.ts'

export function openWithKey(map: MapId, key: string): Promise<SessionAnswer> {
  return callJson<SessionAnswer>('/api/session', { method: 'POST', body: { map, key } })
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
