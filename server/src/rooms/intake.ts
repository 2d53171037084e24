/**
 * What members send, put into the document: one transaction a tick (RM2).
 *
 * A member whose update throws (RM5) or does not fit (RM6) is refused; the others' updates are in. So is one who writes a
 * comment under somebody else's name, and nothing of a comments document waits for its ground: what is not there cannot
 * be checked, and whoever comes back brings it whole.
 */
import * as Y from 'yjs'
import type { Thing } from '@throughline/shared/doc'
import { AppError } from '@throughline/shared/errors'
import { describeError, type Log } from '../log.ts'
import { partsOfDocName, type DocName } from '../stores/index.ts'
import type { DocKeeper } from './doc-keeper.ts'
import type { LiveDocument, Waiting } from './live-document.ts'
import type { Member } from './member.ts'
import type { MissingGround } from './missing-ground.ts'
import { refusalOfComments } from './own-comments.ts'
import type { RoomDocument } from './room-document.ts'
import { TouchWatch } from './touch-watch.ts'

export interface Queued {
  readonly from: Member
  readonly update: Uint8Array
  /** How many sync frames of that member this one makes. */
  readonly count: number
  /** What it places on the canvas (`checkUpdate`). */
  readonly frames: readonly Thing[]
}

/** Of one tick. */
export interface Taken {
  /** For everybody. */
  readonly news: readonly Uint8Array[]
  /** For the disk: the news, and what is in no news because it waits for its ground. */
  readonly rows: readonly Uint8Array[]
  /** Whose frames count now, and how many. */
  readonly counts: ReadonlyMap<Member, number>
}

export interface IntakeParts {
  readonly name: DocName
  readonly document: RoomDocument
  readonly keeper: DocKeeper
  readonly ground: MissingGround
  readonly log: Log
}

export class Intake {
  readonly #parts: IntakeParts

  /** Whether each comment must be its sender's own. */
  readonly #ownOnly: boolean

  constructor(parts: IntakeParts) {
    this.#parts = parts
    this.#ownOnly = partsOfDocName(parts.name).document === 'comments'
  }

  take(queued: readonly Queued[]): Taken {
    const { document } = this.#parts
    const isNews = document.live !== null || queued.some(({ update }) => !document.holds(update))
    if (!isNews) return { news: [], rows: [], counts: new Map(queued.map(({ from, count }) => [from, count])) }
    const live = document.awake()
    const { bad, waiting } = this.#apply(queued, live)
    const news = live.takeEmitted()
    const counts = queued.filter(({ from }) => !bad.has(from)).map(({ from, count }) => [from, count] as const)
    return { news, rows: [...news, ...waiting], counts: new Map(counts) }
  }

  /** Whoever's update was refused; and updates of which something waits, receipted like all others and so for the disk. */
  #apply(queued: readonly Queued[], live: LiveDocument): { bad: ReadonlySet<Member>; waiting: readonly Uint8Array[] } {
    const bad = new Set<Member>()
    const waiting: Uint8Array[] = []
    if (queued.length === 0) return { bad, waiting }
    const { ground } = this.#parts
    live.doc.transact((transaction) => {
      const watch = new TouchWatch(transaction, live.touched)
      for (const { from, update, frames } of queued) {
        if (bad.has(from)) continue
        const before = live.waiting
        if (!this.#applyOne(from, update, live)) bad.add(from)
        else if (waitsMore(before, live.waiting)) {
          waiting.push(update)
          ground.missedBy(from)
        }
        watch.look(from.person, frames)
      }
    }, 'client')
    if (!live.isWaiting) ground.came()
    return { bad, waiting }
  }

  #applyOne(from: Member, update: Uint8Array, live: LiveDocument): boolean {
    if (!this.#hasRoomFor(update, live)) {
      from.refuse(new AppError('too-large', 'This map is full; nothing more fits into it.'))
      return false
    }
    try {
      const refusal = this.#ownOnly ? refusalOfComments(update, live.doc, from.person) : null
      if (refusal !== null) {
        from.refuse(new AppError('not-allowed', refusal))
        return false
      }
      Y.applyUpdate(live.doc, update, 'client')
      return !this.#ownOnly || this.#isWhole(from, live)
    } catch (error) {
      this.#parts.log.info('update refused', { doc: this.#parts.name, ...describeError(error) })
      from.refuse(new AppError('bad-frame', 'An update could not be read.'))
      return false
    }
  }

  #isWhole(from: Member, live: LiveDocument): boolean {
    if (!live.isWaiting) return true
    live.forgetWaiting()
    from.refuse(new AppError('slow-down', 'Something was missing before what you sent; come back and bring both.'))
    return false
  }

  /** RM6. What only deletes always fits. */
  #hasRoomFor(update: Uint8Array, { doc }: LiveDocument): boolean {
    return this.#parts.keeper.hasRoomFor(doc, update.length) || Y.decodeUpdate(update).structs.length === 0
  }
}

/** Yjs makes new bytes of what waits whenever it looks at it, so that equal ones say nothing new. */
function waitsMore(before: Waiting, after: Waiting): boolean {
  return differs(before.structs, after.structs) || differs(before.deletions, after.deletions)
}

function differs(before: Uint8Array | null, after: Uint8Array | null): boolean {
  return after !== null && before !== after && (before === null || Buffer.compare(before, after) !== 0)
}
