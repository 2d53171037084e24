import { describe, expect, test } from 'vitest'
import { programmeRequest, workshopCommand } from '../protocol/index.ts'
import { LIMITS } from '../schema/index.ts'
import { PROGRAMMES } from './index.ts'

const MINUTE_MS = 60_000

test('the ready-made programmes take as long as they say', () => {
  const minutes = PROGRAMMES.map(({ id, stages }) => [
    id,
    stages.reduce((sum, { lastsMs }) => sum + (lastsMs ?? 0), 0) / MINUTE_MS,
  ])
  expect(Object.fromEntries(minutes)).toEqual({
    'everyone-writes-it-down': 45,
    'from-scattered-to-one-line': 90,
    'audience-by-audience': 60,
    'proof-hunt': 30,
  })
})

describe.each(PROGRAMMES.map((programme) => [programme.id, programme] as const))('%s', (_, programme) => {
  test('is one that somebody could have sent', () => {
    expect(programmeRequest.parse(programme)).toEqual(programme)
  })

  test('has people write among its first three stages, reveals after that, and ends with the brief', () => {
    const kinds = programme.stages.map(({ kind }) => kind)
    expect(kinds.slice(0, 3)).toContain('gather')
    expect(kinds.join(' ').replaceAll('gather reveal', '')).not.toMatch(/gather|reveal/)
    expect(kinds.at(-1)).toBe('brief')
    for (const { instruction } of programme.stages) expect(instruction).toMatch(/[.?]$/)
  })
})

describe('a programme of one’s own', () => {
  const gather = { kind: 'gather', prompts: [{ id: 'a', text: 'Why?' }] }
  const taken = (...stages: readonly object[]) => programmeRequest.safeParse({ title: 'Ours', stages }).success

  test('is whole with very little', () => {
    const [first] = programmeRequest.parse({ title: 'Ours', stages: [gather] }).stages
    expect(first).toMatchObject({ lastsMs: null, edits: true, prompts: [{ kind: null, block: null }] })
    expect(workshopCommand.parse({ type: 'start', programme: { title: 'Ours', stages: [gather] } })).toMatchObject({
      programme: { id: 'own', named: false },
    })
  })

  test('asks in stages in which people write, each prompt once', () => {
    expect(taken({ kind: 'talk' }, gather)).toBe(true)
    for (const wrong of [[{ kind: 'gather' }], [{ ...gather, kind: 'talk' }], [gather, gather], []])
      expect([wrong, taken(...wrong)]).toEqual([wrong, false])
  })

  test('is as long as it may be, and no longer', () => {
    const many = <Thing>(count: number, of: (n: number) => Thing) => Array.from({ length: count }, (_, n) => of(n))
    const prompts = (count: number) => ({ kind: 'gather', prompts: many(count, (n) => ({ id: `p${n}`, text: '?' })) })
    const talk = { kind: 'talk' }
    expect([taken(...many(LIMITS.stages, () => talk)), taken(...many(LIMITS.stages + 1, () => talk))]).toEqual([
      true,
      false,
    ])
    expect([taken(prompts(LIMITS.prompts)), taken(prompts(LIMITS.prompts + 1))]).toEqual([true, false])
    for (const [key, most] of [
      ['dots', LIMITS.dots],
      ['lastsMs', LIMITS.stageMs],
    ] as const)
      expect([taken({ ...talk, [key]: most }), taken({ ...talk, [key]: most + 1 })]).toEqual([true, false])
  })
})
