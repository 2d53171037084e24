/** Pages of a map that nobody has open: read and composed where they are printed. */
import { Buffer } from 'node:buffer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MadeMap } from '@throughline/shared/protocol'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import { docName, type Stores } from '../src/stores/index.ts'
import { openMemoryStores } from '../src/stores/memory/open-memory-stores.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'

let stores: Stores
let server: TestServer
let map: MadeMap
beforeEach(async () => {
  stores = openMemoryStores()
  server = await startTestServer({ stores })
  map = await server.makeMap({ template: 'example' })
})
afterEach(() => server.close())

const get = (path: string) => server.call('GET', `/api/maps/${map.id}${path}`, map.keys.viewer)

async function fileOf(path: string) {
  const answer = await get(path)
  expect(answer.status).toBe(200)
  const named = ['content-type', 'content-disposition', 'x-brief-left-out'].map((name) => answer.headers.get(name))
  return { named, bytes: Buffer.from(await answer.arrayBuffer()).toString('base64') }
}

async function openRooms(): Promise<string | undefined> {
  return /^throughline_rooms (\d+)$/m.exec(await (await server.call('GET', '/metrics')).text())?.[1]
}

test('opens no room for it, and the page is that of an open map to the byte, whatever is asked for', async () => {
  const wishes = ['.pdf', '.pdf?lens=message-house&design=bold', '.png?wording=agreed', '.docx?dissent=1&paper=letter']
  const files = async () => {
    const made = []
    for (const wish of wishes) made.push(await fileOf(`/brief${wish}`))
    return made
  }
  const unopened = await files()
  expect(await openRooms()).toBe('0')
  await get('')
  expect(await openRooms()).toBe('1')
  expect(await files()).toEqual(unopened)
})

test('refuses an audience that is not on the map', async () => {
  const answer = await get('/brief.pdf?audience=nobody')
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ detail: 'There is no audience with that id on this map.' })
  expect(await openRooms()).toBe('0')
})

test('leaves out what cannot be read, and its room says so', async () => {
  await stores.docs.append(docName(map.id as MapId, 'canvas'), new Uint8Array([255]), 1 as EpochMs)
  await fileOf('/brief.pdf')
  expect(server.log.all('stored update unreadable')).toHaveLength(1)
})
