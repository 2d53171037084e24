/**
 * How long an edit takes from one stock client to all others through a real server, each client editing once a second.
 * Clients share this one process, so above a hundred or so the figure is theirs as much as the server's.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { makeMap } from '../world/api.ts'
import { startServer } from '../world/server.ts'
import { median, percentile, type Row } from './table.ts'

const ROUNDS = 10
const BETWEEN_ROUNDS_MS = 1_000

export async function measureFanOut(clients: number): Promise<Row> {
  const server = await startServer()
  const map = await makeMap(server.origin)
  const url = `${server.origin.replace(/^http/, 'ws')}/sync`
  const options = { params: { key: map.keys.editor }, disableBc: true }
  const peers = Array.from({ length: clients }, () => {
    const doc = new Y.Doc()
    return { doc, provider: new WebsocketProvider(url, `${map.id}/canvas`, doc, options) }
  })
  const delays: number[] = []
  try {
    await Promise.all(peers.map(({ provider }) => new Promise((done) => provider.once('sync', done))))
    for (const { doc } of peers) recordArrivals(doc, delays)
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { doc } of peers) {
        doc.getMap('meta').set(`bench-${doc.clientID}`, performance.now())
        await pause(BETWEEN_ROUNDS_MS / clients)
      }
    }
    await pause(BETWEEN_ROUNDS_MS)
  } finally {
    for (const { provider } of peers) provider.destroy()
    await server.stop()
  }
  const expected = ROUNDS * clients * (clients - 1)
  return {
    clients: String(clients),
    'arrived %': ((100 * delays.length) / expected).toFixed(1),
    'median ms': median(delays).toFixed(1),
    'p95 ms': percentile(delays, 0.95).toFixed(1),
    'p99 ms': percentile(delays, 0.99).toFixed(1),
  }
}

/** The edit carries the moment at which it was made; all clients read the same clock. */
function recordArrivals(doc: Y.Doc, delays: number[]): void {
  const meta = doc.getMap<unknown>('meta')
  meta.observe((event) => {
    if (event.transaction.local) return
    for (const key of event.keysChanged) {
      const made = key.startsWith('bench-') ? meta.get(key) : null
      if (typeof made === 'number') delays.push(performance.now() - made)
    }
  })
}
