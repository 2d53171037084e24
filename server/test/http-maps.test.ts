/** The HTTP contract: maps and what is read from them. */
import { request, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema, type ImportAnswer } from '@throughline/shared/protocol'
import { exampleMap, exampleMapOn } from '@throughline/shared/examples'
import type { MapFile } from '@throughline/shared/map-file'
import { TEMPLATE_IDS } from '@throughline/shared/templates'
import { makeSmallMap } from './small-map.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'

const today = () => new Date().toISOString().slice(0, 10)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  await server.close()
})

async function problemOf(answer: Response) {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const problem = problemSchema.parse(await answer.json())
  expect(problem.status).toBe(answer.status)
  return problem
}

describe('making a map', () => {
  test('answers 201 with one key a role, and an address without any of them', async () => {
    const answer = await server.call('POST', '/api/maps', null, { title: 'A title', subject: 'A subject' })
    expect(answer.status).toBe(201)
    const made = (await answer.json()) as Record<string, unknown>
    expect(Object.keys(made)).toEqual(['id', 'title', 'keys', 'url', 'report'])
    expect(made).toMatchObject({ title: 'A title', report: [], url: `${server.url}/m/${String(made['id'])}` })
    expect(Object.keys(made['keys'] as object).toSorted()).toEqual(['commenter', 'editor', 'owner', 'reader', 'viewer'])
    expect(new Set(Object.values(made['keys'] as object)).size).toBe(5)
    expect(answer.headers.get('location')).toBe(`/api/maps/${String(made['id'])}`)
  })

  test('the example template is the example map, with the days of the day that it is made on', async () => {
    const before = today()
    const { id, keys } = await server.makeMap({ template: 'example' })
    const file = (await (await server.call('GET', `/api/maps/${id}`, keys.viewer)).json()) as MapFile
    // The day may change meanwhile.
    expect([before, today()].map(exampleMapOn)).toContainEqual(file)
  })

  test('a map made from an export exports the same', async () => {
    const { id, keys } = await server.makeMap({ template: 'example' })
    const first = await (await server.call('GET', `/api/maps/${id}`, keys.viewer)).text()
    const again = await server.makeMap({ map: JSON.parse(first) })
    expect(again.report).toEqual([])
    expect(await (await server.call('GET', `/api/maps/${again.id}`, again.keys.viewer)).text()).toBe(first)
  })

  test('what does not fit is repaired and said: unknown kinds, double ids, dangling and cyclic links', async () => {
    const answer = await server.call('POST', '/api/maps', null, {
      map: {
        format: 'throughline-map',
        version: 1,
        blocks: [
          { id: 'a', kind: 'value', statement: 'One' },
          { id: 'a', kind: 'value', statement: 'Two' },
          { id: 'b', kind: 'mission', statement: 'Unknown' },
          { id: 'c', kind: 'value', statement: 7 },
        ],
        links: [
          { from: 'a', to: 'c' },
          { from: 'c', to: 'a' },
          { from: 'a', to: 'nowhere' },
          { from: 'c', to: 'c' },
        ],
      },
    })
    expect(answer.status).toBe(201)
    const { report, id, keys } = (await answer.json()) as { report: object[]; id: string; keys: { viewer: string } }
    expect(report.length).toBeGreaterThanOrEqual(5)
    const file = (await (await server.call('GET', `/api/maps/${id}`, keys.viewer)).json()) as MapFile
    expect(file.blocks.map(({ statement }) => statement).toSorted()).toEqual(['7', 'One', 'Two'])
    expect(file.links).toHaveLength(1)
    for (const { frame } of file.blocks) expect(frame).toBeDefined()
  })

  test.each([...TEMPLATE_IDS])(
    'the template %s is a map of questions: empty blocks with a place each',
    async (template) => {
      const { id, keys } = await server.makeMap({ template })
      const file = (await (await server.call('GET', `/api/maps/${id}`, keys.viewer)).json()) as MapFile
      expect(file.blocks.map(({ statement, detail }) => statement + detail).join('')).toBe('')
      expect(file.blocks.length).toBeGreaterThan(6)
      for (const { frame } of file.blocks) expect(frame).toBeDefined()
    },
  )

  test('an unknown template is refused with the names of those that there are', async () => {
    const answer = await server.call('POST', '/api/maps', null, { template: 'pitch' })
    expect(answer.status).toBe(422)
    expect(JSON.stringify(await answer.json())).toContain(
      'blank, example, consultant, referrals, roadmap, message-house',
    )
  })

  test.each([
    ['text that is not JSON', '{"map": ', 400],
    ['an empty body', '', 400],
    ['a list', '[]', 422],
    ['an unknown member', '{"titel": "x"}', 422],
    ['a title that is no text', '{"title": 7}', 422],
    ['a template and a file', '{"template": "blank", "map": {}}', 422],
    ['a file that is no object', '{"map": 7}', 422],
    ['another format', '{"map": {"format": "x", "version": 1}}', 422],
    ['a later version', '{"map": {"format": "throughline-map", "version": 2}}', 422],
    ['a file nested 20,000 deep', `{"map": ${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`, 422],
  ])('refuses %s', async (_what, body, status) => {
    const answer = await server.call('POST', '/api/maps', null, body)
    expect(answer.status).toBe(status)
    await problemOf(answer)
  })

  test('refuses 50 MB with 413, and other types with 415', async () => {
    const answer = await server.call('POST', '/api/maps', null, `"${'x'.repeat(50 * 1024 * 1024)}"`)
    expect(answer.status).toBe(413)
    expect((await problemOf(answer)).kind).toBe('too-large')
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1']) {
      const other = await server.call('POST', '/api/maps', null, '{}', { 'content-type': type })
      expect(other.status).toBe(415)
      await problemOf(other)
    }
    const badBytes = await fetch(`${server.url}/api/maps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    })
    expect(badBytes.status).toBe(400)
    expect((await server.call('GET', '/healthz')).status).toBe(200)
  })
})

describe('reading a map', () => {
  test('as an outline, as notices, as a brief', async () => {
    const { id, keys } = await server.makeMap({ template: 'example' })
    const text = await server.call('GET', `/api/maps/${id}/text`, keys.viewer)
    expect(text.headers.get('content-type')).toMatch(/^text\/markdown/)
    expect(await text.text()).toContain(exampleMap.blocks[0]?.statement)
    const { notices } = (await (await server.call('GET', `/api/maps/${id}/notices`, keys.viewer)).json()) as {
      notices: object[]
    }
    for (const notice of notices) expect(Object.keys(notice)).toEqual(['rule', 'about', 'says', 'why'])
    const brief = await server.call('GET', `/api/maps/${id}/brief`, keys.reader)
    expect(await brief.json()).toMatchObject({ title: exampleMap.title, revision: 1, leftOut: expect.any(Array) })
    expect(brief.headers.get('x-brief-left-out')).toMatch(/^\d+$/)
  })

  test('the brief as a file is the same bytes for the same state', async () => {
    const { id, keys } = await server.makeMap({ template: 'example' })
    for (const [format, type, start] of [
      ['md', 'text/markdown', '# '],
      ['html', 'text/html', '<!doctype html'],
      ['pdf', 'application/pdf', '%PDF-'],
      ['png', 'image/png', '\u0089PNG'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ] as const) {
      const [one, two] = await Promise.all(
        [1, 2].map(() => server.call('GET', `/api/maps/${id}/brief.${format}?paper=letter`, keys.reader)),
      )
      expect(one?.status).toBe(200)
      expect(one?.headers.get('content-type')).toContain(type)
      const bytes = Buffer.from(await one!.arrayBuffer())
      expect(bytes.toString('latin1').toLowerCase().startsWith(start.toLowerCase())).toBe(true)
      expect(bytes.equals(Buffer.from(await two!.arrayBuffer()))).toBe(true)
    }
    expect((await server.call('GET', `/api/maps/${id}/brief.exe`, keys.reader)).status).toBe(404)
    expect((await server.call('GET', `/api/maps/${id}/brief?paper=a3`, keys.reader)).status).toBe(422)
    expect((await server.call('GET', `/api/maps/${id}/brief.md?design=loud`, keys.reader)).status).toBe(422)
    expect((await server.call('GET', `/api/maps/${id}/brief?audience=none`, keys.reader)).status).toBe(422)
  })

  test('a brief that has not changed is not sent again, and HEAD says how long it is', async () => {
    const { id, keys } = await server.makeMap({ template: 'example' })
    // The address of the live brief is part of the page: the same host, the same bytes.
    const { hostname, port } = new URL(server.url)
    for (const format of ['', '.md', '.pdf']) {
      const path = `/api/maps/${id}/brief${format}`
      const answer = await server.call('GET', path, keys.reader)
      const tag = answer.headers.get('etag')
      expect(tag).not.toBeNull()
      // Not by fetch: together with If-None-Match it asks every cache to look away.
      const ask = (method: string, headers: Record<string, string>) =>
        new Promise<IncomingMessage>((resolve) => {
          const authorization = `Bearer ${keys.reader}`
          request({ hostname, port, path, method, headers: { authorization, ...headers } }, resolve).end()
        })
      expect((await ask('GET', { 'if-none-match': tag! })).statusCode).toBe(304)
      const head = await ask('HEAD', {})
      expect(head.headers['content-length']).toBe(String((await answer.arrayBuffer()).byteLength))
      expect(head.headers['content-type']).toBe(answer.headers.get('content-type'))
    }
  })

  test('words to take along, of one part of the brief', async () => {
    const { id, keys } = await server.makeMap({ template: 'example' })
    for (const part of ['one-liner', 'pitch', 'audience', 'proofs']) {
      const answer = await server.call('GET', `/api/maps/${id}/brief?part=${part}`, keys.reader)
      expect(answer.status).toBe(200)
      const { text, pieces } = (await answer.json()) as { text: string; pieces: readonly { text: string }[] }
      expect(text).toBe(pieces.map((piece) => piece.text).join('\n\n'))
      expect(text).not.toBe('')
    }
    const refused = async (query: string) =>
      (await server.call('GET', `/api/maps/${id}/brief?${query}`, keys.reader)).status
    expect(await refused('part=poem')).toBe(422)
    expect(await refused('part=pitch&audience=nobody')).toBe(422)
  })

  test('an import says what it adds, under new ids', async () => {
    const { id, keys } = await makeSmallMap(server)
    const file = {
      format: 'throughline-map',
      version: 1,
      blocks: [
        { id: 'a', kind: 'value', statement: 'Again' },
        { kind: 'proof', statement: 'Sure' },
      ],
      links: [{ from: 'a', to: 'nowhere' }],
    }
    const path = `/api/maps/${id}/import`
    const answer = (await (await server.call('POST', path, keys.editor, file)).json()) as ImportAnswer
    expect(answer.added.blocks.map(({ from }) => from)).toEqual(['a', ''])
    expect(answer.added.blocks.every((block) => block.id !== 'a')).toBe(true)
    expect(answer.added.links).toBe(0)
    expect(answer.report.length).toBeGreaterThan(0)
    const map = (await (await server.call('GET', `/api/maps/${id}`, keys.viewer)).json()) as MapFile
    expect(map.blocks).toHaveLength(3)
    for (const bad of ['{', '[]', '{"format":"x"}']) {
      const refused = await server.call('POST', path, keys.editor, bad)
      expect([400, 422]).toContain(refused.status)
      await problemOf(refused)
    }
  })

  test('an import of text says what each line becomes, dry or not, and nothing is lost in silence', async () => {
    const { id, keys } = await makeSmallMap(server)
    const path = `/api/maps/${id}/import`
    const size = async () =>
      ((await (await server.call('GET', `/api/maps/${id}`, keys.viewer)).json()) as MapFile).blocks.length
    const before = await size()
    for (const [as, text] of [
      ['markdown', '## Value\n- Calm\n  - Proof: Nine hours'],
      ['csv', 'Text,Kind\nCalm,value\nNine hours,proof'],
      ['plain', 'WHAT THEY GET\nCalm\nProof: Nine hours'],
      [
        'canvas',
        '{"nodes":[{"id":"a","type":"text","text":"Value: Calm"},{"id":"b","type":"text","text":"Proof: Nine hours"}],"edges":[{"id":"e","fromNode":"a","toNode":"b"}]}',
      ],
    ] as const) {
      const dry = (await (await server.call('POST', `${path}?dry=1`, keys.editor, { text, as })).json()) as ImportAnswer
      expect(dry.added.blocks.map(({ from }) => from)).toEqual(['line-1', 'line-2'])
      expect(dry.report).toEqual([])
    }
    expect(await size()).toBe(before)
    const text = '# The title\n\n## Value\n- Calm\n- ???\n\n## Proof\n- Nine hours'
    const answer = (await (
      await server.call('POST', path, keys.editor, { text, as: 'markdown' })
    ).json()) as ImportAnswer
    expect(answer.added).toMatchObject({ blocks: [{ from: 'line-1' }, { from: 'line-3' }], links: 0 })
    expect(answer.report.map(({ problem }) => problem)).toEqual([
      '“The title” is the title or subject of the text',
      '“???” has no words',
    ])
    expect(await size()).toBe(before + 2)
  })

  test.each([
    ['another form', { text: 'x', as: 'docx' }, 422],
    ['a text without a form', { text: 'x' }, 422],
    ['a form without a text', { as: 'plain' }, 422],
    ['a text that is none', { text: 7, as: 'plain' }, 422],
    ['a canvas that is none', { text: '# x', as: 'canvas' }, 422],
    ['a text over the limit', { text: 'x'.repeat(1_000_001), as: 'plain' }, 413],
  ])('an import of text refuses %s', async (_what, body, status) => {
    const { id, keys } = await makeSmallMap(server)
    const answer = await server.call('POST', `/api/maps/${id}/import`, keys.editor, body)
    expect(answer.status).toBe(status)
    await problemOf(answer)
  })
})
