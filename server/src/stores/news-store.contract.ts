import { describe, expect, test } from 'vitest'
import type { EpochMs, MapId } from '@throughline/shared/schema'
import type { Webhook } from './news-store.ts'
import type { Stores } from './stores.ts'
import { MAP, OTHER, storesWithTwoMaps } from '../../test/two-maps.ts'

function webhook(map: MapId, more: Partial<Webhook> = {}): Webhook {
  return {
    map,
    url: 'https://hooks.example.org/services/ä',
    secret: 'whsec_c2VjcmV0',
    origin: 'https://maps.example.org',
    setAt: 1 as EpochMs,
    toldAt: 1 as EpochMs,
    by: ['Élodie'],
    waiting: { id: 'msg_1', at: 2 as EpochMs, tries: 1, nextAt: 3 as EpochMs },
    last: { at: 2 as EpochMs, ok: false, why: '404 Not Found', tries: 1 },
    stopped: false,
    ...more,
  }
}

export function describeNewsStore(adapter: string, open: () => Promise<Stores>) {
  const withStores = storesWithTwoMaps(open)
  describe(`${adapter} keeps the news store contract`, () => {
    test(
      '[NS1] gives what was put, one a map',
      withStores(async ({ webhooks }) => {
        expect(await webhooks.get(MAP)).toBeNull()
        expect(await webhooks.list()).toEqual([])
        await webhooks.put(webhook(MAP))
        await webhooks.put(webhook(OTHER))
        await webhooks.put(webhook(MAP, { waiting: null, stopped: true }))
        expect(await webhooks.get(MAP)).toEqual(webhook(MAP, { waiting: null, stopped: true }))
        expect((await webhooks.list()).map(({ map }) => map).toSorted()).toEqual([MAP, OTHER])
        await webhooks.remove(MAP)
        await webhooks.remove(MAP)
        expect(await webhooks.get(MAP)).toBeNull()
        expect(await webhooks.get(OTHER)).toEqual(webhook(OTHER))
      }),
    )

    test(
      '[NS2] keeps the states that a put does not name',
      withStores(async ({ webhooks }) => {
        await webhooks.put(webhook(MAP), { told: '{"title":"å"}' })
        expect(await webhooks.states(MAP)).toEqual({ told: '{"title":"å"}', next: null })
        await webhooks.put(webhook(MAP), { next: 'n'.repeat(200_000) })
        await webhooks.put(webhook(MAP, { by: [] }))
        expect(await webhooks.states(MAP)).toEqual({ told: '{"title":"å"}', next: 'n'.repeat(200_000) })
        await webhooks.put(webhook(MAP), { told: 'two', next: null })
        expect(await webhooks.states(MAP)).toEqual({ told: 'two', next: null })
        await webhooks.remove(MAP)
        expect(await webhooks.states(MAP)).toEqual({ told: null, next: null })
      }),
    )

    test(
      '[NS3] keeps nothing of a map that is not there, and goes with its map',
      withStores(async ({ webhooks, maps }) => {
        await expect(webhooks.put(webhook('nowhere' as MapId))).rejects.toThrow(/./)
        await webhooks.put(webhook(MAP), { told: 'a' })
        await webhooks.put(webhook(OTHER), { told: 'b' })
        await maps.remove(MAP)
        expect(await webhooks.get(MAP)).toBeNull()
        expect((await webhooks.list()).map(({ map }) => map)).toEqual([OTHER])
        expect(await webhooks.states(MAP)).toEqual({ told: null, next: null })
      }),
    )

    test(
      '[NS4] [NS5] changes both states of one map and nothing beside them',
      withStores(async ({ webhooks }) => {
        await webhooks.put(webhook(MAP), { told: 'a secret', next: 'a secret and more' })
        await webhooks.put(webhook(OTHER), { told: 'a secret' })
        await webhooks.rewrite(MAP, (state) => state.replace('secret', 'word'))
        await webhooks.rewrite('nowhere' as MapId, () => 'x')
        expect(await webhooks.states(MAP)).toEqual({ told: 'a word', next: 'a word and more' })
        expect(await webhooks.states(OTHER)).toEqual({ told: 'a secret', next: null })
        expect(await webhooks.get(MAP)).toEqual(webhook(MAP))
        await expect(
          webhooks.rewrite(MAP, (state) => {
            if (state.includes('more')) throw new Error('cannot')
            return 'half'
          }),
        ).rejects.toThrow(/./)
        expect((await webhooks.states(MAP)).told).toBe('a word')
      }),
    )
  })
  describeTwoWays(adapter, open)
}

function describeTwoWays(adapter: string, open: () => Promise<Stores>) {
  const withStores = storesWithTwoMaps(open)
  describe(`${adapter} keeps two ways of telling news apart`, () => {
    test(
      '[NS5] keeps two ways of one map apart',
      withStores(async ({ webhooks, digests, maps }) => {
        const digest = { map: MAP, readers: [], toldAt: 1 as EpochMs, by: [], day: '', nextFrom: null }
        await webhooks.put(webhook(MAP), { told: 'a' })
        await digests.put(digest, { told: 'b', next: 'c' })
        await webhooks.rewrite(MAP, () => 'd')
        expect(await digests.get(MAP)).toEqual(digest)
        expect(await digests.states(MAP)).toEqual({ told: 'b', next: 'c' })
        await webhooks.remove(MAP)
        expect(await digests.list()).toEqual([digest])
        await maps.remove(MAP)
        expect(await digests.list()).toEqual([])
      }),
    )
  })
}
