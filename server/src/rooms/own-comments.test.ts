import * as encoding from 'lib0/encoding'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  answerThread,
  beginThread,
  deleteComment,
  editComment,
  openCommentsDoc,
  readComments,
  setResolved,
  type CommentsDoc,
  type Thread,
} from '@throughline/shared/comments'
import type { EpochMs } from '@throughline/shared/schema'
import { refusalOfComments } from './own-comments.ts'

const ANA = { person: 'ana', name: 'Ana' }
const BEN = { person: 'ben', name: 'Ben' }
const PLACE = { is: 'place', x: 0, y: 0 } as const
const at = (ms: number) => ms as EpochMs

/** A server's document, and people who send it what they do, as the server would take it. */
function server() {
  const held = new Y.Doc()
  const refusals: string[] = []
  const send = (update: Uint8Array, person: string) => {
    const refusal = refusalOfComments(update, held, person)
    if (refusal === null) Y.applyUpdate(held, update)
    else refusals.push(refusal)
  }
  const join = (person: string): CommentsDoc => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(held), 'server')
    doc.on('update', (update: Uint8Array, origin: unknown) => origin === 'server' || send(update, person))
    return openCommentsDoc(doc)
  }
  return { held, refusals, send, join, read: () => readComments(openCommentsDoc(held)) }
}

function began(comments: CommentsDoc, author: typeof ANA): Thread {
  const made = beginThread(comments, author, PLACE, { text: `By ${author.name}` }, at(1))
  const thread = readComments(comments).threads.find(({ id }) => made.ok && id === made.value)
  if (thread === undefined) throw new Error('not begun')
  return thread
}

const textsOf = ({ threads }: ReturnType<typeof readComments>) =>
  threads.flatMap(({ comments }) => comments.map(({ by, text }) => `${by}: ${text}`))

describe('what people do', () => {
  test('passes: beginning, answering, wording anew, deleting, resolving what others resolved', () => {
    const { join, refusals, read } = server()
    const ana = join('ana')
    const { id } = began(ana, ANA)
    const ben = join('ben')
    const [thread] = readComments(ben).threads
    answerThread(ben, BEN, thread!, { text: 'Yes' }, at(2))
    setResolved(ben, BEN, id, true, at(3))
    const anaAgain = join('ana')
    setResolved(anaAgain, ANA, id, false, at(4))
    editComment(anaAgain, ANA, id, { text: 'Worded anew' }, at(5))
    editComment(anaAgain, ANA, id, { text: 'And again' }, at(6))
    expect(refusals).toEqual([])
    expect(textsOf(read())).toEqual(['ana: And again', 'ben: Yes'])
    deleteComment(anaAgain, ANA, id, at(7))
    expect(refusals).toEqual([])
    expect(textsOf(read())).toEqual(['ana: ', 'ben: Yes'])
  })

  test('passes after a journey offline, in one piece, holes and all, and when it is sent again', () => {
    const { join, send, refusals, read } = server()
    const ana = join('ana')
    const offline = new Y.Doc()
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(ana.doc))
    const train = openCommentsDoc(offline)
    const { id } = began(train, ANA)
    for (const text of ['One', 'Two', 'Three']) editComment(train, ANA, id, { text }, at(2))
    setResolved(train, ANA, id, true, at(3))
    setResolved(train, ANA, id, false, at(4))
    send(Y.encodeStateAsUpdate(offline), 'ana')
    editComment(train, ANA, id, { text: 'Four' }, at(5))
    send(Y.encodeStateAsUpdate(offline), 'ana')
    send(Y.encodeStateAsUpdate(offline), 'ana')
    expect(refusals).toEqual([])
    expect(textsOf(read())).toEqual(['ana: Four'])
    // Whoever only has it may send all of it: there is nothing new in it.
    send(Y.encodeStateAsUpdate(offline), 'ben')
    expect(refusals).toEqual([])
  })

  test('other roots are nobody’s business: no reader looks there', () => {
    const { join, refusals } = server()
    const { doc } = join('ana')
    doc.getMap('threads').set('t', new Y.Map([['by', 'ben']]))
    doc.getText('notes').insert(0, 'Free')
    doc.getText('notes').delete(1, 2)
    expect(refusals).toEqual([])
  })
})

describe('what a program of theirs might do', () => {
  const attempts: readonly (readonly [string, (ben: CommentsDoc, thread: Thread) => void])[] = [
    [
      'write under another’s key',
      ({ entries }) => entries.set('ana.forged', { about: { x: 0, y: 0 }, text: 'Mine', at: 1 }),
    ],
    [
      'word another’s comment anew',
      ({ entries }, { id }) => entries.set(id, { about: { x: 0, y: 0 }, text: 'Ha', at: 1 }),
    ],
    ['delete another’s comment', ({ entries }, { id }) => entries.delete(id)],
    ['resolve in another’s name', ({ states }, { id }) => states.set(id, { is: 'resolved', by: 'ana', at: 1 })],
    ['say nothing of who resolved', ({ states }, { id }) => states.set(id, 'resolved')],
    ['put a shared type where a comment goes', ({ entries }) => entries.set('ben.type', new Y.Map())],
    [
      'hide it among one’s own',
      ({ doc, entries }, { id }) =>
        doc.transact(() => {
          entries.set('ben.own', { about: { x: 0, y: 0 }, text: 'Mine', at: 1 })
          entries.set(id, { about: { x: 0, y: 0 }, text: 'Ha', at: 1 })
        }),
    ],
  ]
  test.each(attempts)('is refused: %s', (_what, attempt) => {
    const { join, refusals, read } = server()
    const thread = began(join('ana'), ANA)
    attempt(join('ben'), thread)
    expect(refusals).toHaveLength(1)
    expect(textsOf(read())).toEqual(['ana: By Ana'])
    expect(read().threads[0]?.resolved).toBeNull()
  })

  test('is refused: taking the place of what another is about to send', () => {
    const { join, held, send, refusals } = server()
    const ana = join('ana')
    began(ana, ANA)
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(held))
    forged.clientID = ana.doc.clientID
    const before = Y.encodeStateVector(forged)
    openCommentsDoc(forged).entries.set('ben.squat', { about: { x: 0, y: 0 }, text: 'First', at: 1 })
    send(Y.encodeStateAsUpdate(forged, before), 'ben')
    expect(refusals).toHaveLength(1)
  })

  test('is refused: one client’s changes twice in a message, of which Yjs would take the second', () => {
    const { held } = server()
    const one = new Y.Doc()
    one.clientID = 7
    one.getMap('free').set('a', 1)
    const two = new Y.Doc()
    two.clientID = 7
    openCommentsDoc(two).entries.set('ben.x', { about: { x: 0, y: 0 }, text: 'x', at: 1 })
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 2)
    // Each update is: one client, its structs, no deletions.
    for (const doc of [one, two]) encoding.writeUint8Array(encoder, Y.encodeStateAsUpdate(doc).slice(1, -1))
    encoding.writeVarUint(encoder, 0)
    expect(refusalOfComments(encoding.toUint8Array(encoder), held, 'ben')).not.toBeNull()
  })

  test('[OC1] whatever anybody sends, nothing of anybody else’s is changed by it', () => {
    const anyWrite = fc.tuple(
      fc.constantFrom('entries', 'states', 'other'),
      fc.constantFrom('ana.1', 'ana.2', 'ben.1', 'ben.2', 'x', 'ana.1.x'),
      fc.constantFrom('set', 'delete', 'list'),
      fc.constantFrom<unknown>('words', { by: 'ana', is: 'resolved', at: 1 }, { by: 'ben', is: 'open', at: 1 }, null),
    )
    fc.assert(
      fc.property(fc.array(anyWrite, { maxLength: 8 }), fc.boolean(), (writes, together) => {
        const { join, held } = server()
        const ana = join('ana')
        ana.entries.set('ana.1', { about: { x: 0, y: 0 }, text: 'Hers', at: 1 })
        ana.entries.set('ana.1', { about: { x: 0, y: 0 }, text: 'Hers, anew', at: 1 })
        ana.entries.set('ana.2', { thread: 'ana.1', text: 'Hers too', at: 2 })
        const ben = join('ben')
        const write = ([root, key, what, value]: (typeof writes)[number]) => {
          const map = ben.doc.getMap(root)
          if (what === 'set') map.set(key, value)
          else if (what === 'delete') map.delete(key)
          else ben.doc.getArray(`${root} list`).push([value])
        }
        if (together) ben.doc.transact(() => writes.forEach(write))
        else writes.forEach(write)
        const { entries, states } = openCommentsDoc(held)
        expect(entries.get('ana.1')).toMatchObject({ text: 'Hers, anew' })
        expect(entries.get('ana.2')).toMatchObject({ text: 'Hers too' })
        states.forEach((value) => expect(value).not.toMatchObject({ by: 'ana' }))
      }),
      { numRuns: 200 },
    )
  })
})
