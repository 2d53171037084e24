/** What happens to connections when rights change, and what else reaches them from outside. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FRAME } from '@throughline/shared/protocol'
import { makeSmallMap } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { joinAs, RawPeer, until } from './stock-peer.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  await server.close()
})

const newMap = () => makeSmallMap(server)

describe('rights', () => {
  test('a revoked key closes its connections at once, with 4403', async () => {
    const { id, keys } = await newMap()
    const made = (await (await server.call('POST', `/api/maps/${id}/keys`, keys.owner, { role: 'editor' })).json()) as {
      id: string
      key: string
    }
    const ana = joinAs(server.socketUrl, `${id}/canvas`, { key: made.key })
    await ana.synced
    expect((await server.call('DELETE', `/api/maps/${id}/keys/${made.id}`, keys.owner)).status).toBe(204)
    expect(await ana.closed).toBe(4403)
    const again = joinAs(server.socketUrl, `${id}/canvas`, { key: made.key })
    expect(await again.closed).toBe(4403)
    ana.leave()
    again.leave()
  })

  test('[RS3] a deleted map closes its connections with 4404', async () => {
    const { id, keys } = await newMap()
    const ana = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.editor })
    await ana.synced
    expect((await server.call('DELETE', `/api/maps/${id}`, keys.owner)).status).toBe(204)
    expect(await ana.closed).toBe(4404)
    expect((await server.call('GET', `/api/maps/${id}`, keys.owner)).status).toBe(404)
    ana.leave()
  })

  test('an upgrade that rests on a cookie needs our own page', async () => {
    const { id, keys } = await newMap()
    const session = await server.call('POST', '/api/session', null, { map: id, key: keys.viewer })
    const cookie = session.headers.getSetCookie()[0]!.split(';')[0]!
    const url = `${server.socketUrl}/${id}/canvas`
    const ours = new RawPeer(url, { headers: { cookie, origin: server.url } })
    await ours.opened
    ours.socket.close()
    const foreign = new RawPeer(url, { headers: { cookie, origin: 'https://elsewhere.example' } })
    const status = new Promise((resolve) =>
      foreign.socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode)),
    )
    expect(await status).toBe(403)
  })

  test('a client of another life of the map is closed with 4409 and brings nothing in', async () => {
    const { id, keys } = await newMap()
    const { epoch } = (await (await server.call('GET', `/api/session/${id}`, keys.editor)).json()) as { epoch: string }
    const url = `${server.socketUrl}/${id}/canvas?key=${keys.editor}&app=1`
    const earlier = new RawPeer(`${url}&epoch=not-${epoch}`)
    expect((await earlier.closed).code).toBe(4409)
    const ours = new RawPeer(`${url}&epoch=${epoch}`)
    await ours.frame(([type]) => type === FRAME.sync)
    ours.socket.close()
  })

  test('what is imported by API appears to those who are connected', async () => {
    const { id, keys } = await newMap()
    const ana = joinAs(server.socketUrl, `${id}/canvas`, { key: keys.viewer })
    await ana.synced
    const file = { format: 'throughline-map', version: 1, blocks: [{ id: 'a', kind: 'proof', statement: 'Seen' }] }
    const dry = await server.call('POST', `/api/maps/${id}/import?dry=1`, keys.editor, file)
    expect(await dry.json()).toMatchObject({ added: { blocks: [{ from: 'a' }], links: 0 } })
    expect(ana.doc.getMap('blocks').size).toBe(1)
    await server.call('POST', `/api/maps/${id}/import`, keys.editor, file)
    await until(ana.doc, () => ana.doc.getMap('blocks').size === 2)
    expect(ana.provider.synced).toBe(true)
    ana.leave()
  })
})
