/** Somebody who types as fast as the socket takes it until the server dies, and what must be there afterwards. */
import * as Y from 'yjs'
import { FRAME, madeMap, type MadeMap } from '@throughline/shared/protocol'
import { updateFrame } from '../src/rooms/frames.ts'
import type { ServerProcess } from './start-process.ts'
import { joinAs, RawPeer } from './stock-peer.ts'

export async function makeMap({ url }: ServerProcess): Promise<MadeMap> {
  const answer = await fetch(`${url}/api/maps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  return madeMap.parse(await answer.json())
}

/** Numbered edits under one root, from 1; gives how many of them were receipted. */
export async function editUntilKilled(
  server: ServerProcess,
  map: MadeMap,
  root: string,
  told: (receipted: number) => void = () => {},
): Promise<number> {
  const url = `${server.url.replace('http', 'ws')}/sync/${map.id}/canvas?key=${map.keys.editor}&app=1`
  const peer = new RawPeer(url)
  await peer.opened
  const doc = new Y.Doc()
  let receipted = 0
  peer.socket.on('message', (data: Buffer) => {
    if (data[0] !== FRAME.receipt) return
    // One varUint of seven bits a byte.
    receipted = [...data.subarray(1)].reduceRight((sum, byte) => sum * 128 + (byte & 127), 0)
    told(receipted)
  })
  doc.on('update', (update: Uint8Array) => peer.socket.send(updateFrame(update)))
  let sent = 0
  const edit = () => {
    if (peer.socket.readyState !== peer.socket.OPEN) return
    for (let burst = 0; burst < 5; burst += 1) doc.getMap(root).set(String((sent += 1)), sent)
    setImmediate(edit)
  }
  edit()
  await peer.closed
  doc.destroy()
  return receipted
}

/** Whether the server was killed between the beginning of a snapshot and the end of it. It has to log with `debug`. */
export function diedInSnapshot({ lines }: ServerProcess): boolean {
  const last = lines.findLast((line) => /"event":"snapshot (begun|kept|not needed)"/.test(line))
  return last?.includes('snapshot begun') === true
}

/** Receipted edits that a stock client does not find: by root, the first missing number. Empty is right. */
export async function missingAfter(
  server: ServerProcess,
  map: MadeMap,
  receipted: ReadonlyMap<string, number>,
): Promise<readonly string[]> {
  const late = joinAs(`${server.url.replace('http', 'ws')}/sync`, `${map.id}/canvas`, { key: map.keys.viewer })
  try {
    await late.synced
    return [...receipted].flatMap(([root, count]) => {
      const found = late.doc.getMap(root)
      for (let n = 1; n <= count; n += 1) if (found.get(String(n)) !== n) return [`${root}: ${n} of ${count}`]
      return []
    })
  } finally {
    late.leave()
  }
}
