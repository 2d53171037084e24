/** The built client's files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './start-test-server.ts'

const SCRIPT = 'export const hello = 1\n'
let folder: string
let server: TestServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-files-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'map.html'), '<!doctype html><title>A map</title>')
  writeFileSync(join(folder, 'join.html'), '<!doctype html><title>Join</title>')
  writeFileSync(join(folder, 'icon.svg'), '<svg/>')
  writeFileSync(join(folder, 'sw.js'), SCRIPT)
  writeFileSync(join(folder, 'assets/main-abc.js'), SCRIPT)
  writeFileSync(join(folder, 'assets/main-abc.js.br'), brotliCompressSync(SCRIPT))
  server = await startTestServer({ clientDir: folder })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test('hashed files are kept for ever, others for minutes, each with its type', async () => {
  const script = await server.call('GET', '/assets/main-abc.js')
  expect(await script.text()).toBe(SCRIPT)
  expect(script.headers.get('content-type')).toMatch(/^text\/javascript/)
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const icon = await server.call('GET', '/icon.svg')
  expect(icon.headers.get('content-type')).toMatch(/^image\/svg\+xml/)
  expect(icon.headers.get('cache-control')).toBe('public, max-age=300')
})

test('what says which files a build has is asked for anew each time', async () => {
  for (const path of ['/sw.js', '/index.html', '/map.html', '/join.html'])
    expect([path, (await server.call('GET', path)).headers.get('cache-control')]).toEqual([path, 'no-cache'])
})

test('what was compressed at build time goes out as it is, to those who take it', async () => {
  const brotli = await server.call('GET', '/assets/main-abc.js', null, undefined, { 'accept-encoding': 'gzip, br' })
  expect(brotli.headers.get('content-encoding')).toBe('br')
  expect(brotli.headers.get('vary')).toMatch(/accept-encoding/i)
  expect(await brotli.text()).toBe(SCRIPT)
  const plain = await server.call('GET', '/assets/main-abc.js', null, undefined, { 'accept-encoding': 'identity' })
  expect(plain.headers.get('content-encoding')).toBeNull()
})

test('the address of a map gets the page that fetches its code, that of a workshop the small one for phones', async () => {
  const titleOf = async (path: string) =>
    /<title>(.*)<\/title>/.exec(await (await server.call('GET', path)).text())?.[1] ?? null
  expect(await titleOf('/m/abcdefghij')).toBe('A map')
  expect(await titleOf('/j/abc')).toBe('Join')
  for (const path of ['/', '/m/abcdefghij/brief']) expect([path, await titleOf(path)]).toEqual([path, null])
})

test('nothing outside the folder can be reached', async () => {
  // `fetch` would tidy the path before it is sent.
  const statusOf = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${server.url}`, { path }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end()
    })
  for (const path of [
    '/../package.json',
    '/assets/../../package.json',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/x',
    '/a%00.js',
  ])
    expect([path, await statusOf(path)]).toEqual([path, 404])
})

test('a client that was never built is said in a sentence', async () => {
  const empty = await startTestServer({ clientDir: join(folder, 'nothing') })
  const answer = await empty.call('GET', '/')
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('pnpm build') })
  await empty.close()
})
