/** Which pages may use a browser's cookies here. */
import type { IncomingMessage } from 'node:http'

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

/** True for the server's own pages. Without `PUBLIC_URL` those are the ones under the address that was asked. */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return false
  return publicUrl === null ? hostOf(origin) === host?.toLowerCase() : origin === publicUrl
}

/** With `PUBLIC_URL` set, no other page may come here at all; programs send no `Origin`. */
export function isForeignOrigin(request: IncomingMessage, publicUrl: string | null): boolean {
  return publicUrl !== null && request.headers.origin !== undefined && request.headers.origin !== publicUrl
}
