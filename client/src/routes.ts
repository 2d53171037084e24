/** The pages there are and their addresses. A press on a link to one of them changes the page without a reload. */
import { isId, type MapId } from '@throughline/shared/schema'
import { useSyncExternalStore } from 'react'

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'map'; readonly map: MapId }
  | { readonly page: 'brief'; readonly map: MapId }
  | { readonly page: 'screen'; readonly map: MapId }
  | { readonly page: 'unknown' }

export function readRoute(path: string): Route {
  if (path === '/') return { page: 'home' }
  const [, id, inner, rest] = path.match(/^\/m\/([^/]+)(?:\/(brief|screen))?\/?(.*)$/) ?? []
  if (!isId(id) || rest !== '') return { page: 'unknown' }
  return { page: inner === 'brief' || inner === 'screen' ? inner : 'map', map: id as MapId }
}

export const mapAddress = (map: MapId) => `/m/${map}`
/** A workshop for the projector of the room. */
export const screenAddress = (map: MapId) => `/m/${map}/screen`
export const briefAddress = (map: MapId) => `/m/${map}/brief`

const listeners = new Set<() => void>()

/** What the next page is told about why it is opened. */
export interface Errand {
  /** A map that has just been made, for whoever made it to begin on. */
  readonly begin?: true
}

export function go(address: string, errand: Errand | null = null): void {
  window.history.pushState(errand, '', address)
  window.scrollTo(0, 0)
  for (const listener of listeners) listener()
}

/** Whether the page was opened to begin on; says so once. */
export function takeBegin(): boolean {
  const { begin } = (window.history.state ?? {}) as { begin?: unknown }
  if (begin !== true) return false
  window.history.replaceState(null, '')
  return true
}

/** The same page under another address: for a page that has moved on by itself. */
export function replaceAddress(address: string): void {
  window.history.replaceState(null, '', address)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

export const usePath = (): string => useSyncExternalStore(subscribe, () => window.location.pathname)

/** For `onClick` on the root: a plain press on a link of ours goes there without a reload. */
export function followLink(event: React.MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || link.target !== '' || link.hasAttribute('download') || link.origin !== window.location.origin)
    return
  if (readRoute(link.pathname).page === 'unknown' || link.hash !== '') return
  event.preventDefault()
  go(link.pathname)
}
