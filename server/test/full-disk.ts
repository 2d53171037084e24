/** What people are told while the disk is full, and that nothing is lost by it. */
import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { FRAME, type MadeMap } from '@throughline/shared/protocol'
import { updateFrame } from '../src/rooms/frames.ts'
import { DATABASE_FILE } from '../src/stores/sqlite/open-sqlite-stores.ts'
import { verifyFile } from '../src/stores/sqlite/verify-file.ts'
import { makeMap } from './kill-round.ts'
import { fillDisk, makeRoom } from './limit-files.ts'
import { SAMPLES } from './sample-pictures.ts'
import type { ServerProcess } from './start-process.ts'
import { joinAs, RawPeer } from './stock-peer.ts'

/** What `verify` says of the database there. */
export const problemsIn = (folder: string) => verifyFile(join(folder, DATABASE_FILE)).problems

const RECEIPT_MS = 10_000
const READY_ATTEMPTS = 50
const READY_AGAIN_MS = 100
const says = (root: string, words: string) => {
  const doc = new Y.Doc()
  doc.getMap(root).set('said', words)
  return Y.encodeStateAsUpdate(doc)
}

/** Sends one update; gives the code it is sent away with, or 'receipt'. */
async function send(server: ServerProcess, map: MadeMap, update: Uint8Array): Promise<number | 'receipt'> {
  const peer = new RawPeer(`${server.url.replace('http', 'ws')}/sync/${map.id}/canvas?key=${map.keys.editor}&app=1`)
  try {
    await peer.opened
    peer.socket.send(updateFrame(update))
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('neither a receipt nor a close')), RECEIPT_MS).unref()
    })
    const receipt = peer.frame(([type]) => type === FRAME.receipt).then(() => 'receipt' as const)
    return await Promise.race([receipt, peer.closed.then(({ code }) => code), late])
  } finally {
    peer.socket.close()
  }
}

/** Bytes behind a picture's end belong to nobody; these make it larger than the room that is left. */
const LARGE_PICTURE = Buffer.concat([SAMPLES.png.bytes, Buffer.alloc(10_000)])

async function sendPicture(server: ServerProcess, map: MadeMap): Promise<number> {
  const { status } = await fetch(`${server.url}/api/maps/${map.id}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${map.keys.editor}`, 'content-type': SAMPLES.png.type },
    body: LARGE_PICTURE,
  })
  return status
}

/** What `/readyz` says when it says `wanted`, or still says after some seconds: an answer holds for one. */
async function readiness(server: ServerProcess, wanted: number): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const { status } = await fetch(`${server.url}/readyz`)
    if (status === wanted || attempt === READY_ATTEMPTS) return status
    await pause(READY_AGAIN_MS)
  }
}

/** The promises that were broken, a sentence each; none is right. */
export async function fillAndMakeRoom(server: ServerProcess): Promise<readonly string[]> {
  const wrong: string[] = []
  const expectThat = (isSo: boolean, sentence: string) => void (isSo || wrong.push(sentence))
  const large = 'x'.repeat(500_000)
  const map = await makeMap(server)
  expectThat((await send(server, map, says('before', 'saved'))) === 'receipt', 'an edit before was not receipted')

  fillDisk(server.process.pid)
  const code = await send(server, map, says('during', large))
  expectThat(code === 4503, `a full disk sent the writer away with ${code}, not 4503`)
  const imported = await fetch(`${server.url}/api/maps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Full', map: await exampleOf(server, map, large.slice(0, 1_500)) }),
  })
  expectThat(imported.status === 507, `a full disk answered ${imported.status} to HTTP, not 507`)
  const picture = await sendPicture(server, map)
  expectThat(picture === 507, `a full disk answered ${picture} to a picture, not 507`)
  const unready = await fetch(`${server.url}/readyz`)
  const type = unready.headers.get('content-type') ?? 'nothing'
  expectThat(unready.status === 503, `with a full disk /readyz said ${unready.status}, not 503`)
  expectThat(type.startsWith('application/problem+json'), `with a full disk /readyz answered in ${type}`)

  // The log lies on the same disk.
  const { status: alive } = await fetch(`${server.url}/healthz`)
  expectThat(alive === 200, `with a full disk /healthz said ${alive}, not 200`)

  makeRoom(server.process.pid)
  const again = await send(server, map, says('during', large))
  expectThat(again === 'receipt', `with room again the same edit got ${again}`)
  const pictureAgain = await sendPicture(server, map)
  expectThat(pictureAgain === 201, `with room again the same picture got ${pictureAgain}`)
  const status = await readiness(server, 200)
  expectThat(status === 200, `with room again /readyz said ${status}`)
  const late = joinAs(`${server.url.replace('http', 'ws')}/sync`, `${map.id}/canvas`, { key: map.keys.viewer })
  await late.synced
  expectThat(late.doc.getMap('before').get('said') === 'saved', 'what was saved before is gone')
  expectThat(late.doc.getMap('during').get('said') === large, 'what was saved afterwards is not there')
  late.leave()
  return wrong
}

/** A map file of some hundred kilobytes. */
async function exampleOf(server: ServerProcess, map: MadeMap, words: string): Promise<object> {
  const answer = await fetch(`${server.url}/api/maps/${map.id}`, {
    headers: { authorization: `Bearer ${map.keys.viewer}` },
  })
  const blocks = Array.from({ length: 400 }, (_, n) => ({ id: `b${n}`, kind: 'value', detail: `${n} ${words}` }))
  return { ...((await answer.json()) as object), blocks, links: [] }
}
