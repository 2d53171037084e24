import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CommentPeers } from '../../test/index.ts'
import { LIMITS, type BlockId, type EpochMs } from '../schema/index.ts'
import {
  answerThread,
  beginThread,
  deleteComment,
  editComment,
  openCommentsDoc,
  openThreadsByBlock,
  proposeWording,
  readComments,
  setResolved,
  type About,
  type Author,
  type CommentsDoc,
  type Thread,
} from './index.ts'

const ANA: Author = { person: 'ana', name: 'Ana' }
const BEN: Author = { person: 'ben', name: 'Ben' }
const BLOCK = {
  is: 'block',
  block: 'value-1' as BlockId,
  part: 'statement',
  kind: 'value',
  said: 'Payroll in an hour',
} as const satisfies About
const at = (ms: number) => ms as EpochMs

function begin(comments: CommentsDoc, author: Author, text: string, ms: number, about: About = BLOCK): Thread {
  const made = beginThread(comments, author, about, { text }, at(ms))
  if (!made.ok) throw new Error(made.why)
  return threadIn(comments, made.value)
}

function threadIn(comments: CommentsDoc, id: string): Thread {
  const thread = readComments(comments).threads.find((one) => one.id === id)
  if (thread === undefined) throw new Error('no such thread')
  return thread
}

const textsOf = ({ comments }: Thread) => comments.map(({ name, text }) => `${name}: ${text}`)

describe('a conversation', () => {
  test('is read with its author, what it is about, and its answers in the order of time', () => {
    const [ana, ben] = new CommentPeers(2).all as [CommentsDoc, CommentsDoc]
    const thread = begin(ana, ANA, ' Is “an hour” true?\n\nFor whom? ', 100)
    expect(thread).toMatchObject({ about: BLOCK, by: 'ana', at: 100, resolved: null, proposal: null })
    Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ana.doc))
    // Ben's clock is slow; his answer stands after what it answers all the same.
    answerThread(ben, BEN, threadIn(ben, thread.id), { text: 'For ten people.', mentions: ['ana', 'ana'] }, at(7))
    const read = threadIn(ben, thread.id)
    expect(textsOf(read)).toEqual(['Ana: Is “an hour” true?\nFor whom?', 'Ben: For ten people.'])
    expect(read.comments[1]).toMatchObject({ at: 101, mentions: ['ana'] })
  })

  test('two who answer at once offline lose nothing', () => {
    const peers = new CommentPeers(2)
    const [ana, ben] = peers.all as [CommentsDoc, CommentsDoc]
    const { id } = begin(ana, ANA, 'Which source?', 1)
    peers.meet()
    answerThread(ana, ANA, threadIn(ana, id), { text: 'The survey.' }, at(10))
    answerThread(ben, BEN, threadIn(ben, id), { text: 'The audit.' }, at(10))
    setResolved(ben, BEN, id, true, at(11))
    peers.meet()
    expect(textsOf(threadIn(ana, id))).toEqual(['Ana: Which source?', 'Ana: The survey.', 'Ben: The audit.'])
    expect(readComments(ana)).toEqual(readComments(ben))
    expect(threadIn(ana, id).resolved).toEqual({ by: 'ben', name: 'Ben', at: 11 })
  })

  test('is resolved and opened again by whoever comments', () => {
    const comments = openCommentsDoc(new Y.Doc())
    const { id } = begin(comments, ANA, 'Which source?', 1)
    setResolved(comments, BEN, id, true, at(2))
    expect(threadIn(comments, id).resolved?.name).toBe('Ben')
    expect(openThreadsByBlock(readComments(comments).threads, new Set()).size).toBe(0)
    setResolved(comments, ANA, id, false, at(3))
    expect(threadIn(comments, id).resolved).toBeNull()
    expect(openThreadsByBlock(readComments(comments).threads, new Set())).toEqual(new Map([['value-1', 1]]))
  })

  test('only its author words a comment anew or takes it away, and a deletion leaves no words', () => {
    const comments = openCommentsDoc(new Y.Doc())
    const { id } = begin(comments, ANA, 'Something hasty.', 1)
    expect(editComment(comments, BEN, id, { text: 'Mine now' }, at(2))).toEqual({ ok: false, why: 'not yours' })
    expect(deleteComment(comments, BEN, id, at(2))).toEqual({ ok: false, why: 'not yours' })
    expect(editComment(comments, ANA, id, { text: '  \n ' }, at(2))).toEqual({ ok: false, why: 'empty' })
    editComment(comments, ANA, id, { text: 'Something kinder.', mentions: ['ben'] }, at(3))
    expect(threadIn(comments, id).comments[0]).toMatchObject({
      text: 'Something kinder.',
      editedAt: 3,
      mentions: ['ben'],
    })
    answerThread(comments, BEN, threadIn(comments, id), { text: 'Thank you.' }, at(4))
    deleteComment(comments, ANA, id, at(5))
    const [first, ...answers] = threadIn(comments, id).comments
    expect(first).toMatchObject({ text: '', isDeleted: true, mentions: [] })
    expect(answers.map(({ text }) => text)).toEqual(['Thank you.'])
    expect(Buffer.from(Y.encodeStateAsUpdate(comments.doc)).includes('Something')).toBe(false)
    deleteComment(comments, BEN, answers[0]!.id, at(6))
    expect(readComments(comments)).toEqual({ threads: [], ignored: [] })
  })

  test('a proposal carries its wording and what it is to replace, and refuses to say the same', () => {
    const comments = openCommentsDoc(new Y.Doc())
    const was = BLOCK.said
    expect(proposeWording(comments, BEN, BLOCK, { wording: ` ${was} `, was, text: '' }, at(1))).toEqual({
      ok: false,
      why: 'the same',
    })
    const made = proposeWording(comments, BEN, BLOCK, { wording: 'Payroll done\nby ten', was, text: '' }, at(1))
    expect(made.ok && threadIn(comments, made.value).proposal).toEqual({ wording: 'Payroll done by ten', was })
    const open = (decided: readonly string[]) =>
      openThreadsByBlock(readComments(comments).threads, new Set(decided)).size
    expect([open([]), open([made.ok ? made.value : ''])]).toEqual([1, 0])
    expect(beginThread(comments, BEN, BLOCK, { text: ' ' }, at(2))).toEqual({ ok: false, why: 'empty' })
  })
})

type Step = readonly [peer: number, what: number, which: number, ms: number]
const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(fc.tuple(fc.nat(2), fc.nat(6), fc.nat(5), fc.nat(50)), {
  maxLength: 25,
})
const PEOPLE: readonly Author[] = [ANA, BEN, { person: 'cleo', name: 'Cleo' }]

function take([n, what, which, ms]: Step, peers: CommentPeers): void {
  const comments = peers.peer(n)
  const me = PEOPLE[n] ?? ANA
  const { threads } = readComments(comments)
  const thread = threads[which % Math.max(1, threads.length)]
  if (what === 6) peers.meet()
  if (thread === undefined || what === 0) beginThread(comments, me, BLOCK, { text: `Thread ${ms}` }, at(ms))
  else if (what <= 2) answerThread(comments, me, thread, { text: `Answer ${ms}` }, at(ms))
  else if (what === 3) setResolved(comments, me, thread.id, ms % 2 === 0, at(ms))
  else {
    const mine = thread.comments.find(({ by }) => by === me.person)
    if (mine !== undefined && what === 4) editComment(comments, me, mine.id, { text: `Edited ${ms}` }, at(ms))
    if (mine !== undefined && what === 5) deleteComment(comments, me, mine.id, at(ms))
  }
}

describe('whatever three people do offline', () => {
  test('[CR2] everybody reads the same, whatever the order in which it arrives; nobody loses an answer', () => {
    fc.assert(
      fc.property(anySteps, fc.array(fc.nat(99), { minLength: 1, maxLength: 9 }), (steps, order) => {
        const peers = new CommentPeers(3)
        for (const step of steps) take(step, peers)
        peers.meet(order)
        const reads = peers.all.map(readComments)
        for (const read of reads) expect(read).toEqual(reads[0])
        for (const { comments } of reads[0]?.threads ?? []) {
          expect(comments.some(({ isDeleted }) => !isDeleted)).toBe(true)
          expect(comments.map(({ at }) => at).slice(1)).toEqual(
            comments
              .map(({ at }) => at)
              .slice(1)
              .toSorted((a, b) => a - b),
          )
        }
        const late = openCommentsDoc(new Y.Doc())
        Y.applyUpdate(late.doc, Y.encodeStateAsUpdate(peers.peer(1).doc))
        expect(readComments(late)).toEqual(reads[0])
      }),
      { numRuns: 100 },
    )
  })
})

describe('whatever a peer writes', () => {
  const anyValue = fc.oneof(
    fc
      .anything({ withNullPrototype: false, maxDepth: 3 })
      .map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as unknown),
    fc.record(
      {
        about: fc.constantFrom(
          null,
          7,
          {},
          { x: 1 },
          { x: Infinity, y: 0 },
          { x: 1, y: 2e9 },
          { block: 'a b' },
          { block: 'a', part: 'field:__proto__' },
          BLOCK,
        ),
        thread: fc.constantFrom(null, '', 'ana', 'ana.1', 'ana.1.2', '__proto__.x', 7),
        at: fc.constantFrom(0, -1, 1.5, Number.NaN, Infinity, 9e15, '5', null, 3),
        text: fc.constantFrom('x', '\ud800', 'x'.repeat(50_000), 7, null, ''),
        name: fc.constantFrom('Ana', 7, 'n'.repeat(999)),
        mentions: fc.constantFrom(
          null,
          'ana',
          ['ana', 'ana', 7, 'not an id'],
          Array.from({ length: 99 }, (_, n) => `p${n}`),
        ),
        wording: fc.constantFrom('Another', 7, ''),
        was: fc.constantFrom('One', {}),
        is: fc.constantFrom('resolved', 'open', 7),
        by: fc.constantFrom('ana', 'not an id', 7),
        deletedAt: fc.constantFrom(undefined, 1, 'x'),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  )
  const anyKey = fc.constantFrom('ana.1', 'ana.2', 'ben.1', 'ana', '', '__proto__', 'a.b.c', '.', 'ana.', '.1', 'a b.c')
  const anyShared = fc.constantFrom(...[() => new Y.Map(), () => new Y.Array(), () => new Y.Text('x')])

  test('[CR1] nothing throws, nothing is written, and what is read keeps its promises', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), anyKey, fc.oneof(anyValue, anyShared)), { maxLength: 12 }),
        (writes) => {
          const comments = openCommentsDoc(new Y.Doc())
          for (const [state, key, value] of writes)
            (state ? comments.states : comments.entries).set(key, typeof value === 'function' ? value() : value)
          const before = Y.encodeStateVector(comments.doc)
          const { threads } = readComments(comments)
          expect(Y.encodeStateVector(comments.doc)).toEqual(before)
          for (const { comments: said, about } of threads) {
            expect(said.length).toBeGreaterThan(0)
            for (const { text, name, at: when, mentions } of said) {
              expect(text.length).toBeLessThanOrEqual(LIMITS.commentLength)
              expect(text.isWellFormed()).toBe(true)
              expect(name.length).toBeLessThanOrEqual(LIMITS.nameLength)
              expect(mentions.length).toBeLessThanOrEqual(LIMITS.mentions)
              expect(Number.isNaN(new Date(when).getTime())).toBe(false)
            }
            expect(about.is === 'place' ? Math.abs(about.y) : 0).toBeLessThanOrEqual(LIMITS.coordinate)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('what is no comment, and an answer to nothing, is left out and said so, without a word of it', () => {
    const comments = openCommentsDoc(new Y.Doc())
    comments.entries.set('secret words', { text: 'x', at: 1 })
    comments.entries.set('ana.1', { thread: 'ben.9', text: 'To whom?', at: 1 })
    expect(readComments(comments)).toEqual({
      threads: [],
      ignored: [
        { path: 'entries', problem: 'answers to no thread' },
        { path: 'entries', problem: 'entries are no comments' },
      ],
    })
  })

  test('[CR4] a flood is cut at its own person’s first comments, and takes nobody else’s away', () => {
    const comments = openCommentsDoc(new Y.Doc())
    comments.doc.transact(() => {
      for (let n = 0; n <= LIMITS.commentsOfOne; n += 1)
        comments.entries.set(`flood.${n}`, { about: { x: 0, y: 0 }, text: 'Spam', at: 0 })
    })
    begin(comments, ANA, 'One word of mine', 9)
    const { threads, ignored } = readComments(comments)
    expect(threads).toHaveLength(LIMITS.commentsOfOne + 1)
    expect(threads.at(-1)?.by).toBe('ana')
    expect(ignored).toEqual([{ path: 'entries', problem: `more than ${LIMITS.commentsOfOne} comments of one person` }])
  })

  test('a text at its limit is kept whole, one beyond is cut', () => {
    const comments = openCommentsDoc(new Y.Doc())
    const whole = begin(comments, ANA, 'x'.repeat(LIMITS.commentLength), 1)
    const cut = begin(comments, ANA, 'x'.repeat(LIMITS.commentLength + 1), 2)
    for (const { comments: said } of [whole, cut]) expect(said[0]?.text).toHaveLength(LIMITS.commentLength)
    const { about } = begin(comments, ANA, 'On a long one', 3, { ...BLOCK, said: 's'.repeat(LIMITS.saidLength + 1) })
    expect(about.is === 'block' && about.said).toHaveLength(LIMITS.saidLength)
    const many = Array.from({ length: LIMITS.mentions + 1 }, (_, n) => `p${n}`)
    const made = beginThread(comments, ANA, BLOCK, { text: 'Everybody', mentions: many }, at(4))
    expect(made.ok && threadIn(comments, made.value).comments[0]?.mentions).toHaveLength(LIMITS.mentions)
  })
})
