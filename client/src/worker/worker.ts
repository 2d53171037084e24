/**
 * The service worker: keeps the client's own files on this device, so that pages open without a network.
 *
 * - **SW1** A page gets all its files from one build. A build is whole on this device before it answers anything, and a
 *   build that an open page still runs stays until that page is closed.
 * - **SW2** Nothing is kept but what the build has: no answer of the API, nothing of anybody's map.
 * - **SW3** A newer build waits. A page that is opened or reloaded is of it, from the worker before; once that page is
 *   up it lets the newer one take over. Never in the middle of an opening: an answer of a worker that is replaced
 *   meanwhile may never reach the page (seen in Chromium 156).
 */
import { fileFor, isHashed, isWhole } from './files.ts'
import type { PageLock, TakeOver, Tidy, Where, WhoseBuild } from './messages.ts'

/** Written in by the build (`client/vite.config.ts`): every file it has, and a name that changes with any of them. */
declare const __FILES__: readonly string[]
declare const __BUILD__: string
declare const self: ServiceWorkerGlobalScope

const FILES: ReadonlySet<string> = new Set(__FILES__)
const OF_A_BUILD = 'throughline-build-'
/** Where this build's files are kept. */
const KEPT_AS = OF_A_BUILD + __BUILD__
const PAGE_LOCK = 'throughline-page-' satisfies PageLock
const TIDY: Tidy = 'tidy'
const WHERE: Where = 'where'
const TAKE_OVER: TakeOver = 'take-over'
/** A newer build that does not say where it lies within this time is left waiting. */
const SAYS_WITHIN_MS = 1_000
/** What a server varies its answers by is settled before they are kept. */
const AS_KEPT = { ignoreVary: true } as const

self.addEventListener('install', (event) => event.waitUntil(keepAll()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const file = fileFor(event.request, self.location.origin, FILES)
  if (file === null) return
  event.respondWith(event.request.mode === 'navigate' ? openPage(file, event.request) : answer(file, event.request))
})

self.addEventListener('message', (event) => {
  if (event.data === TIDY) event.waitUntil(tidy())
  else if (event.data === TAKE_OVER) event.waitUntil(self.skipWaiting())
  else if (event.data === WHERE) event.ports[0]?.postMessage(KEPT_AS)
  else event.ports[0]?.postMessage(FILES.has((event.data as WhoseBuild).begunWith))
})

/** One file after the other and after everything else that the page asks for: nobody waits for this. */
async function keepAll(): Promise<void> {
  const kept = await caches.open(KEPT_AS)
  for (const file of FILES) if (!(await kept.match(file, AS_KEPT))) await keepOne(kept, file)
}

async function keepOne(kept: Cache, file: string): Promise<void> {
  // Most files are the same from one build to the next.
  const known = isHashed(file) ? await caches.match(file, AS_KEPT) : undefined
  const got = known ?? (await fetch(file, { cache: isHashed(file) ? 'default' : 'no-cache', priority: 'low' }))
  if (!got.ok) throw new Error(`${file}: ${got.status}`)
  if (file.endsWith('.html') && !isWhole(await got.clone().text(), FILES))
    throw new Error(`${file} is of another build`)
  await kept.put(file, got)
}

async function answer(file: string, request: Request): Promise<Response> {
  const own = await (await caches.open(KEPT_AS)).match(file, AS_KEPT)
  const known = own ?? (isHashed(file) ? await caches.match(file, AS_KEPT) : undefined)
  // The browser may have thrown it away to make room.
  return known ?? fetch(request)
}

/** A page that is opened anew is of the newest build there is. */
async function openPage(file: string, request: Request): Promise<Response> {
  const { waiting } = self.registration
  const newer = waiting === null ? null : await whereOf(waiting)
  const page = newer === null ? undefined : await (await caches.open(newer)).match(file, AS_KEPT)
  return page ?? answer(file, request)
}

/** Where the newer build lies; null where it does not say. */
function whereOf(waiting: ServiceWorker): Promise<string | null> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(typeof data === 'string' ? data : null))
    port1.start()
    setTimeout(() => resolve(null), SAYS_WITHIN_MS)
    waiting.postMessage(WHERE, [port2])
  })
}

/** Removes builds that no open page runs: each page holds a lock named for the script it began with. */
async function tidy(): Promise<void> {
  // Without locks nobody can say what still runs; then the browser makes room when it needs some.
  if (!('locks' in self.navigator)) return
  const { held = [] } = await self.navigator.locks.query()
  const begunWith = held.flatMap(({ name = '' }) => (name.startsWith(PAGE_LOCK) ? [name.slice(PAGE_LOCK.length)] : []))
  for (const name of await caches.keys()) {
    if (!name.startsWith(OF_A_BUILD) || name === KEPT_AS) continue
    const kept = await caches.open(name)
    const runs = await Promise.all(begunWith.map((script) => kept.match(script, AS_KEPT)))
    if (runs.every((found) => found === undefined)) await caches.delete(name)
  }
}
