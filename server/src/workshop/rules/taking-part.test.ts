import { describe, expect, test } from 'vitest'
import { LIMITS } from '@throughline/shared/schema'
import { buildMap } from '@throughline/shared/test'
import { begun, GATHER, programme, VOTE, votes, writes } from '../../../test/workshop-table.ts'

describe('private writing', () => {
  test('begins with the stage that asks, and stays, whatever stage comes', () => {
    const t = begun()
    expect(t.tell('ben', writes('value', 'Early.'))).toBe('not-open-yet')
    expect(t.tell('ben', writes('nothing', 'Where?'))).toBe('no-such-prompt')
    t.tell('ana', { type: 'next' })
    expect(t.tell('ben', writes('value', 'It is quick.'))).toBe('ok')
    for (const type of ['back', 'next', 'next', 'next', 'back', 'back'] as const) {
      t.tell('ana', { type })
      expect(t.sees('ben').prompts.map(({ mine, written, tellings }) => [mine, written, tellings])).toEqual([
        ['', 0, null],
        ['It is quick.', 1, null],
        ['', 0, null],
        ['', 0, null],
      ])
    }
  })

  test('counts people, not words, and is nobody else’s to see', () => {
    const t = begun(GATHER)
    for (const text of ['One', 'One two', 'One two three']) t.tell('ben', writes('value', text))
    t.tell('cleo', writes('value', 'Four'))
    expect(t.sees('ana').prompts[1]).toMatchObject({ written: 2, mine: '', tellings: null })
    expect(JSON.stringify([t.sees('ana'), t.sees('cleo'), t.sees('ben-2')])).not.toContain('One')
    t.tell('cleo', writes('value', '  '))
    expect(t.sees('ana').prompts[1]).toMatchObject({ written: 1 })
  })

  test('is open to all after the reveal, by voice, without a name, and what comes later says so', () => {
    const t = begun(GATHER)
    t.tell('cleo', writes('value', 'C'))
    t.tell('ben', writes('value', 'B'))
    t.tell('ana', writes('value', 'A'))
    t.tell('dora', writes('value', 'D'))
    expect(t.tell('ana', { type: 'reveal', prompt: 'value' })).toBe('ok')
    expect(t.tell('ana', { type: 'reveal', prompt: 'value' })).toBe('revealed')
    expect(t.tell('ana', { type: 'reveal', prompt: 'nothing' })).toBe('no-such-prompt')
    const told = () =>
      t.sees('ben').prompts[1]!.tellings!.map(({ voice, text, late, name }) => [voice, text, late, name])
    expect(told()).toEqual([
      ['leadership', 'A', undefined, undefined],
      ['product', 'C', undefined, undefined],
      ['sales', 'B', undefined, undefined],
      [null, 'D', undefined, undefined],
    ])
    expect(t.sees('ben').prompts.map(({ tellings }) => tellings?.length ?? null)).toEqual([null, 4, null, null])
    t.tell('dora', writes('value', 'D, on second thoughts'))
    expect(told().at(-1)).toEqual([null, 'D, on second thoughts', true, undefined])
    expect(t.tell('ana', { type: 'reveal' })).toBe('ok')
    expect(t.sees('ben').prompts.map(({ tellings }) => tellings?.length ?? null)).toEqual([0, 4, 0, 0])
  })

  test('is revealed by a facilitator and by no stage', () => {
    const t = begun()
    expect(t.tell('ana', { type: 'reveal' })).toBe('wrong-stage')
    t.tell('ana', { type: 'next' })
    t.tell('ben', writes('value', 'B'))
    t.tell('ana', { type: 'next' })
    expect(t.sees('ben')).toMatchObject({
      stage: { kind: 'reveal' },
      prompts: [{ tellings: null }, { tellings: null }, {}, {}],
    })
    t.tell('ana', { type: 'next' })
    expect(t.tell('ana', { type: 'reveal' })).toBe('wrong-stage')
    t.tell('ana', { type: 'back' })
    expect(t.tell('ana', { type: 'reveal' })).toBe('ok')
  })

  test('names people where the programme says so, by the voice that they spoke for then', () => {
    const t = begun(GATHER, programme('proof-hunt'))
    t.tell('ben', writes('figure', 'Nine of ten.'))
    t.tell('ben', { type: 'speak-for', voice: 'Marketing' })
    t.tell('ben', writes('doubt', 'Who counted?'))
    t.tell('ana', { type: 'reveal' })
    const [, figure, doubt] = t.sees('cleo').prompts
    expect([figure!.tellings, doubt!.tellings]).toMatchObject([
      [{ name: 'ben', voice: 'sales' }],
      [{ name: 'ben', voice: 'marketing' }],
    ])
  })

  test('shows the prompts of the last stage that asked', () => {
    const t = begun(GATHER, programme('audience-by-audience'))
    const ids = () => t.sees('ben').prompts.map(({ id }) => id)
    const seen = [ids()]
    for (const type of ['next', 'next', 'next', 'next', 'back', 'back', 'back', 'back', 'back'] as const) {
      t.tell('ana', { type })
      seen.push(ids())
    }
    const [who, worth] = [
      ['who', 'next'],
      ['worth', 'obstacle'],
    ]
    expect(seen).toEqual([who, who, who, worth, worth, worth, who, who, who, who])
    t.tell('ana', { type: 'end' })
    expect(ids()).toEqual([...who, ...worth])
  })
})

describe('a vote', () => {
  const ready = (who: readonly string[] = ['ben', 'cleo', 'dora']) => {
    const t = begun(GATHER)
    for (const person of who) t.tell(person, writes('value', `By ${person}`))
    t.tell('ana', { type: 'reveal' })
    const ids = Object.fromEntries(
      t.sees('ana').prompts[1]!.tellings!.map(({ text, writing }) => [text.slice(3), writing]),
    )
    t.tell('ana', { type: 'next' })
    t.tell('ana', { type: 'next' })
    return { t, ids }
  }

  test('opens with its stage, on what was revealed, with so many dots each', () => {
    const { t, ids } = ready()
    expect(t.sees('ben').vote).toMatchObject({ open: true, mine: {}, left: 3, counts: null, voted: 0, thin: false })
    expect(
      t
        .sees('ben')
        .vote!.about.map(({ id }) => id)
        .toSorted(),
    ).toEqual(Object.values(ids).toSorted())
    expect(begun(GATHER).sees('ben').vote).toBeNull()
  })

  test('takes dots as they are to be: said twice is said once, and none is more than one has', () => {
    const { t, ids } = ready()
    for (const dots of [2, 2]) expect(t.tell('ben', votes(ids['ben']!, dots))).toBe('ok')
    expect(t.sees('ben').vote).toMatchObject({ mine: { [ids['ben']!]: 2 }, left: 1, voted: 1 })
    expect(t.tell('ben', votes(ids['cleo']!, 2))).toBe('no-dots-left')
    expect(t.tell('ben', votes(ids['cleo']!, 1))).toBe('ok')
    expect(t.tell('ben', votes(ids['ben']!, 0))).toBe('ok')
    expect(t.sees('ben').vote).toMatchObject({ mine: { [ids['cleo']!]: 1 }, left: 2 })
    expect(t.tell('ben', votes('nothing', 1))).toBe('nothing-there')
    // Whatever stands on the map can be voted on, too.
    for (const about of ['fast', 'fast:sales']) expect(t.tell('ben', votes(about, 1))).toBe('ok')
    expect(t.sees('cleo').vote).toMatchObject({ mine: {}, left: 3, counts: null })
  })

  test('stays open when the stage is left, for whoever comes late, until it is closed, and then for good', () => {
    const { t, ids } = ready()
    t.tell('ben', votes(ids['ben']!, 2))
    t.tell('ana', { type: 'next' })
    expect(t.tell('late', votes(ids['ben']!, 1))).toBe('ok')
    t.tell('ana', { type: 'back' })
    expect(t.sees('ben').vote).toMatchObject({ open: true, mine: { [ids['ben']!]: 2 } })
    expect(t.tell('ana', { type: 'open-vote' })).toBe('vote-open')
    expect(t.tell('ana', { type: 'close-vote' })).toBe('ok')
    expect(t.sees('ben').vote).toMatchObject({
      open: false,
      mine: {},
      left: 0,
      counts: { [ids['ben']!]: 3 },
      voted: 2,
      thin: true,
    })
    expect(t.workshop!.ballots.size).toBe(0)
    expect(t.tell('ben', votes(ids['ben']!, 1))).toBe('vote-closed')
    expect(t.tell('ana', { type: 'close-vote' })).toBe('vote-closed')
    t.tell('ana', { type: 'next' })
    t.tell('ana', { type: 'back' })
    expect(t.sees('ben').vote).toMatchObject({ open: false })
    const closed = t.sees('ben').vote!.id
    expect(t.tell('ana', { type: 'open-vote' })).toBe('ok')
    expect(t.sees('ben').vote).toMatchObject({ open: true, left: 3, counts: null })
    expect(t.sees('ben').vote!.id).not.toBe(closed)
  })

  test('ends with the workshop, and its counts can still be read', () => {
    const { t, ids } = ready()
    t.tell('ben', votes(ids['cleo']!, 3))
    t.tell('ana', { type: 'next' })
    t.tell('ana', { type: 'next' })
    t.tell('ana', { type: 'end' })
    expect(t.sees('dora')).toMatchObject({ state: 'ended', vote: { open: false, counts: { [ids['cleo']!]: 3 } } })
  })

  test('has nothing to close and no dots before its stage', () => {
    const t = begun(VOTE - 1)
    expect(t.tell('ben', votes('fast', 1))).toBe('wrong-stage')
    for (const type of ['close-vote', 'open-vote'] as const) expect(t.tell('ana', { type })).toBe('wrong-stage')
  })
})

describe('from the workshop to the map', () => {
  const revealed = () => {
    const t = begun(GATHER)
    t.tell('ben', writes('value', 'It is\nquick.'))
    t.tell('dora', writes('value', 'Of no voice.'))
    const hidden = [...t.workshop!.writings.keys()][0]!
    return { t, hidden, ids: () => t.sees('ana').prompts[1]!.tellings!.map(({ writing }) => writing) }
  }

  test('what was revealed is adopted as a block, once, or as what its voice tells', () => {
    const { t, hidden, ids } = revealed()
    expect(t.tell('ana', { type: 'adopt', writing: hidden })).toBe('nothing-there')
    t.tell('ana', { type: 'reveal' })
    const [ben, dora] = ids()
    for (const _ of [1, 2]) expect(t.tell('cleo', { type: 'adopt', writing: ben! })).toBe('ok')
    expect(t.onMap).toEqual(
      [1, 2].map(() => ({ is: 'new-block', block: `w-${ben}`, kind: 'value', statement: 'It is quick.' })),
    )
    expect(t.tell('ana', { type: 'adopt', writing: ben!, block: 'fast' })).toBe('ok')
    expect(t.onMap.at(-1)).toEqual({ is: 'telling', block: 'fast', voice: 'sales', text: 'It is quick.' })
    expect(t.sees('ana').prompts[1]!.tellings![0]).toMatchObject({ adopted: [`w-${ben}`, 'fast'] })
    expect(t.tell('ana', { type: 'adopt', writing: dora!, block: 'fast' })).toBe('no-voice')
    expect(t.tell('ana', { type: 'adopt', writing: ben!, block: 'gone' })).toBe('nothing-there')
    expect(t.tell('ana', { type: 'adopt', writing: dora!, kind: 'proof' })).toBe('ok')
    expect(t.onMap.at(-1)).toMatchObject({ kind: 'proof' })
  })

  test('a wording is settled by those who are there, and who sees it differently says so', () => {
    const { t } = revealed()
    t.here.add('ben')
    expect(t.tell('ana', { type: 'decide', about: 'fast', text: 'Quick, and\nit lasts.' })).toBe('ok')
    expect(t.onMap).toEqual([{ is: 'agreed', block: 'fast', statement: 'Quick, and it lasts.', by: 'ana, ben' }])
    expect(t.workshop!.course.decisions).toMatchObject([{ about: 'fast', at: t.now, there: ['ana', 'ben'] }])
    for (const text of ['No.', 'It is not.'])
      expect(t.tell('dora', { type: 'dissent', about: 'fast', text })).toBe('ok')
    expect(t.workshop!.course.dissents).toMatchObject([{ about: 'fast', text: 'It is not.', by: 'dora' }])
    for (const type of ['decide', 'dissent'] as const)
      expect(t.tell('ana', { type, about: 'gone', text: 'What?' })).toBe('nothing-there')
  })

  test('so much is settled and kept of one workshop, and no more', () => {
    const many = Object.fromEntries(
      Array.from({ length: LIMITS.settled + 1 }, (_, n) => [`b${n}`, { kind: 'value' as const }]),
    )
    const t = begun(GATHER)
    t.map = buildMap(many)
    t.tell('ben', writes('value', 'B'))
    t.tell('ana', { type: 'reveal' })
    const writing = t.sees('ben').prompts[1]!.tellings![0]!.writing
    const last = `b${LIMITS.settled}`
    for (const type of ['decide', 'dissent'] as const) {
      for (let n = 0; n < LIMITS.settled; n += 1)
        expect(t.tell('ana', { type, about: `b${n}`, text: 'So.' })).toBe('ok')
      expect(t.tell('ana', { type, about: last, text: 'So.' })).toBe('enough')
      // Another wording of the same takes no more room.
      expect(t.tell('ana', { type, about: 'b0', text: 'Or so.' })).toBe('ok')
    }
    for (let n = 0; n <= LIMITS.adoptedAs; n += 1)
      expect(t.tell('ana', { type: 'adopt', writing, block: `b${n}` })).toBe('ok')
    expect(t.sees('ben').prompts[1]!.tellings![0]!.adopted).toHaveLength(LIMITS.adoptedAs)
  })

  test('is for editors alone where the stage says so, and after the end', () => {
    const closed = { ...programme(), stages: programme().stages.map((one) => ({ ...one, edits: false })) }
    const t = begun(GATHER, closed)
    t.tell('ben', writes('value', 'B'))
    t.tell('ana', { type: 'reveal' })
    const writing = t.sees('ben').prompts[1]!.tellings![0]!.writing
    const wants = [
      { type: 'adopt', writing },
      { type: 'decide', about: 'fast', text: 'B' },
    ] as const
    for (const command of wants)
      expect([t.tell('ben', command), t.tell('ana', command)]).toEqual(['needs-editor', 'ok'])
    t.tell('ana', { type: 'end' })
    for (const command of wants) expect([t.tell('ben', command), t.tell('ana', command)]).toEqual(['not-running', 'ok'])
    expect(t.tell('ben', { type: 'dissent', about: 'fast', text: 'No.' })).toBe('ok')
  })
})
