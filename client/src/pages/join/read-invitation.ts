/** What an address of the Join page leads to: `/j/<code>` as it is on the screen, `/j/<map>#key=…` as it was sent, `/j`. */
import { isId, readJoinCode, type MapId } from '@throughline/shared/schema'

export type Invitation =
  | { readonly is: 'code'; readonly code: string }
  /** Without a key for whoever has been here before. */
  | { readonly is: 'map'; readonly map: MapId; readonly key: string | null }
  | { readonly is: 'nothing' }

export function readInvitation(path: string, fragment: string): Invitation {
  const name = decoded(/^\/j\/([^/]+)\/?$/.exec(path)?.[1] ?? '')
  const key = new URLSearchParams(fragment.replace(/^#/, '')).get('key')
  const code = readJoinCode(name)
  if (code !== null && key === null) return { is: 'code', code }
  return isId(name) ? { is: 'map', map: name as MapId, key: key === '' ? null : key } : { is: 'nothing' }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return '' // no address of ours
  }
}
