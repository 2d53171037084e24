import { buildMap } from '@throughline/shared/test'
import { LIMITS } from '@throughline/shared/schema'
import { expect, test } from 'vitest'
import { begun, GATHER, programme, VOTE, writes } from '../../../test/workshop-table.ts'

const DECIDE = VOTE + 1

test('while wordings are settled, what came of the workshop is in view, what was touched last before the others', () => {
  const t = begun(GATHER)
  t.tell('ben', writes('value', 'Ready at four.'))
  t.tell('ana', { type: 'next' })
  t.tell('ana', { type: 'reveal' })
  const writing = t.sees('ben').prompts[1]?.tellings?.[0]?.writing ?? ''
  t.tell('ana', { type: 'adopt', writing, block: 'fast' })
  expect(t.sees('ben').blocks).toEqual([])
  while (t.sees('ana').stage?.index !== DECIDE) t.tell('ana', { type: 'next' })
  t.now += 1
  t.tell('cleo', { type: 'dissent', about: 'them', text: 'Not only bakers.' })
  expect(t.sees('ben').blocks).toMatchObject([
    { block: 'them', agreed: null, dissents: [{ person: 'cleo', name: 'cleo', text: 'Not only bakers.' }] },
    { block: 'fast', kind: 'value', statement: 'It is fast.', tellings: [{ voice: 'sales', text: 'Quick.' }] },
  ])
})

test('what was agreed on is agreed as long as it reads so', () => {
  const t = begun()
  const fast = t.map.blocks.get('fast' as never)!
  const withFast = (part: object) => ({ ...t.map, blocks: new Map(t.map.blocks).set(fast.id, { ...fast, ...part }) })
  t.tell('ana', { type: 'bring', about: 'fast' })
  const agreed = { statement: fast.statement, at: 1, by: 'Ana, Ben' }
  t.map = withFast({ agreed, status: 'agreed' }) as typeof t.map
  expect(t.sees('ben').blocks?.[0]?.agreed).toBe('Ana, Ben')
  t.map = withFast({ agreed, statement: 'It is faster.' }) as typeof t.map
  expect(t.sees('ben').blocks?.[0]?.agreed).toBeNull()
})

test('so many are in view, and the last that somebody touched is among them', () => {
  const t = begun(DECIDE)
  const ids = Array.from({ length: LIMITS.blocksInView + 1 }, (_, n) => `v${n}`)
  t.map = buildMap(Object.fromEntries(ids.map((id) => [id, { kind: 'value', statement: id }])))
  for (const about of ids) {
    t.now += 1
    t.tell('cleo', { type: 'dissent', about, text: 'No.' })
  }
  const seen = t.sees('ben').blocks?.map(({ block }) => block)
  expect(seen).toEqual(ids.toReversed().slice(0, LIMITS.blocksInView))
})

test('the block that a question asks about is in view where it is asked', () => {
  const which = programme()
  const [first, second] = which.stages
  const prompts = [{ ...second!.prompts[0]!, block: 'fast' }]
  const t = begun(0, { ...which, stages: [first!, { ...second!, prompts }] })
  t.tell('ana', { type: 'next' })
  expect(t.sees('ben').blocks?.map(({ statement }) => statement)).toEqual(['It is fast.'])
})
