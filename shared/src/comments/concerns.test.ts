import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { buildMap } from '../../test/index.ts'
import type { BlockId, Decision, EpochMs } from '../schema/index.ts'
import {
  answerThread,
  beginThread,
  concernsOf,
  openCommentsDoc,
  proposeWording,
  readComments,
  setResolved,
} from './index.ts'

const ANA = { person: 'ana', name: 'Ana' }
const BEN = { person: 'ben', name: 'Ben' }
const CLEO = { person: 'cleo', name: 'Cleo' }
const map = buildMap({ 'value-1': { kind: 'value', with: { owner: 'cleo' } } })
const about = { is: 'block', block: 'value-1' as BlockId, part: null, kind: 'value', said: '' } as const
const at = (ms: number) => ms as EpochMs

function talk() {
  const comments = openCommentsDoc(new Y.Doc())
  const made = beginThread(comments, ANA, about, { text: 'Is it?', mentions: ['ben'] }, at(1))
  const thread = () => {
    const [found] = readComments(comments).threads
    if (!made.ok || found === undefined) throw new Error('no thread')
    return found
  }
  const inbox = (me: typeof ANA) =>
    concernsOf(readComments(comments).threads, map, me, new Map()).map((concern) =>
      concern.why === 'decided' ? [concern.why, concern.decision.is] : [concern.why, concern.comment.text],
    )
  return { comments, thread, inbox }
}

test('whoever is mentioned, has written in the thread, or owns the block is concerned; whoever wrote it is not', () => {
  const { comments, thread, inbox } = talk()
  expect(inbox(ANA)).toEqual([])
  expect(inbox(BEN)).toEqual([['mention', 'Is it?']])
  expect(inbox(CLEO)).toEqual([['own block', 'Is it?']])
  expect(inbox({ person: 'dora', name: 'Dora' })).toEqual([])
  answerThread(comments, BEN, thread(), { text: 'It is.' }, at(5))
  expect(inbox(ANA)).toEqual([['answer', 'It is.']])
  expect(inbox(BEN)).toEqual([])
  answerThread(comments, ANA, thread(), { text: 'Then say so.' }, at(6))
  expect(inbox(BEN)).toEqual([['answer', 'Then say so.']])
})

test('a thread that is resolved concerns nobody any more', () => {
  const { comments, thread, inbox } = talk()
  setResolved(comments, ANA, thread().id, true, at(2))
  expect(inbox(BEN)).toEqual([])
})

test('the newest stands first', () => {
  const { comments, inbox } = talk()
  beginThread(comments, ANA, about, { text: 'And this?', mentions: ['ben'] }, at(9))
  expect(inbox(BEN).map(([, text]) => text)).toEqual(['And this?', 'Is it?'])
})

test('whoever proposed a wording is told what somebody else decided, until they answer', () => {
  const { comments } = talk()
  const proposed = proposeWording(comments, BEN, about, { wording: 'It is.', was: '', text: '' }, at(3))
  if (!proposed.ok) throw new Error('not proposed')
  const declined: Decision = {
    is: 'declined',
    block: about.block,
    wording: 'It is.',
    author: 'Ben',
    by: 'Ana',
    at: at(4),
    reason: 'Too short.',
  }
  const told = (me: typeof BEN, decision = declined) => {
    const decided = new Map([[String(proposed.value), decision]])
    return concernsOf(readComments(comments).threads, map, me, decided).filter(({ why }) => why === 'decided')
  }
  expect(told(BEN)).toMatchObject([{ decision: { is: 'declined', reason: 'Too short.' }, at: 4 }])
  expect(told(ANA)).toEqual([])
  expect(told(CLEO)).toEqual([])
  expect(told(BEN, { ...declined, by: 'ben' })).toEqual([])
  const thread = readComments(comments).threads.find(({ id }) => id === proposed.value)
  answerThread(comments, BEN, thread!, { text: 'Fair.' }, at(5))
  expect(told(BEN)).toEqual([])
})
