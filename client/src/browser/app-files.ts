/**
 * The client's own files on this device (`client/src/worker`), as pages see it. Where there is no service worker, as
 * over plain http on a local network, nothing is kept and nothing waits for it.
 */
import { useSyncExternalStore } from 'react'
import type { PageLock, TakeOver, Tidy, WhoseBuild } from '../worker/messages.ts'

/** What is opened first comes first: its code, the map, the canvas. */
const AFTER_LOAD_MS = 4_000
/** A page that is never idle keeps its files all the same. */
const IDLE_WITHIN_MS = 20_000
/** A page that stays open for days hears of a newer build within this time. */
const LOOK_EVERY_MS = 30 * 60_000
/** A worker may have to be started for a question. */
const ANSWERS_WITHIN_MS = 10_000

const listeners = new Set<() => void>()
let isNewerReady = false

/** To be called once, when the page is up: after its first use, everything it may need later is kept in the background. */
export function keepAppFiles(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  holdBuild()
  const later = () => setTimeout(() => whenIdle(() => void register()), AFTER_LOAD_MS)
  if (document.readyState === 'complete') later()
  else window.addEventListener('load', later, { once: true })
}

/** The path of the script that this page has begun with: another one in every build. */
function begunWith(): string | null {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  return script === null ? null : new URL(script.src).pathname
}

/** As long as this page is open, the build that it runs stays on this device. */
function holdBuild(): void {
  const script = begunWith()
  if (script === null || !('locks' in navigator)) return
  const name: PageLock = `throughline-page-${script}`
  navigator.locks.request(name, { mode: 'shared' }, () => new Promise(() => {})).catch(() => {})
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: IDLE_WITHIN_MS })
  else setTimeout(work)
}

async function register(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
    watch(registration)
  } catch {
    // Forbidden here, or the server is out of reach: then pages open from the server, as before.
  }
}

/** Whether the client itself opens without a network. */
export async function appFilesKept(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined)
  return (registration?.active ?? null) !== null
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => void lookAt(registration)
  const wait = () => registration.installing?.addEventListener('statechange', look)
  registration.addEventListener('updatefound', wait)
  wait()
  look()
  // A newer build that answers already, because another window was opened with it, is newer for this page still.
  navigator.serviceWorker.addEventListener('controllerchange', look)
  // The server may have been replaced while the page was out of sight, or while there was no network.
  const ask = () => void registration.update().catch(() => {})
  const onSight = () => document.visibilityState === 'visible' && ask()
  document.addEventListener('visibilitychange', onSight)
  window.addEventListener('online', ask)
  setInterval(ask, LOOK_EVERY_MS)
}

/** Tells whether the newest build that is whole on this device is another than this page's; where it is this page's own, it answers from now on. */
async function lookAt({ waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const newest = waiting ?? active
  const isOwn = newest === null ? null : await isOfThisBuild(newest)
  if (isOwn === null) return
  tell(!isOwn)
  if (isOwn && waiting !== null) waiting.postMessage('take-over' satisfies TakeOver)
  else if (isOwn) active?.postMessage('tidy' satisfies Tidy)
}

/** Null where the worker does not say. */
function isOfThisBuild(worker: ServiceWorker): Promise<boolean | null> {
  const script = begunWith()
  if (script === null) return Promise.resolve(null)
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data === true))
    port1.start()
    setTimeout(() => resolve(null), ANSWERS_WITHIN_MS)
    worker.postMessage({ begunWith: script } satisfies WhoseBuild, [port2])
  })
}

function tell(isReady: boolean): void {
  if (isReady === isNewerReady) return
  isNewerReady = isReady
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether a newer build is on this device, whole, and waits for a page to be opened anew. */
export const useNewerReady = (): boolean => useSyncExternalStore(subscribe, () => isNewerReady)
