/** Thousands of frames that nobody would send, while two people go on working: they must not notice. */
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import * as fc from 'fast-check'
import { openHandles, residentBytes } from '../../e2e/bench/machine.ts'
import { percentile } from '../../e2e/bench/table.ts'
import { anyFrame } from '../../server/test/any-frame.ts'
import { makeMap } from '../../server/test/kill-round.ts'
import { startProcess, type ServerProcess } from '../../server/test/start-process.ts'
import { joinAs, RawPeer } from '../../server/test/stock-peer.ts'
import { inNewFolder, type Outcome } from './outcome.ts'

const FRAMES_A_SOCKET = 10
const MB = 1024 * 1024
/** A process that has parsed this much has more code and caches in memory; a leak of frames would be far more. */
const GROWTH_AT_MOST = 150 * MB
/** Of what a person waits for another's edit, before and meanwhile. */
const SLOWER_AT_MOST_MS = 250
const EDITS_BEFORE = 100
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
  return inNewFolder(async (DATA_DIR) => {
    const server = await startProcess({ DATA_DIR, LOG_LEVEL: 'error' })
    try {
      return await bombard(server, frames, seed)
    } finally {
      await server.end('SIGKILL')
    }
  })
}

async function bombard(server: ServerProcess, frames: number, seed: number): Promise<Outcome> {
  const map = await makeMap(server)
  const pid = server.process.pid ?? 0
  const sockets = `${server.url.replace('http', 'ws')}/sync`
  const ana = joinAs(sockets, `${map.id}/canvas`, { key: map.keys.owner })
  const ben = joinAs(sockets, `${map.id}/canvas`, { key: map.keys.viewer })
  await Promise.all([ana.synced, ben.synced])
  let cut = 0
  for (const one of [ana, ben]) one.provider.on('connection-close', () => (cut += 1))

  const delays: number[] = []
  const sentAt = new Map<unknown, number>()
  ben.doc.getMap('beat').observe(() => {
    const at = sentAt.get(ben.doc.getMap('beat').get('n'))
    if (at !== undefined) delays.push(performance.now() - at)
  })
  let beats = 0
  const beating = setInterval(() => {
    sentAt.set((beats += 1), performance.now())
    ana.doc.getMap('beat').set('n', beats)
  }, EDIT_EVERY_MS)
  await pause(EDITS_BEFORE * EDIT_EVERY_MS)
  const before = { p99: percentile(delays.splice(0), 0.99), memory: residentBytes(pid), handles: openHandles(pid) }

  const url = `${sockets}/${map.id}/canvas?key=${map.keys.editor}&app=1`
  await sendAll(url, server.port, `/sync/${map.id}/canvas?key=${map.keys.editor}`, frames, seed)
  await pause(SETTLE_MS)
  const after = { p99: percentile(delays, 0.99), memory: residentBytes(pid), handles: openHandles(pid) }
  clearInterval(beating)
  const cutMeanwhile = cut
  ana.leave()
  ben.leave()
  const wrong = [
    ...(server.process.exitCode === null && server.process.signalCode === null ? [] : ['the process has died']),
    ...(cutMeanwhile === 0 ? [] : [`somebody else was cut off ${cutMeanwhile} times`]),
    ...(after.memory - before.memory <= GROWTH_AT_MOST ? [] : ['memory has grown']),
    ...(after.handles <= before.handles + 2 ? [] : [`${after.handles - before.handles} handles stayed open`]),
    ...(after.p99 <= before.p99 + SLOWER_AT_MOST_MS ? [] : ['others waited longer']),
  ]
  const ms = (value: number) => `${value.toFixed(0)} ms`
  const megabytes = (value: number) => `${(value / MB).toFixed(0)} MB`
  return {
    wrong,
    said:
      `${frames} bad frames; others' p99 ${ms(before.p99)} before, ${ms(after.p99)} meanwhile; ` +
      `memory ${megabytes(before.memory)} → ${megabytes(after.memory)}; handles ${before.handles} → ${after.handles}`,
  }
}

async function sendAll(url: string, port: number, path: string, frames: number, seed: number): Promise<void> {
  const samples = fc.sample(anyFrame, { numRuns: frames, seed })
  for (let n = 0; n < samples.length; n += FRAMES_A_SOCKET) {
    const bad = new RawPeer(url)
    await bad.opened
    for (const frame of samples.slice(n, n + FRAMES_A_SOCKET)) bad.socket.send(frame)
    if (n % (FRAMES_A_SOCKET * 20) === 0) bad.socket.send(new Uint8Array(5 * MB).fill(2, 1, 2))
    bad.socket.close()
    await bad.closed
    await breakFraming(port, path, BROKEN_FRAMING[(n / FRAMES_A_SOCKET) % BROKEN_FRAMING.length] ?? [])
  }
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
