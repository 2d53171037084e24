/** A whole server on a free port, with stores of the test's choice; whatever it opens it closes. */
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { madeMap, type MadeMap, type MakeMapRequest } from '@throughline/shared/protocol'
import { createApp, type AppDeps } from '../src/app.ts'
import { systemClock } from '../src/clock.ts'
import { openMemoryStores } from '../src/stores/memory/open-memory-stores.ts'
import { LogSink } from './log-sink.ts'

export interface TestServer {
  readonly url: string
  readonly socketUrl: string
  readonly log: LogSink
  makeMap(request?: MakeMapRequest): Promise<MadeMap>
  /** A call with a key; a body goes as JSON. */
  call(
    method: string,
    path: string,
    key?: string | null,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>
  close(): Promise<void>
}

/** Two files as a build leaves them, so that pages can be asked for. */
function builtClient(): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-client-'))
  for (const page of ['index.html', 'map.html', 'join.html'])
    writeFileSync(join(folder, page), '<!doctype html><title>Throughline</title>')
  return folder
}

export function callsTo(url: string): TestServer['call'] {
  return (method, path, key = null, body, headers = {}) =>
    fetch(url + path, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
}

export async function startTestServer(given: Partial<AppDeps> = {}): Promise<TestServer> {
  const log = new LogSink()
  const stores = given.stores ?? openMemoryStores()
  const clientDir = given.clientDir ?? builtClient()
  const app = createApp({
    stores,
    clock: systemClock,
    log,
    publicUrl: null,
    adminKey: null,
    tldrawLicenseKey: null,
    trustProxy: null,
    mailer: null,
    digestAt: { minutes: 7 * 60, zone: 'UTC' },
    webhookNetworks: { allows: () => false, none: true },
    clientDir,
    version: 'test',
    ...given,
  })
  app.server.listen(0, '127.0.0.1')
  await once(app.server, 'listening')
  const { port } = app.server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const call = callsTo(url)
  return {
    url,
    socketUrl: `ws://127.0.0.1:${port}/sync`,
    log,
    call,
    async makeMap(request = {}) {
      return madeMap.parse(await (await call('POST', '/api/maps', null, request)).json())
    },
    async close() {
      await app.close()
      await stores.close()
      if (given.clientDir === undefined) rmSync(clientDir, { recursive: true })
    },
  }
}
