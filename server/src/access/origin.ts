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

/** With `PUBLIC_URL` set, no other page may call here at all; programs send no `Origin`. */
export function isForeignOrigin(request: IncomingMessage, publicUrl: string | null): boolean {
  return publicUrl !== null && isForeignPage(request, publicUrl)
}

/** A socket is refused to every other page, whatever key it shows: browsers apply no same-origin rule of their own to it. */
export function isForeignPage(request: IncomingMessage, publicUrl: string | null): boolean {
  return request.headers.origin !== undefined && !isOwnOrigin(request, publicUrl)
}
