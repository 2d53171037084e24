/** Thousands of frames that nobody would send, and connections that get nowhere, while two people go on working: they must not notice. */
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import * as fc from 'fast-check'
import { openHandles, residentBytes } from '../../e2e/bench/machine.ts'
import { percentile } from '../../e2e/bench/table.ts'
import { anyFrame } from '../../server/test/any-frame.ts'
import type { MadeMap } from '../../shared/src/protocol/index.ts'
import { makeMap } from '../../server/test/kill-round.ts'
import { startProcess, type ServerProcess } from '../../server/test/start-process.ts'
import { joinAs, RawPeer } from '../../server/test/stock-peer.ts'
import { openLoris } from './loris.ts'
import { inNewFolder, type Outcome } from './outcome.ts'

const FRAMES_A_SOCKET = 10
const MB = 1024 * 1024
const SLOW_OF_EACH = 100
/** A process that has parsed this much has more code and caches in memory; a leak of frames would be far more. */
const GROWTH_AT_MOST = 150 * MB
/** Of what one in a hundred edits takes to arrive, against the same load at another server. */
const SLOWER_AT_MOST_MS = 50
const EDITS_BEFORE = 1_000
const EDIT_EVERY_MS = 20
/** Sockets' ends are noticed a moment after they have closed here. */
const SETTLE_MS = 2_000

/** After the handshake, outside the protocol: reserved bits, an unknown opcode, a long ping, a bad close, a lying length. */
const BROKEN_FRAMING: readonly (readonly number[])[] = [
  [0xf2, 0x80, 0, 0, 0, 0],
  [0x83, 0x80, 0, 0, 0, 0],
  [0x89, 0xfe, 0, 200, 0, 0, 0, 0],
  [0x88, 0x82, 0, 0, 0, 0, 0, 1],
  [0x82, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0],
  [0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0x82, 0x01, 0],
  [0x80, 0x80, 0, 0, 0, 0],
]

export function soakFrames(frames: number, seed: number): Promise<Outcome> {
  return inNewFolder((DATA_DIR) =>
    inNewFolder(async (elsewhere) => {
      const [server, other] = await Promise.all(
        [DATA_DIR, elsewhere].map((folder) => startProcess({ DATA_DIR: folder, LOG_LEVEL: 'error' })),
      )
      if (server === undefined || other === undefined) throw new Error('A server has not started.')
      try {
        return await bombard(server, other, fc.sample(anyFrame, { numRuns: frames, seed }))
      } finally {
        await Promise.all([server.end('SIGKILL'), other.end('SIGKILL')])
      }
    }),
  )
}

/** Two people on the server who go on working; how long one waits for the other's edit is read off in between. */
async function workOn(server: ServerProcess, map: MadeMap) {
  const sockets = `${server.url.replace('http', 'ws')}/sync`
  const ana = joinAs(sockets, `${map.id}/canvas`, { key: map.keys.owner })
  const ben = joinAs(sockets, `${map.id}/canvas`, { key: map.keys.viewer })
  await Promise.all([ana.synced, ben.synced])
  let cut = 0
  for (const one of [ana, ben]) one.provider.on('connection-close', () => (cut += 1))
  const delays: number[] = []
  const sentAt = new Map<unknown, number>()
  ben.doc.getMap('beat').observe(() => {
    const n = ben.doc.getMap('beat').get('n')
    const at = sentAt.get(n)
    sentAt.delete(n)
    if (at !== undefined) delays.push(performance.now() - at)
  })
  let beats = 0
  const beating = setInterval(() => {
    sentAt.set((beats += 1), performance.now())
    ana.doc.getMap('beat').set('n', beats)
  }, EDIT_EVERY_MS)
  return {
    delays: () => delays.splice(0),
    /** How often somebody was cut off. */
    leave: () => {
      clearInterval(beating)
      const times = cut
      for (const one of [ana, ben]) one.leave()
      return times
    },
  }
}

async function bombard(server: ServerProcess, other: ServerProcess, frames: readonly Uint8Array[]): Promise<Outcome> {
  const pid = server.process.pid ?? 0
  const [map, decoy] = await Promise.all([makeMap(server), makeMap(other)])
  const people = await workOn(server, map)
  await pause(EDITS_BEFORE * EDIT_EVERY_MS)
  const quiet = spread(people.delays())
  // The same at a server beside it: what this process and this machine make of it is no fault of ours.
  await sendAll(other, decoy, frames)
  const beside = spread(people.delays())
  const before = { memory: residentBytes(pid), handles: openHandles(pid) }
  const late = await sendAll(server, map, frames)
  const here = spread(people.delays())
  await pause(SETTLE_MS)
  const after = { memory: residentBytes(pid), handles: openHandles(pid) }
  const cut = people.leave()
  const wrong = [
    ...(server.process.exitCode === null && server.process.signalCode === null ? [] : ['the process has died']),
    ...(cut === 0 ? [] : [`somebody else was cut off ${cut} times`]),
    ...(late === 0 ? [] : [`${late} connections that got nowhere were still open`]),
    ...(after.memory - before.memory <= GROWTH_AT_MOST ? [] : ['memory has grown']),
    ...(after.handles <= before.handles + 2 ? [] : [`${after.handles - before.handles} handles stayed open`]),
    ...(here.p99 <= beside.p99 + SLOWER_AT_MOST_MS ? [] : ['others waited longer']),
  ]
  const megabytes = (value: number) => `${(value / MB).toFixed(0)} MB`
  return {
    wrong,
    said:
      `${frames.length} bad frames and ${5 * SLOW_OF_EACH} connections that get nowhere; others waited ${quiet.said} before, ` +
      `${beside.said} while another server had the same, ${here.said} while theirs had it; ` +
      `memory ${megabytes(before.memory)} → ${megabytes(after.memory)}; handles ${before.handles} → ${after.handles}`,
  }
}

function spread(delays: readonly number[]): { readonly p99: number; readonly said: string } {
  const [p50, p99] = [percentile(delays, 0.5), percentile(delays, 0.99)]
  return { p99, said: `${p50.toFixed(1)} ms (p99 ${p99.toFixed(1)}, ${delays.length} edits)` }
}

/** How many of the connections that get nowhere the server has not cut in time. */
async function sendAll(server: ServerProcess, map: MadeMap, frames: readonly Uint8Array[]): Promise<number> {
  const path = `/sync/${map.id}/canvas?key=${map.keys.editor}`
  const loris = await openLoris(server.port, path, SLOW_OF_EACH)
  const url = `${server.url.replace('http', 'ws')}${path}&app=1`
  for (let n = 0; n < frames.length; n += FRAMES_A_SOCKET) {
    const bad = new RawPeer(url)
    await bad.opened
    for (const frame of frames.slice(n, n + FRAMES_A_SOCKET)) bad.socket.send(frame)
    if (n % (FRAMES_A_SOCKET * 20) === 0) bad.socket.send(new Uint8Array(5 * MB).fill(2, 1, 2))
    bad.socket.close()
    await bad.closed
    await breakFraming(server.port, path, BROKEN_FRAMING[(n / FRAMES_A_SOCKET) % BROKEN_FRAMING.length] ?? [])
  }
  const late = await loris.leftOver()
  loris.close()
  return late
}

/** A handshake by hand, the bytes, and then nothing more. */
function breakFraming(port: number, path: string, bytes: readonly number[]): Promise<void> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.once('close', () => done())
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
    )
    socket.once('data', () => {
      socket.end(new Uint8Array(bytes))
      socket.resume()
    })
  })
}
