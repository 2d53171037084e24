/** Beyond the contract: which lines of a brief have changed since a printed copy of it was made. */
import { describe, expect, test } from 'vitest'
import type { BriefChangesAnswer } from '@throughline/shared/protocol'
import { type Role, clock, map, server, Visitor } from './changes-world.ts'

describe('what of a brief has changed since a copy of it was made', () => {
  const lines = async (since: number, role: Role): Promise<BriefChangesAnswer['lines']> => {
    const answer = await server.call('GET', `/api/maps/${map.id}/brief/changes?since=${since}`, map.keys[role])
    expect(answer.status).toBe(200)
    return ((await answer.json()) as BriefChangesAnswer).lines
  }
  const toldOf = (told: BriefChangesAnswer['lines']) => told.map(({ is, block, part, text }) => [is, block, part, text])

  test('names the lines, to a reader without the words of before', async () => {
    const brief = (await (await server.call('GET', `/api/maps/${map.id}/brief`, map.keys.reader)).json()) as {
      readonly asOf: string
      readonly live: string
    }
    const made = Date.parse(brief.asOf)
    expect(brief.live).toBe(`${server.url}/m/${map.id}/brief?at=${made.toString(36)}`)
    expect(await lines(made, 'reader')).toEqual([])
    const ana = await Visitor.named('Ana')
    await ana.comes()
    clock.pass(1_000)
    await ana.rewords('fast', 'It is very fast.')
    await ana.sets('fast', 'owner', 'Ben', ({ blocks }) =>
      blocks.some(({ id, owner }) => id === 'fast' && owner === 'Ben'),
    )
    await ana.sets('nine', 'kind', 'none', ({ blocks }) => !blocks.some(({ id }) => id === 'nine'))
    expect(toldOf(await lines(made, 'reader'))).toEqual([
      ['reworded', 'fast', 'statement', 'It is very fast.'],
      ['gone', 'nine', 'statement', ''],
    ])
    expect(toldOf(await lines(made, 'viewer')).at(-1)).toEqual(['gone', 'nine', 'statement', 'Nine of ten.'])
    expect(await lines(clock.now(), 'reader')).toEqual([])
    await ana.goes()
  })

  test('refuses a moment that is none', async () => {
    const answer = await server.call('GET', `/api/maps/${map.id}/brief/changes?since=yesterday`, map.keys.reader)
    expect(answer.status).toBe(422)
  })
})
