/** Calls a second on one connection. The penalty is that connection's: an office shares an address, and a team a key. */
import type { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import { AppError } from '@throughline/shared/errors'
import { LIMITS } from '@throughline/shared/schema'
import { Bucket } from '../allowance.ts'
import type { Clock } from '../clock.ts'

export function slowDown(clock: Clock): RequestHandler {
  const buckets = new WeakMap<Socket, Bucket>()
  return ({ socket }, _response, next) => {
    const now = clock.now()
    const bucket = buckets.get(socket) ?? new Bucket(LIMITS.calls, now)
    buckets.set(socket, bucket)
    if (bucket.spend(1, now) > 0)
      throw new AppError(
        'slow-down',
        'That is more calls a second than one connection may make; try again in a moment.',
      )
    next()
  }
}
