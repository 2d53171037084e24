import * as Y from 'yjs'
import type { AppError } from '@throughline/shared/errors'
import type { Member, TickFrames } from '../src/rooms/member.ts'

/** A connection that only writes down what reaches it. */
export class Listener implements Member {
  readonly identity = 'key person'
  readonly person = 'person'
  readonly role = 'editor'
  readonly lane = 'write'
  readonly app = true
  readonly sent: Uint8Array[] = []
  readonly ticks: TickFrames[] = []
  readonly receipts: number[] = []
  refused: AppError | null = null

  send(payload: Uint8Array): void {
    this.sent.push(payload)
  }
  sendMade(messages: Buffer): void {
    this.sent.push(messages)
  }
  write(frames: TickFrames): void {
    this.ticks.push(frames)
  }
  receipt(count: number): void {
    this.receipts.push(count)
  }
  refuse(error: AppError): void {
    this.refused = error
  }
}

export function updatesOf(...titles: readonly string[]): readonly Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const title of titles) doc.getMap('meta').set('title', title)
  return updates
}
