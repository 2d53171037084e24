/**
 * The client's own files on this device (`client/src/worker`), as pages see it. Where there is no service worker, as
 * over plain http on a local network, nothing is kept and nothing waits for it.
 */
import { useSyncExternalStore } from 'react'
import type { PageLock, Tidy } from '../worker/messages.ts'

/** What is opened first comes first: its code, the map, the canvas. */
const AFTER_LOAD_MS = 4_000
/** A page that is never idle keeps its files all the same. */
const IDLE_WITHIN_MS = 20_000
/** A page that stays open for days hears of a newer build within this time. */
const LOOK_EVERY_MS = 30 * 60_000

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

/** As long as this page is open, the build that it runs stays on this device. */
function holdBuild(): void {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  if (script === null || !('locks' in navigator)) return
  const name: PageLock = `throughline-page-${new URL(script.src).pathname}`
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
    registration.active?.postMessage('tidy' satisfies Tidy)
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
  // A newer build that answers already, because another window was opened with it, is newer for this page still.
  let answers = navigator.serviceWorker.controller
  let hasTakenOver = false
  const look = () => tell(hasTakenOver || registration.waiting !== null)
  const wait = () => registration.installing?.addEventListener('statechange', look)
  registration.addEventListener('updatefound', wait)
  wait()
  look()
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    hasTakenOver ||= answers !== null
    answers = navigator.serviceWorker.controller
    look()
  })
  // The server may have been replaced while the page was out of sight, or while there was no network.
  const ask = () => void registration.update().catch(() => {})
  const onSight = () => document.visibilityState === 'visible' && ask()
  document.addEventListener('visibilitychange', onSight)
  window.addEventListener('online', ask)
  setInterval(ask, LOOK_EVERY_MS)
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
