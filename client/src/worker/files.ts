/**
 * Which of the client's own files answers a request, so that pages open without a network. Everything that is not on
 * the build's list goes to the server untouched: the API, sockets, pictures, `/metrics`.
 */

/**
 * Pages of the build, by the addresses that people open (as `server/src/http/client-files.ts` hands them out). The Join
 * page is not among them: it is a build of its own, and there is no workshop without the server.
 */
const PAGES: readonly (readonly [address: RegExp, file: string])[] = [
  [/^\/m\/[A-Za-z0-9_-]{1,64}\/?$/, '/map.html'],
  [/^\/(?:m\/[A-Za-z0-9_-]{1,64}\/(?:brief|screen)\/?)?$/, '/index.html'],
]

/** Their names change with what is in them, so one name means the same bytes in every build. */
export const isHashed = (path: string): boolean => path.startsWith('/assets/')

export interface Asked {
  readonly method: string
  readonly mode: string
  readonly url: string
}

/** The path of a file of this build; null for whatever is the server's to answer. */
export function fileFor({ method, mode, url }: Asked, origin: string, files: ReadonlySet<string>): string | null {
  const { origin: where, pathname } = new URL(url)
  if (method !== 'GET' || where !== origin) return null
  if (mode === 'navigate') return PAGES.find(([address]) => address.test(pathname))?.[1] ?? null
  // A file that an older build had is looked for in what is still kept of that build.
  return isHashed(pathname) || files.has(pathname) ? pathname : null
}

/** Whether a page asks for files of this build alone: a server that is replaced meanwhile hands out two builds. */
export function isWhole(page: string, files: ReadonlySet<string>): boolean {
  const named = [...page.matchAll(/"(?<path>\/assets\/[^"]+)"/g)].map((found) => found.groups?.['path'] ?? '')
  return named.length > 0 && named.every((path) => files.has(path))
}
