/** The two dialects of the Yjs protocol: y-websocket's, and Hocuspocus's, which puts the document's name before it. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { FRAME, SYNC } from '@throughline/shared/protocol'
import { clientFrame } from './lean-socket.ts'

export type Heard =
  | { readonly is: 'state' | 'update'; readonly update: Uint8Array }
  | { readonly is: 'presence'; readonly moves: number }
  | { readonly is: 'receipt'; readonly count: number }
  | { readonly is: 'other' }

export interface Dialect {
  /** What a client says first; the server answers with the whole document. */
  greet(document: string): readonly Buffer[]
  update(document: string, update: Uint8Array): Buffer
  presence(document: string, entry: { readonly id: number; readonly clock: number; readonly json: string }): Buffer
  hear(message: Uint8Array): Heard
}

/** Hocuspocus answers a first step with this, so that nobody asks back. */
const SYNC_REPLY = 4
const OTHER: Heard = { is: 'other' }

type Name = (encoder: encoding.Encoder, document: string) => void

function frame(name: Name, document: string, write: (encoder: encoding.Encoder) => void): Buffer {
  const encoder = encoding.createEncoder()
  name(encoder, document)
  write(encoder)
  return clientFrame(encoding.toUint8Array(encoder))
}

function numbers(encoder: encoding.Encoder, ...values: readonly number[]): void {
  for (const value of values) encoding.writeVarUint(encoder, value)
}

function hear(decoder: decoding.Decoder): Heard {
  const type = decoding.readVarUint(decoder)
  if (type === FRAME.receipt) return { is: 'receipt', count: decoding.readVarUint(decoder) }
  if (type === FRAME.awareness) {
    const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder))
    return { is: 'presence', moves: decoding.readVarUint(inner) }
  }
  if (type !== FRAME.sync && type !== SYNC_REPLY) return OTHER
  const kind = decoding.readVarUint(decoder)
  if (kind === SYNC.step1) return OTHER
  return { is: kind === SYNC.step2 ? 'state' : 'update', update: decoding.readVarUint8Array(decoder) }
}

function dialect(
  name: Name,
  skipName: (decoder: decoding.Decoder) => void,
  before: (document: string) => Buffer[],
): Dialect {
  return {
    greet: (document) => [
      ...before(document),
      frame(name, document, (encoder) => numbers(encoder, FRAME.sync, SYNC.step1, 1, 0)),
    ],
    update: (document, update) =>
      frame(name, document, (encoder) => {
        numbers(encoder, FRAME.sync, SYNC.update)
        encoding.writeVarUint8Array(encoder, update)
      }),
    presence: (document, { id, clock, json }) =>
      frame(name, document, (encoder) => {
        const entry = encoding.createEncoder()
        numbers(entry, 1, id, clock)
        encoding.writeVarString(entry, json)
        numbers(encoder, FRAME.awareness)
        encoding.writeVarUint8Array(encoder, encoding.toUint8Array(entry))
      }),
    hear(message) {
      const decoder = decoding.createDecoder(message)
      skipName(decoder)
      return hear(decoder)
    },
  }
}

export const yWebsocketDialect = dialect(
  () => {},
  () => {},
  () => [],
)

const withName: Name = (encoder, document) => encoding.writeVarString(encoder, document)

export const hocuspocusDialect = dialect(
  withName,
  (decoder) => void decoding.readVarString(decoder),
  (document) => [
    frame(withName, document, (encoder) => {
      numbers(encoder, FRAME.auth, 0)
      encoding.writeVarString(encoder, 'anybody')
    }),
  ],
)
