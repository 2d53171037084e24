/** A whole session at the most talkative log level, every address called: no key, cookie, token or written word is in the log. */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { madeMap, madePerson, type WorkshopView } from '@throughline/shared/protocol'
import { SAMPLES } from './sample-pictures.ts'
import { startProcess } from './start-process.ts'
import { joinAs, RawPeer, until } from './stock-peer.ts'

const HTTP = join(import.meta.dirname, '..', 'src', 'http')
const ADMIN_KEY = 'operators-own-secret'
const WORDS = 'Nobody-else-may-read-this'

/** Every address that the server has, as its routes name it. */
const ADDRESSES = readdirSync(HTTP).flatMap((file) =>
  [
    ...readFileSync(join(HTTP, file), 'utf8').matchAll(
      /resource\(\s*router,\s*'(\/(?:api|metrics|healthz|readyz)[^']*)'/g,
    ),
  ].map(([, path = '']) => path),
)

test('nothing secret and nothing written is in the log', { timeout: 60_000 }, async () => {
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'throughline-secrets-'))
  const server = await startProcess({ DATA_DIR, LOG_LEVEL: 'debug', ADMIN_KEY })
  const answers: Response[] = []
  const call = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Uint8Array<ArrayBuffer>,
  ) => {
    const json = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
    const answer = await fetch(server.url + path, { method, headers: { ...json, ...headers }, ...(body && { body }) })
    answers.push(answer)
    return answer
  }
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
  const made = await call('POST', '/api/maps', bearer(ADMIN_KEY), JSON.stringify({ title: WORDS }))
  const { id, keys } = madeMap.parse(await made.json())
  const opened = await call(
    'POST',
    '/api/session',
    { origin: server.url },
    JSON.stringify({ map: id, key: keys.editor }),
  )
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const person = madePerson.parse(
    await (await call('POST', `/api/maps/${id}/people`, bearer(keys.editor), JSON.stringify({ name: WORDS }))).json(),
  )
  const guessed = 'A-guessed-key-of-22-ch'
  const secrets = [...Object.values(keys), ADMIN_KEY, cookie.split('=')[1] ?? '', person.token, guessed, WORDS]

  const block = { id: 'a', kind: 'value', statement: WORDS }
  const file = JSON.stringify({ format: 'throughline-map', version: 1, blocks: [block] })
  await call('POST', `/api/maps/${id}/import`, bearer(keys.editor), file)
  await call('POST', `/api/maps/${id}/import`, bearer(keys.editor), `{"broken": "${WORDS}`)
  await call(
    'POST',
    `/api/maps/${id}/assets`,
    { ...bearer(keys.editor), 'content-type': 'image/png' },
    new Uint8Array(SAMPLES.png.bytes),
  )
  await call('POST', `/api/maps/${id}/keys`, bearer(keys.owner), JSON.stringify({ role: 'viewer', label: WORDS }))
  const tell = async (command: object) => {
    const headers = { ...bearer(keys.editor), 'x-person': person.token }
    const told = await call('POST', `/api/maps/${id}/workshop/commands`, headers, JSON.stringify(command))
    return (await told.json()) as WorkshopView
  }
  const { join: shown } = await tell({ type: 'start', programme: 'everyone-writes-it-down' })
  const code = shown?.code ?? ''
  expect(code).toHaveLength(6)
  secrets.push(code)
  await tell({ type: 'next' })
  await tell({ type: 'write', prompt: 'value', text: WORDS })
  expect((await call('POST', '/api/join', {}, JSON.stringify({ code }))).status).toBe(200)
  await call('POST', '/api/join', {}, JSON.stringify({ code: `${code}${WORDS}` }))
  for (const method of ['GET', 'PUT']) await call(method, `/j/${code}`, {})
  // Every address with every kind of caller, most of them wrong, a key in the query among them.
  for (const address of ADDRESSES) {
    const path = address
      .replace(':id', id)
      .replace(/:format/, 'md')
      .replaceAll(/:\w+/g, 'x')
    for (const headers of [
      {},
      bearer(keys.owner),
      bearer(guessed),
      { cookie },
      { ...bearer(keys.editor), 'x-person': person.token },
    ])
      for (const method of path === `/api/maps/${id}` ? ['GET', 'POST', 'PUT'] : ['GET', 'POST', 'DELETE', 'PUT'])
        await call(method, `${path}?key=${keys.viewer}`, headers, ...(method === 'POST' ? [`"${WORDS}"`] : []))
  }

  const sockets = `${server.url.replace('http', 'ws')}/sync`
  const [ana, ben] = [keys.editor, keys.viewer].map((key) =>
    joinAs(sockets, `${id}/canvas`, { key, person: key === keys.editor ? person.token : '' }),
  )
  await Promise.all([ana!.synced, ben!.synced])
  ana!.doc.getMap('meta').set('subject', WORDS)
  ana!.doc.getMap('blocks').set('junk', WORDS)
  await until(ben!.doc, () => ben!.doc.getMap('blocks').has('junk'))
  for (const path of [`${id}/canvas?key=${guessed}`, `${id}/canvas`, `nowhere/canvas?key=${keys.owner}`]) {
    const peer = new RawPeer(`${sockets}/${path}`)
    await peer.closed
  }
  const bad = new RawPeer(`${sockets}/${id}/canvas?key=${keys.editor}`)
  await bad.opened
  bad.socket.send(WORDS)
  await bad.closed
  ben!.doc.getMap('meta').set('title', WORDS)
  expect(await ben!.closed).toBe(4403)
  // The parts that make no sense are reported two seconds after.
  await expect.poll(() => server.lines.join('\n'), { timeout: 20_000 }).toContain('malformed part')
  await call('DELETE', `/api/maps/${id}`, bearer(keys.owner))
  ana!.leave()
  ben!.leave()
  await server.end('SIGTERM')
  await rm(DATA_DIR, { recursive: true })

  expect(ADDRESSES.length).toBeGreaterThan(12)
  expect(server.lines.length).toBeGreaterThan(100)
  for (const line of server.lines) for (const secret of secrets) expect(line).not.toContain(secret)
  for (const { headers, url } of answers) {
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe-inline/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('location') ?? '').not.toMatch(/key=/)
    expect(url).toContain(server.url)
  }
})
