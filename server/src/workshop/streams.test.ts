import { PassThrough } from 'node:stream'
import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { LIMITS, type EpochMs, type MapId } from '@throughline/shared/schema'
import { FakeClock } from '../../test/fake-clock.ts'
import type { Caller } from '../access/index.ts'
import { Stream, Streams } from './streams.ts'

const clock = () => new FakeClock()

function callerOf(map: string, expiresAt: number | null = null): Caller {
  const key = { id: 'key', map, expiresAt: expiresAt as EpochMs | null, label: '' }
  return {
    map: map as MapId,
    key,
    role: 'commenter',
    person: null,
    personId: 'ana',
    byCookie: false,
  } as unknown as Caller
}

/** What a response is to a stream: something that takes bytes, or for a while does not. */
function response(highWaterMark = 1024) {
  return new PassThrough({ highWaterMark })
}

function streamOf(out: PassThrough, caller = callerOf('map'), address = 'here', now = 0): Stream {
  return new Stream(caller, address, out as unknown as ServerResponse, now)
}

test('is never silent for 20 s, and says nothing when it has just spoken', () => {
  const time = clock()
  const streams = new Streams(time)
  const out = response()
  const stream = streamOf(out, callerOf('map'), 'here', time.now())
  streams.add(stream)
  let longest = 0
  let last = time.now()
  out.on('data', () => {
    longest = Math.max(longest, time.now() - last)
    last = time.now()
  })
  for (let s = 0; s < 120; s += 1) {
    time.pass(1_000)
    if (s === 60) stream.send(['{', Buffer.from('}')], time.now())
  }
  expect(longest).toBeGreaterThan(10_000)
  expect(longest).toBeLessThan(20_000)
  streams.stop()
})

test('ends with its key, and is cut when nobody reads', () => {
  const time = clock()
  const streams = new Streams(time)
  const [ending, stuck] = [response(), response()]
  const behind = streamOf(stuck)
  streams.add(streamOf(ending, callerOf('map', time.now() + 2_000)))
  streams.add(behind)
  expect(behind.isBehind).toBe(false)
  behind.send(['x'.repeat(3 * 1024 * 1024)], time.now())
  expect(behind.isBehind).toBe(true)
  time.pass(1_000)
  expect(ending.writableEnded).toBe(false)
  time.pass(1_000)
  expect(ending.writableEnded).toBe(true)
  for (let s = 0; s < LIMITS.behind.ms / 1_000; s += 1) time.pass(1_000)
  expect(stuck.destroyed).toBe(true)
  // What comes after the end is for nobody.
  behind.send(['more'], time.now())
  streams.stop()
})

test('there are so many a map and an address, and no more', () => {
  const streams = new Streams(clock())
  for (let n = 0; n < LIMITS.connectionsPerMap; n += 1) streams.add(streamOf(response(), callerOf('full'), `${n}`))
  expect(() => streams.add(streamOf(response(), callerOf('full'), 'one more'))).toThrow('Too many people')
  for (let n = 0; n < LIMITS.connectionsPerAddress; n += 1)
    streams.add(streamOf(response(), callerOf(`map-${n % 10}`), 'office'))
  expect(() => streams.add(streamOf(response(), callerOf('another'), 'office'))).toThrow('from this address')
  streams.endWhere(({ map }) => map === 'full')
  streams.stop()
})
