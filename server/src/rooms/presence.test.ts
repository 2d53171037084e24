import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '@throughline/shared/schema'
import { awarenessEntry, awarenessFrame, readBytes } from './frames.ts'
import type { Member } from './member.ts'
import { Presence } from './presence.ts'

interface Told extends Member {
  readonly sent: Uint8Array[]
}

function member(identity: string): Told {
  const sent: Uint8Array[] = []
  return {
    identity,
    person: identity,
    role: 'viewer',
    lane: 'read',
    app: false,
    sent,
    send: (payload) => sent.push(payload),
    sendMade() {},
    write() {},
    receipt() {},
    refuse() {},
  }
}

/** What a connection hands over: the body of an awareness frame. */
function says(...entries: readonly (readonly [id: number, clock: number, state: unknown])[]): Uint8Array {
  const frame = awarenessFrame(
    entries.map(([id, clock, state]) => awarenessEntry(id, clock, new TextEncoder().encode(JSON.stringify(state)))),
  )
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return readBytes(decoder)
}

/** Id → state of an awareness frame. */
function read(frame: Uint8Array | null): Record<number, unknown> {
  if (frame === null) return {}
  const outer = decoding.createDecoder(frame)
  decoding.readVarUint(outer)
  const decoder = decoding.createDecoder(readBytes(outer))
  return Object.fromEntries(
    Array.from({ length: decoding.readVarUint(decoder) }, () => {
      const id = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      return [id, JSON.parse(decoding.readVarString(decoder)) as unknown]
    }),
  )
}

describe('presence', () => {
  test('[PR5] a few are told of at once, a crowd a millisecond for each, and never later than a quarter of a second', () => {
    const presence = new Presence()
    const move = (id: number, clock: number) => presence.receive(member(`person ${id}`), says([id, clock, {}]))
    for (let id = 1; id <= 10; id += 1) move(id, 1)
    expect(presence.restMs).toBe(10)
    for (let id = 11; id <= 100; id += 1) move(id, 1)
    expect(presence.restMs).toBe(100)
    for (let id = 101; id <= 600; id += 1) move(id, 1)
    expect(presence.restMs).toBe(250)
    expect(Object.keys(read(presence.takeChanges()))).toHaveLength(600)
    expect(presence.restMs).toBe(0)
  })

  test('[PR5] after a short rest a few are told of, who has waited longest first, and nobody twice before all have been', () => {
    const presence = new Presence()
    const move = (id: number, clock: number) => presence.receive(member(`person ${id}`), says([id, clock, { clock }]))
    for (let id = 1; id <= 40; id += 1) move(id, 1)
    expect(Object.keys(read(presence.takeChanges(16)))).toEqual(Array.from({ length: 16 }, (_, n) => `${n + 1}`))
    for (let id = 1; id <= 40; id += 1) move(id, 2)
    expect(Object.keys(read(presence.takeChanges(24)))).toEqual(Array.from({ length: 24 }, (_, n) => `${n + 17}`))
    expect(read(presence.takeChanges(1))).toEqual({ 1: { clock: 2 } })
    // However many they are, a quarter of a second is enough for all.
    for (let id = 1; id <= 1_000; id += 1) move(id, 3)
    expect(Object.keys(read(presence.takeChanges(250)))).toHaveLength(1_000)
    expect(presence.takeChanges(250)).toBeNull()
  })

  test('[PR1] the highest clock wins, and news is told once', () => {
    const presence = new Presence()
    const ana = member('ana')
    presence.receive(ana, says([1, 5, { at: 'new' }]))
    presence.receive(ana, says([1, 4, { at: 'old' }]))
    expect(read(presence.takeChanges())).toEqual({ 1: { at: 'new' } })
    expect(presence.takeChanges()).toBeNull()
    expect(read(presence.whole())).toEqual({ 1: { at: 'new' } })
  })

  test('[PR2] another person neither changes nor removes it; the same one takes it over with news', () => {
    const presence = new Presence()
    const [ana, ben, anaAgain] = [member('ana'), member('ben'), member('ana')]
    presence.receive(ana, says([1, 5, { by: 'ana' }]))
    presence.receive(ben, says([1, 9, { by: 'ben' }]))
    presence.receive(ben, says([1, 9, null]))
    expect(read(presence.whole())).toEqual({ 1: { by: 'ana' } })
    presence.receive(anaAgain, says([1, 6, { by: 'ana', again: true }]))
    presence.leave(ana)
    expect(read(presence.whole())).toEqual({ 1: { by: 'ana', again: true } })
  })

  test('[PR2] what a stock client sends back about another is not taken for its own, even under one key', () => {
    const presence = new Presence()
    const [ana, ben] = [member('one link'), member('one link')]
    presence.receive(ana, says([1, 5, { name: 'Ana' }]))
    presence.receive(ben, says([1, 5, { name: 'Ana' }], [2, 1, { name: 'Ben' }]))
    presence.leave(ana)
    expect(read(presence.whole())).toEqual({ 2: { name: 'Ben' } })
  })

  test('[PR3] who leaves is gone for everybody, and comes back louder', () => {
    const presence = new Presence()
    const ana = member('ana')
    presence.receive(ana, says([1, 5, {}]))
    presence.takeChanges()
    presence.leave(ana)
    expect(read(presence.takeChanges())).toEqual({ 1: null })
    expect(read(presence.whole())).toEqual({})
    const back = member('ana')
    presence.receive(back, says([1, 5, {}]))
    expect(read(back.sent[0] ?? null)).toEqual({ 1: null })
    presence.receive(back, says([1, 7, {}]))
    expect(read(presence.takeChanges())).toEqual({ 1: {} })
  })

  test('[PR4] what is no JSON object is refused', () => {
    const presence = new Presence()
    expect(() => presence.receive(member('ana'), says([1, 1, 'just text']))).toThrow(/not JSON/)
    expect(read(presence.whole())).toEqual({})
  })

  test('a connection speaks for a few clients, each with a little to say', () => {
    const presence = new Presence()
    const ana = member('ana')
    for (let id = 1; id <= LIMITS.presenceIds + 2; id += 1) presence.receive(ana, says([id, 1, {}]))
    expect(Object.keys(read(presence.whole()))).toHaveLength(LIMITS.presenceIds)
    presence.receive(ana, says([1, 2, { long: 'x'.repeat(LIMITS.presenceStateBytes) }]))
    expect(read(presence.whole())[1]).toEqual({})
  })
})
