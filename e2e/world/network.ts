/** Everything a browser context asks for, so that a test can say: nobody else was called. */
import { expect, type BrowserContext } from '@playwright/test'

export interface NetworkLog {
  /** Fails with the addresses that are at none of these hosts (with their ports). */
  showsOnly(hosts: ReadonlySet<string>): void
}

/** Addresses that never leave the browser. */
const LOCAL = /^(?:data|blob|about|chrome-error|chrome|devtools):/

export function recordNetwork(context: BrowserContext): NetworkLog {
  const asked = new Set<string>()
  context.on('request', (request) => asked.add(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => asked.add(socket.url())))
  return {
    showsOnly: (hosts) => {
      const strangers = [...asked].filter((url) => !LOCAL.test(url) && !hosts.has(new URL(url).host))
      expect(strangers, 'every request stays with the server').toEqual([])
    },
  }
}
