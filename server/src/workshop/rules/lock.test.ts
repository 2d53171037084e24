import { describe, expect, test } from 'vitest'
import { begun, GATHER, programme } from '../../../test/workshop-table.ts'

const byStage = (...edits: readonly boolean[]) => ({
  ...programme(),
  stages: programme().stages.map((stage, at) => ({ ...stage, edits: edits[at] ?? true })),
})
const LOCK = { type: 'lock' } as const
const UNLOCK = { type: 'unlock' } as const
const NEXT = { type: 'next' } as const
const BACK = { type: 'back' } as const

describe('the lock of the canvas', () => {
  test('is for facilitators to set and to take away, and everybody sees who has', () => {
    const t = begun()
    t.tell('ben', { type: 'hand', up: false })
    expect([t.sees('ben').lock, t.tell('ben', LOCK), t.sees('ben').lock]).toEqual([null, 'not-facilitating', null])
    t.tell('ana', LOCK)
    expect([t.tell('ben', UNLOCK), t.sees('ben').lock]).toEqual(['not-facilitating', { by: 'ana' }])
    t.tell('ana', { type: 'promote', person: 'ben' })
    expect([t.tell('ben', LOCK), t.sees('cleo').lock]).toEqual(['ok', { by: 'ana' }])
    expect([t.tell('ben', UNLOCK), t.sees('cleo').lock]).toEqual(['ok', null])
  })

  test('[LO1] stays from stage to stage, and goes with the workshop', () => {
    const t = begun()
    t.tell('ana', LOCK)
    for (const step of [NEXT, NEXT, BACK]) {
      t.tell('ana', step)
      expect(t.sees('ben').lock).toEqual({ by: 'ana' })
    }
    t.tell('ana', { type: 'end' })
    expect(t.sees('ben').lock).toBe(null)
    t.start('ana')
    expect(t.sees('ben').lock).toBe(null)
  })

  test('[LO2] comes with a stage that does not let people edit, unless somebody unlocks it there', () => {
    const t = begun(0, byStage(true, false, false))
    expect(t.sees('ben').lock).toBe(null)
    t.tell('ana', NEXT)
    expect(t.sees('ben').lock).toEqual({ by: null })
    t.tell('ana', UNLOCK)
    expect(t.sees('ben').lock).toBe(null)
    t.tell('ana', NEXT)
    expect(t.sees('ben').lock).toEqual({ by: null })
    t.tell('ana', LOCK)
    t.tell('ana', NEXT)
    expect(t.sees('ben').lock).toEqual({ by: 'ana' })
    t.tell('ana', UNLOCK)
    expect(t.sees('ben').lock).toBe(null)
  })

  test('follows a programme that is changed in mid-stage', () => {
    const t = begun(GATHER)
    t.tell('ana', { type: 'edit', programme: byStage(true, false) })
    expect(t.sees('ben').lock).toEqual({ by: null })
    t.tell('ana', { type: 'edit', programme: programme() })
    expect(t.sees('ben').lock).toBe(null)
  })

  test('[LO3] keeps everybody but those who facilitate from settling things on the map; what is workshop goes on', () => {
    const t = begun(GATHER)
    t.roles.set('ben', 'editor')
    t.tell('cleo', { type: 'write', prompt: 'value', text: 'C' })
    t.tell('ana', { type: 'reveal' })
    t.tell('ana', LOCK)
    const writing = t.sees('cleo').prompts[1]!.tellings![0]!.writing
    for (const command of [
      { type: 'adopt', writing },
      { type: 'decide', about: 'fast', text: 'C' },
    ] as const) {
      const came = ['ben', 'cleo', 'ana'].map((person) => t.tell(person, command))
      expect(came).toEqual(['locked', 'locked', 'ok'])
    }
    expect(t.tell('ben', { type: 'dissent', about: 'fast', text: 'No.' })).toBe('ok')
    expect(t.tell('cleo', { type: 'write', prompt: 'value', text: 'C, rather' })).toBe('ok')
    // Whoever has been made a facilitator is one, with whatever key.
    t.tell('ana', { type: 'promote', person: 'cleo' })
    expect(t.tell('cleo', { type: 'decide', about: 'fast', text: 'C' })).toBe('ok')
  })
})
