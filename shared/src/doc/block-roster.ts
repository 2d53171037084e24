/**
 * Which keys of `blocks` a map is read from: all that are blocks, and of more than `LIMITS.blocks` those made first, so
 * that a flood takes nobody's own blocks away. One that does not say when it was made counts as the youngest.
 *
 * - **BR1** The same content gives the same choice, whatever the order in which it came.
 * - **BR2** Looking again costs what has changed; a hundred thousand keys more cost a reading nothing.
 */
import { compareText, isId, LIMITS, type BlockId } from '../schema/index.ts'
import type * as Y from 'yjs'
import { readCreatedAt, standingOf } from './read-block.ts'

interface Entry {
  readonly id: BlockId
  /** Epoch ms of its making; infinite where it does not say. */
  readonly made: number
}

export class BlockRoster {
  readonly #blocks: Y.Map<unknown>
  readonly #entries = new Map<string, Entry>()
  readonly #malformed = new Map<string, string>()
  #chosen: ReadonlyMap<string, Entry> = new Map()
  #sorted: readonly BlockId[] = []
  #hasRead = false

  constructor(blocks: Y.Map<unknown>) {
    this.#blocks = blocks
  }

  /** Keys that hold no block, each with what is wrong. */
  get malformed(): ReadonlyMap<string, string> {
    return this.#malformed
  }

  /** Whether blocks are left out because there are too many. */
  get isFull(): boolean {
    return this.#entries.size > this.#chosen.size
  }

  /** The ids to read, by the alphabet. `changed` are the keys that may be others than the last time it was asked. */
  ids(changed: ReadonlySet<string>): readonly BlockId[] {
    const keys = this.#hasRead ? changed : this.#blocks.keys()
    this.#hasRead = true
    const news: Entry[] = []
    let lost = false
    for (const key of keys) {
      const before = this.#entries.get(key)
      const now = this.#look(key)
      if (before?.made === now?.made) continue
      if (now !== null) news.push(now)
      lost ||= this.#chosen.has(key)
    }
    if (news.length > 0 || lost) this.#choose(news, lost)
    return this.#sorted
  }

  #look(key: string): Entry | null {
    this.#entries.delete(key)
    this.#malformed.delete(key)
    if (!this.#blocks.has(key)) return null
    const value = this.#blocks.get(key)
    const standing = standingOf(value)
    if (!isId(key)) this.#malformed.set(key, 'a key is no id')
    else if (standing === 'malformed') this.#malformed.set(key, 'not a block of a known kind')
    else if (standing === 'block') {
      const entry = { id: key as BlockId, made: readCreatedAt(value) || Number.POSITIVE_INFINITY }
      this.#entries.set(key, entry)
      return entry
    }
    return null
  }

  /** Of those chosen before and the new ones; of all, when one that was chosen has gone. */
  #choose(news: readonly Entry[], lost: boolean): void {
    const all = lost ? [...this.#entries.values()] : [...this.#chosen.values(), ...news]
    const oldest =
      all.length <= LIMITS.blocks
        ? all
        : all
            .toSorted((a, b) => (a.made === b.made ? compareText(a.id, b.id) : a.made - b.made))
            .slice(0, LIMITS.blocks)
    this.#chosen = new Map(oldest.map((entry) => [entry.id, entry]))
    this.#sorted = oldest.map(({ id }) => id).toSorted(compareText)
  }
}
