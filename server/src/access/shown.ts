/** What a caller has shown: read once from a request, whether it is a call or an upgrade. */
import type { IncomingMessage } from 'node:http'
import { parseCookie } from 'cookie'
import type { MapId } from '@throughline/shared/schema'

export interface Shown {
  /** A key, and how it came; Bearer beats the query, the query beats the cookie. */
  readonly secret: { readonly by: 'key' | 'session'; readonly value: string } | null
  readonly person: string | null
  /** A person named on purpose must be known; one in a cookie may be stale. */
  readonly personBy: 'request' | 'cookie'
}

/** Cookies go by map, so that one browser can hold different roles on different maps. */
export const sessionCookie = (map: MapId) => `tl_${map}`
export const personCookie = (map: MapId) => `tlp_${map}`

export function bearerOf(request: IncomingMessage): string | null {
  const match = /^Bearer +([\x21-\x7e]+) *$/i.exec(request.headers.authorization ?? '')
  return match?.[1] ?? null
}

export function readShown(request: IncomingMessage, map: MapId, query?: URLSearchParams): Shown {
  const cookies = parseCookie(request.headers.cookie ?? '')
  const key = bearerOf(request) ?? query?.get('key')
  const session = cookies[sessionCookie(map)]
  const header = request.headers['x-person']
  // An empty one is none: clients that have no token send it so.
  const person = query?.get('person') || (typeof header === 'string' && header !== '' ? header : null)
  return {
    secret: key ? { by: 'key', value: key } : session ? { by: 'session', value: session } : null,
    person: person ?? cookies[personCookie(map)] ?? null,
    personBy: person === null ? 'cookie' : 'request',
  }
}
