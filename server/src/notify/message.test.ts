import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { newsBetween } from '@throughline/shared/news'
import { setWebhookRequest, webhookMessage } from '@throughline/shared/protocol'
import { LIMITS, type EpochMs, type MapId } from '@throughline/shared/schema'
import { anyMap } from '@throughline/shared/test'
import { MOST_TRIES, waitAfter } from './backoff.ts'
import { messageOf, newMessageId, newSigningSecret, signed } from './message.ts'

test('the standard’s own library verifies what is signed here', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const secret = newSigningSecret()
      const body = JSON.stringify({ words })
      const headers = signed(secret, newMessageId(), Date.now() as EpochMs, body)
      expect(new Webhook(secret).verify(body, headers)).toEqual({ words })
      expect(() => new Webhook(newSigningSecret()).verify(body, headers)).toThrow(/signature/)
    }),
    { numRuns: 30 },
  )
})

test('ME1, ME2: whatever a map says, a message has its shape, is the same twice, and no larger than it may be', () => {
  const about = { map: 'm' as MapId, link: 'https://maps.example.org/m/m', by: ['Ana'], since: 1, at: 2 } as const
  fc.assert(
    fc.property(anyMap, anyMap, (before, after) => {
      const news = newsBetween(before, after)
      if (news === null) return
      const body = messageOf(news, before, after, { ...about, since: 1 as EpochMs, at: 2 as EpochMs })
      expect(messageOf(news, before, after, { ...about, since: 1 as EpochMs, at: 2 as EpochMs })).toBe(body)
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LIMITS.webhookBytes)
      const { data } = webhookMessage.parse(JSON.parse(body))
      expect(data.changes.length + data.leftOut).toBe(news.changes.length)
    }),
    { numRuns: 200 },
  )
})

test('a secret of the owner’s own is one that the standard allows, an address one that can be called', () => {
  const url = 'https://hooks.example.org/a'
  const allows = (given: object) => setWebhookRequest.safeParse({ url, ...given }).success
  expect(allows({ secret: newSigningSecret() })).toBe(true)
  for (const bytes of [24, 25, 26, 64])
    expect(allows({ secret: `whsec_${Buffer.alloc(bytes).toString('base64')}` })).toBe(true)
  for (const bytes of [23, 65])
    expect(allows({ secret: `whsec_${Buffer.alloc(bytes).toString('base64')}` })).toBe(false)
  for (const secret of ['', 'whsec_', 'secret', 'whsec_****']) expect(allows({ secret })).toBe(false)
  for (const wrong of ['ftp://a.b/', 'file:///etc/passwd', 'a.b', 'https://me:secret@a.b/', 'https://a.b/#c', ''])
    expect([wrong, allows({ url: wrong })]).toEqual([wrong, false])
  expect(allows({ url: `https://a.b/${'c'.repeat(LIMITS.webhookUrlLength - 12)}` })).toBe(true)
  expect(allows({ url: `https://a.b/${'c'.repeat(LIMITS.webhookUrlLength - 11)}` })).toBe(false)
})

test('tries again after ever longer waits, as long as it is asked to, and at last no more', () => {
  const waits = Array.from({ length: MOST_TRIES - 1 }, (_, n) => waitAfter(n + 1, 0, () => 0))
  expect(waits[0]).toBe(5_000)
  expect(waits).toEqual(waits.toSorted((a, b) => Number(a) - Number(b)))
  expect(waitAfter(1, 0, () => 1)).toBe(5_500)
  expect(waitAfter(1, 60_000, () => 0)).toBe(60_000)
  expect(waitAfter(1, 1e12, () => 0)).toBeLessThan(27 * 3_600_000)
  expect(waitAfter(MOST_TRIES, 0, () => 0)).toBeNull()
})
