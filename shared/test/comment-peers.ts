/** People with a comments document each, and a network that moves when the test says so. */
import * as Y from 'yjs'
import { openCommentsDoc, type CommentsDoc } from '../src/comments/index.ts'

export class CommentPeers {
  readonly all: readonly CommentsDoc[]
  /** What each has written and the others have not got. */
  #waiting: { readonly from: number; readonly update: Uint8Array }[] = []

  constructor(count: number) {
    this.all = Array.from({ length: count }, (_, n) => {
      const doc = new Y.Doc()
      doc.clientID = n + 1
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== this) this.#waiting.push({ from: n, update })
      })
      return openCommentsDoc(doc)
    })
  }

  peer(n: number): CommentsDoc {
    const one = this.all[n % this.all.length]
    if (one === undefined) throw new RangeError(`there is no peer ${n}`)
    return one
  }

  /** Everything to everybody; `order` picks what goes next. */
  meet(order: readonly number[] = [0]): void {
    for (let at = 0; this.#waiting.length > 0; at += 1) {
      const pick = (order[at % order.length] ?? 0) % this.#waiting.length
      const [parcel] = this.#waiting.splice(pick, 1)
      for (const [n, { doc }] of this.all.entries())
        if (parcel !== undefined && n !== parcel.from) Y.applyUpdate(doc, parcel.update, this)
    }
  }
}
