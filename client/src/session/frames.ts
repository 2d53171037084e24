/** The frames that this client reads or writes itself, beside what the stock provider does. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as awarenessProtocol from 'y-protocols/awareness'
import { FRAME, SYNC } from '@throughline/shared/protocol'

export const PROBE = Uint8Array.of(FRAME.probe, 0)

export interface Known {
  /** Opaque; two windows of one person share it. */
  readonly person: string
  readonly role: string
}

export function readPeople(decoder: decoding.Decoder): ReadonlyMap<number, Known> {
  const people = new Map<number, Known>()
  const count = decoding.readVarUint(decoder)
  for (let at = 0; at < count; at += 1) {
    const id = decoding.readVarUint(decoder)
    people.set(id, { person: decoding.readVarString(decoder), role: decoding.readVarString(decoder) })
  }
  return people
}

/** What a sync frame brings of the document, read behind the frame's own number; null for a question. Moves nothing. */
export function changesIn(decoder: decoding.Decoder): Uint8Array | null {
  const ahead = decoding.clone(decoder)
  return decoding.readVarUint(ahead) === SYNC.step1 ? null : decoding.readVarUint8Array(ahead).slice()
}

/** My own presence. */
export function presenceFrame(awareness: awarenessProtocol.Awareness, client: number): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, FRAME.awareness)
  encoding.writeVarUint8Array(encoder, awarenessProtocol.encodeAwarenessUpdate(awareness, [client]))
  return encoding.toUint8Array(encoder)
}
