import { describe, expect, test } from 'vitest'
import { LIMITS } from '@throughline/shared/schema'
import { PROGRAMMES } from '@throughline/shared/workshop'
import { begun, GATHER, MINUTE, programme, Table, writes } from '../../../test/workshop-table.ts'
import { ABANDONED_MS } from './starting.ts'

describe('starting', () => {
  test('needs an editor, and makes that person, and nobody else, a facilitator', () => {
    const t = new Table()
    expect(t.sees('ana')).toMatchObject({ state: 'none', run: null, stage: null, people: [], prompts: [], vote: null })
    expect(t.tell('ben', { type: 'start', programme: programme() })).toBe('needs-editor')
    t.start('ana')
    expect(t.sees('ana')).toMatchObject({ state: 'running', stage: { index: 0, kind: 'talk', paused: false } })
    expect([t.sees('ana').me.facilitator, t.sees('ben').me.facilitator]).toEqual([true, false])
  })

  test('is refused while one runs, until no facilitator has been seen for half a day', () => {
    const t = begun()
    t.roles.set('ben', 'owner')
    const start = { type: 'start', programme: programme() } as const
    for (const who of ['ana', 'ben']) expect(t.tell(who, start)).toBe('running')
    t.now += ABANDONED_MS
    t.here.add('ana')
    expect(t.tell('ben', start)).toBe('running')
    t.here.delete('ana')
    expect(t.tell('cleo', start)).toBe('needs-editor')
    const before = t.sees('ben').run
    expect(t.tell('ben', start)).toBe('ok')
    expect(t.sees('ben').run).not.toBe(before)
    expect([t.sees('ana').me.facilitator, t.sees('ben').me.facilitator]).toEqual([false, true])
  })

  test('after the end begins afresh', () => {
    const t = begun(GATHER)
    t.tell('ben', writes('value', 'It is quick.'))
    t.tell('ana', { type: 'reveal' })
    t.tell('ana', { type: 'end' })
    expect(t.sees('ben')).toMatchObject({
      state: 'ended',
      prompts: [{}, { id: 'value', tellings: [{ text: 'It is quick.' }] }, {}, {}],
    })
    expect(t.tell('ana', { type: 'next' })).toBe('not-running')
    expect(t.tell('ben', writes('value', 'Late.'))).toBe('not-running')
    t.start('ana')
    expect(t.sees('ben')).toMatchObject({ state: 'running', people: [{ person: 'ana' }], prompts: [] })
  })
})

describe('facilitating', () => {
  const commands = [
    ...(['next', 'back', 'pause', 'resume', 'reveal', 'close-vote', 'open-vote', 'end', 'step-down'] as const).map(
      (type) => ({ type }),
    ),
    { type: 'add-time', ms: 1 },
    { type: 'promote', person: 'ben' },
    { type: 'bring', about: 'fast' },
    { type: 'edit', programme: programme() },
  ] as const

  test.each(commands)('$type is for facilitators, whatever the key, and for nobody before the start', (command) => {
    const t = new Table()
    t.roles.set('ben', 'owner')
    expect(t.tell('ben', command)).toBe('not-facilitating')
    t.start('ana')
    const before = t.workshop
    expect(t.tell('ben', command)).toBe('not-facilitating')
    expect(t.workshop).toBe(before)
  })

  test('is handed over: to somebody who takes part or is known on the map, and never to nobody', () => {
    const t = begun()
    t.known.push({ person: 'dora', name: 'Dora', voice: null })
    expect(t.tell('ana', { type: 'step-down' })).toBe('last-facilitator')
    expect(t.tell('ana', { type: 'promote', person: 'nobody' })).toBe('no-such-person')
    expect(t.tell('ana', { type: 'promote', person: 'dora' })).toBe('ok')
    expect(t.tell('dora', { type: 'next' })).toBe('ok')
    expect(t.tell('ana', { type: 'next' })).toBe('ok')
    expect(t.tell('ana', { type: 'step-down' })).toBe('ok')
    expect(t.tell('ana', { type: 'next' })).toBe('not-facilitating')
    expect(t.tell('ana', { type: 'start', programme: programme() })).toBe('running')
  })

  test('brings everyone to something that is there, and lets go of it', () => {
    const t = begun()
    expect(t.tell('ana', { type: 'bring', about: 'nothing' })).toBe('nothing-there')
    const link = t.map.links[0]?.id ?? ''
    const places = [
      ['fast', ['fast'], 'It is fast.'],
      ['fast:sales', ['fast'], 'Quick.'],
      [link, ['fast', 'them'], 'It is fast. → Bakers.'],
    ] as const
    for (const [about, blocks, text] of places) {
      t.now += 1
      expect(t.tell('ana', { type: 'bring', about })).toBe('ok')
      expect(t.sees('ben').brought).toEqual({ about, at: t.now, blocks, text })
      expect(t.sees('ben').blocks?.map(({ block }) => block)).toEqual(blocks)
    }
    expect(t.tell('ana', { type: 'bring', about: null })).toBe('ok')
    expect(t.sees('ben').brought).toEqual({ about: null, at: t.now })
    expect(t.sees('ben').blocks).toEqual([])
  })

  test('holds so many people; one more can watch, and is no facilitator', () => {
    const t = begun()
    for (let n = 1; n < LIMITS.participants; n += 1) expect(t.tell(`p${n}`, { type: 'hand', up: true })).toBe('ok')
    expect(t.tell('one more', { type: 'hand', up: true })).toBe('full')
    t.known.push({ person: 'one more', name: 'One more', voice: null })
    expect(t.tell('ana', { type: 'promote', person: 'one more' })).toBe('full')
    expect(t.sees('one more').people).toHaveLength(LIMITS.participants)
  })

  test('sees raised hands', () => {
    const t = begun()
    t.tell('ben', { type: 'hand', up: true })
    expect(t.sees('ana').people.map(({ person, hand }) => [person, hand])).toEqual([
      ['ana', false],
      ['ben', true],
    ])
  })
})

describe('the clock', () => {
  const stage = (t: Table) => t.sees('ben').stage!

  test('is one for all, and for late comers in mid-count', () => {
    const t = begun()
    const end = t.now + 3 * MINUTE
    expect(stage(t).endsAt).toBe(end)
    t.now += MINUTE
    expect(t.sees('late')).toMatchObject({ now: t.now, stage: { endsAt: end } })
    // Over: that ends nothing by itself.
    t.now += 60 * MINUTE
    expect(t.sees('late')).toMatchObject({ state: 'running', stage: { index: 0, endsAt: end } })
  })

  test('stands still while it is paused', () => {
    const t = begun()
    t.now += MINUTE
    expect(t.tell('ana', { type: 'pause' })).toBe('ok')
    expect(t.tell('ana', { type: 'pause' })).toBe('paused')
    t.now += 10 * MINUTE
    expect(stage(t)).toMatchObject({ paused: true, left: 2 * MINUTE, endsAt: t.now + 2 * MINUTE })
    expect(t.tell('ana', { type: 'resume' })).toBe('ok')
    expect(t.tell('ana', { type: 'resume' })).toBe('not-paused')
    expect(stage(t)).toMatchObject({ paused: false, left: null, endsAt: t.now + 2 * MINUTE })
  })

  test('moves on once when two facilitators say so at once', () => {
    const t = begun()
    const { index } = stage(t)
    for (const _ of ['ana', 'ana']) expect(t.tell('ana', { type: 'next', from: index })).toBe('ok')
    expect(stage(t).index).toBe(index + 1)
    expect(t.tell('ana', { type: 'back', from: index })).toBe('ok')
    expect(stage(t).index).toBe(index + 1)
    t.tell('ana', { type: 'back', from: index + 1 })
    expect(stage(t).index).toBe(index)
  })

  test('goes on where it stood when a stage comes back, paused or not', () => {
    const t = begun()
    t.now += MINUTE
    t.tell('ana', { type: 'next' })
    t.now += 4 * MINUTE
    t.tell('ana', { type: 'pause' })
    t.tell('ana', { type: 'back' })
    expect(stage(t)).toMatchObject({ index: 0, paused: false, endsAt: t.now + 2 * MINUTE })
    t.now += 30 * MINUTE
    t.tell('ana', { type: 'next' })
    expect(stage(t)).toMatchObject({ index: 1, paused: true, left: 6 * MINUTE })
    expect(t.tell('ana', { type: 'back' })).toBe('ok')
    expect(t.tell('ana', { type: 'back' })).toBe('no-stage-before')
    for (let n = 0; n < 5; n += 1) expect(t.tell('ana', { type: 'next' })).toBe('ok')
    expect(t.tell('ana', { type: 'next' })).toBe('no-next-stage')
  })

  test('is given time, from now on when it is over, and never less than none', () => {
    const t = begun()
    const end = stage(t).endsAt!
    t.tell('ana', { type: 'add-time', ms: MINUTE })
    expect(stage(t).endsAt).toBe(end + MINUTE)
    t.now += 20 * MINUTE
    t.tell('ana', { type: 'add-time', ms: MINUTE })
    expect(stage(t).endsAt).toBe(t.now + MINUTE)
    t.tell('ana', { type: 'add-time', ms: -5 * MINUTE })
    expect(stage(t).endsAt).toBe(t.now)
    t.tell('ana', { type: 'pause' })
    expect(stage(t).left).toBe(0)
  })

  test('is there for a stage without a limit as soon as somebody gives it time', () => {
    const open = { ...programme(), stages: programme().stages.map((one) => ({ ...one, lastsMs: null })) }
    const t = begun(0, open)
    expect(stage(t).endsAt).toBeNull()
    expect(t.tell('ana', { type: 'pause' })).toBe('no-clock')
    expect(t.tell('ana', { type: 'add-time', ms: -1 })).toBe('no-clock')
    expect(t.tell('ana', { type: 'add-time', ms: MINUTE })).toBe('ok')
    expect(stage(t).endsAt).toBe(t.now + MINUTE)
  })
})

describe('a programme that is changed while it runs', () => {
  const { stages } = programme()
  const edits = (t: Table, changed: typeof stages) =>
    t.tell('ana', { type: 'edit', programme: { ...programme(), title: 'Ours', stages: changed } })

  test('keeps what has been done, and is free in all that lies ahead', () => {
    const t = begun(GATHER)
    t.tell('ben', writes('value', 'B'))
    t.now += 4 * MINUTE
    const [talk, gather] = stages
    expect(edits(t, [talk!, { ...gather!, lastsMs: 15 * MINUTE }, PROGRAMMES[1]!.stages[3]!])).toBe('ok')
    expect(t.sees('ben')).toMatchObject({ programme: { title: 'Ours' }, stage: { endsAt: t.now + 11 * MINUTE } })
    expect(t.sees('ben').prompts[1]).toMatchObject({ mine: 'B' })
    t.tell('ana', { type: 'next' })
    expect(t.sees('ben').stage).toMatchObject({ kind: 'cluster' })
    for (const changed of [
      [],
      [talk!],
      [gather!, talk!],
      [talk!, { ...gather!, prompts: gather!.prompts.slice(1) }, stages[2]!],
    ])
      expect(edits(t, changed)).toBe('already-done')
  })
})
