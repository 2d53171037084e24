/** Bytes that rooms send, and the one careful way to read numbers and bytes out of a frame. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { FRAME, SYNC } from '@throughline/shared/protocol'
import type { TickFrames } from './member.ts'

function syncFrame(kind: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

export const step1Frame = (stateVector: Uint8Array) => syncFrame(SYNC.step1, stateVector)
export const step2Frame = (update: Uint8Array) => syncFrame(SYNC.step2, update)
export const updateFrame = (update: Uint8Array) => syncFrame(SYNC.update, update)

/** `entries`: each a client id, a clock and a length-prefixed JSON text, as y-protocols writes them. */
export function awarenessFrame(entries: readonly Uint8Array[]): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, entries.length)
  for (const entry of entries) encoding.writeUint8Array(body, entry)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
  return encoding.toUint8Array(encoder)
}

export function awarenessEntry(id: number, clock: number, json: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, id)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarUint8Array(encoder, json)
  return encoding.toUint8Array(encoder)
}

export function receiptFrame(count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.receipt)
  encoding.writeVarUint(encoder, count)
  return encoding.toUint8Array(encoder)
}

/** `by`: who has locked it, by name. */
export function lockFrame(isLocked: boolean, by: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.lock)
  encoding.writeVarUint(encoder, isLocked ? 1 : 0)
  encoding.writeVarString(encoder, by)
  return encoding.toUint8Array(encoder)
}

export interface Announced {
  readonly id: number
  readonly person: string
  readonly role: string
}

export function peopleFrame(people: readonly Announced[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.people)
  encoding.writeVarUint(encoder, people.length)
  for (const { id, person, role } of people) {
    encoding.writeVarUint(encoder, id)
    encoding.writeVarString(encoder, person)
    encoding.writeVarString(encoder, role)
  }
  return encoding.toUint8Array(encoder)
}

/**
 * A varUint that is a whole number. lib0's reader also gives 1e40, NaN and Infinity for bytes that no client writes, and
 * its writer never comes back from Infinity: one frame of 150 bytes would stand the process still.
 */
export function readWhole(decoder: decoding.Decoder): number {
  const value = decoding.readVarUint(decoder)
  if (!Number.isSafeInteger(value)) throw new Error('a number is larger than any that a client counts')
  return value
}

/**
 * A length and so many bytes, copied. lib0 makes a view of the underlying buffer without looking at the frame's end;
 * frames lie in a pool, so a length that lies would hand out a neighbour's bytes.
 */
export function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = readWhole(decoder)
  if (decoder.pos + length > decoder.arr.length) throw new Error('a length points beyond the end of the frame')
  const bytes = decoder.arr.slice(decoder.pos, decoder.pos + length)
  decoder.pos += length
  return bytes
}

/** A whole WebSocket message as it goes over the wire, made once for everybody (RFC 6455 5.2: binary, not masked). */
export function wireFrame(payload: Uint8Array): Buffer {
  const { length } = payload
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const wire = Buffer.allocUnsafe(header + length)
  wire[0] = 0x82
  if (header === 2) wire[1] = length
  else if (header === 4) {
    wire[1] = 126
    wire.writeUInt16BE(length, 2)
  } else {
    wire[1] = 127
    wire.writeBigUInt64BE(BigInt(length), 2)
  }
  wire.set(payload, header)
  return wire
}

/** What a tick has for everybody; null when it has nothing. */
export function tickFrames(updates: readonly Uint8Array[], presence: Uint8Array | null): TickFrames | null {
  if (presence === null && updates.length === 0) return null
  const doc = updates.map((update) => wireFrame(updateFrame(update)))
  const here = presence === null ? null : wireFrame(presence)
  return {
    doc: doc.length === 0 ? null : Buffer.concat(doc),
    presence: here,
    both: Buffer.concat(here === null ? doc : [...doc, here]),
  }
}
