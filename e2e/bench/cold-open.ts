/** A large old map that nobody has open: many come in at once after a restart. Done when each has all of it. */
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { comeIn, soon, type Client } from './client.ts'
import type { History } from './history.ts'
import { cpuSeconds, residentBytes } from './machine.ts'
import type { Kind, Place, Running } from './servers/server.ts'

/** A joiner that has so much of the document has it: what a server writes may be a little smaller than what we sent. */
const WHOLE = 0.9
const OPEN_WITHIN_MS = 120_000
/** For those that save some time after they have answered. */
const SAVE_MS = 12_000

export interface ColdOpen {
  /** Milliseconds from a joiner's handshake until it has the whole document. */
  readonly wholeMs: readonly number[]
  /** Processor seconds of the server for all of them. */
  readonly cpu: number
  readonly residentBytes: number
  /** Blocks that the first joiner finds. */
  readonly blocks: number
}

export async function measureColdOpen(kind: Kind, history: History, joiners: number): Promise<ColdOpen> {
  const first = await kind.start()
  let server = first
  try {
    const place = await first.makePlace()
    await write(kind, first, place, history)
    server = await first.restart()
    const cpuBefore = cpuSeconds(server.pid)
    const joined = await Promise.all(Array.from({ length: joiners }, () => join(kind, server, place, history)))
    const cpu = cpuSeconds(server.pid) - cpuBefore
    for (const { client } of joined) client.leave()
    return {
      wholeMs: joined.map(({ ms }) => ms),
      cpu,
      residentBytes: residentBytes(server.pid),
      blocks: blocksIn(joined[0]?.parts ?? []),
    }
  } finally {
    await server.stop()
  }
}

async function write(
  { dialect, givesReceipts }: Kind,
  { port }: Running,
  place: Place,
  history: History,
): Promise<void> {
  const writer = await comeIn(port, place, dialect)
  const saved = new Promise<void>((resolve) => {
    writer.listen((heard) => {
      if (heard.is === 'receipt' && heard.count >= history.updates.length) resolve()
    })
  })
  for (const update of history.updates) writer.socket.send(dialect.update(place.document, update))
  if (givesReceipts) await soon(saved, OPEN_WITHIN_MS, 'the last receipt')
  else {
    const answer = await comeIn(port, place, dialect)
    await pause(SAVE_MS)
    answer.leave()
  }
  writer.leave()
}

interface Joined {
  readonly client: Client
  readonly ms: number
  readonly parts: readonly Uint8Array[]
}

async function join({ dialect }: Kind, { port }: Running, place: Place, { bytes }: History): Promise<Joined> {
  const parts: Uint8Array[] = []
  let have = 0
  let isWhole: () => void = () => {}
  const whole = new Promise<void>((resolve) => (isWhole = resolve))
  const began = performance.now()
  const client = await comeIn(port, place, dialect, (heard) => {
    if (heard.is !== 'state' && heard.is !== 'update') return
    parts.push(heard.update)
    have += heard.update.length
    if (have >= bytes * WHOLE) isWhole()
  })
  await soon(whole, OPEN_WITHIN_MS, 'the whole document')
  return { client, ms: performance.now() - began, parts }
}

function blocksIn(parts: readonly Uint8Array[]): number {
  const doc = new Y.Doc()
  for (const part of parts) Y.applyUpdate(doc, part)
  const { size } = doc.getMap('blocks')
  doc.destroy()
  return size
}
