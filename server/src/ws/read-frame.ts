/** One message of a client, as the contract has them: read once, here, with the limits of its kind. */
import * as decoding from 'lib0/decoding'
import type { Lane } from '@throughline/shared/access'
import { AppError } from '@throughline/shared/errors'
import { FRAME, SYNC } from '@throughline/shared/protocol'
import { LIMITS } from '@throughline/shared/schema'
import { readBytes, readWhole } from '../rooms/index.ts'

export type Message =
  /** Step 1: what of the document is missing here? */
  | { readonly is: 'question'; readonly stateVector: Uint8Array }
  /** Step 2: what the server asked for. */
  | { readonly is: 'answer'; readonly update: Uint8Array }
  | { readonly is: 'update'; readonly update: Uint8Array }
  | { readonly is: 'presence'; readonly entries: Uint8Array }
  | { readonly is: 'who is here' }
  /** Nothing that we would answer. */
  | { readonly is: 'overlooked' }

/** @throws {AppError} `bad-frame` or `too-large`, or what lib0 throws on bytes that break off. */
export function readFrame(frame: Uint8Array, lane: Lane): Message {
  const decoder = decoding.createDecoder(frame)
  switch (readWhole(decoder)) {
    case FRAME.sync:
      return readSync(decoder, lane)
    case FRAME.awareness:
      if (frame.length > LIMITS.presenceFrameBytes) throw new AppError('too-large', 'A presence message is too large.')
      return { is: 'presence', entries: readBytes(decoder) }
    case FRAME.queryAwareness:
      return { is: 'who is here' }
    case FRAME.auth:
      return { is: 'overlooked' }
    default:
      throw new AppError('bad-frame', 'A message of unknown type.')
  }
}

function readSync(decoder: decoding.Decoder, lane: Lane): Message {
  const kind = readWhole(decoder)
  refuseTooLarge(kind, decoder.arr.length, lane)
  const payload = readBytes(decoder)
  switch (kind) {
    case SYNC.step1:
      return { is: 'question', stateVector: payload }
    case SYNC.step2:
      return { is: 'answer', update: payload }
    case SYNC.update:
      return { is: 'update', update: payload }
    default:
      throw new AppError('bad-frame', 'A sync message of unknown kind.')
  }
}

/** Before it is read: a frame may be both too large and malformed, and then its size is what the sender can mend. */
function refuseTooLarge(kind: number, bytes: number, lane: Lane): void {
  if (kind === SYNC.step1 && bytes > LIMITS.stateVectorBytes)
    throw new AppError('too-large', 'That is no question a client asks.')
  const limit = kind === SYNC.update ? LIMITS.updateFrameBytes : LIMITS.documentBytes
  if (lane === 'write' && bytes > limit) throw new AppError('too-large', 'That change is larger than the server takes.')
}
