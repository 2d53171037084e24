import { expect, test } from 'vitest'
import {
  answerThread,
  beginThread,
  openCommentsDoc,
  proposeWording,
  readComments,
  setResolved,
} from '@throughline/shared/comments'
import type { BlockId, EpochMs } from '@throughline/shared/schema'
import * as Y from 'yjs'
import { unsentComments } from './unsent-comments.ts'

const ANA = { person: 'ana', name: 'Ana' }
const at = (ms: number) => ms as EpochMs
const about = { is: 'block', block: 'a' as BlockId, part: null, kind: 'value', said: 'Fast' } as const

test('only comments that wait come back, with the wording that one proposes; a resolution has no words', () => {
  const doc = new Y.Doc()
  const comments = openCommentsDoc(doc)
  const begun = beginThread(comments, ANA, about, { text: 'At the server already' }, at(1))
  const waiting: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => waiting.push(update))
  const [thread] = readComments(comments).threads
  answerThread(comments, ANA, thread!, { text: 'On the train' }, at(2))
  proposeWording(comments, ANA, about, { wording: 'Faster', was: 'Fast', text: '' }, at(3))
  setResolved(comments, ANA, begun.ok ? begun.value : thread!.id, true, at(4))
  expect(unsentComments(doc, waiting)).toEqual(['On the train', 'Faster'])
  expect(unsentComments(doc, [])).toEqual([])
})
