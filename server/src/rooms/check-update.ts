/**
 * Whether bytes are an update that a document can take.
 *
 * - **CU1** What is no update throws, before any of it gets into the document.
 * - **CU2** Every client id, clock and length in it is a whole number that can be added to and written again: Yjs reads
 *   Infinity without a word and then never comes back from writing it.
 */
import * as Y from 'yjs'
import { framesIn, type Thing } from '@throughline/shared/doc'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

function mustCount(...numbers: readonly number[]): void {
  if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0))
    throw new Error('an update counts in numbers that no client has')
}

/** What an item says it stands beside and inside; those are written again with it. */
function idsIn(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  return [struct.origin, struct.rightOrigin, struct.parent].filter((id) => id instanceof Y.ID)
}

/** Gives the frames it places, which nobody could tell from the document afterwards. */
export function checkUpdate(update: Uint8Array): readonly Thing[] {
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) {
    const { id, length } = struct
    mustCount(id.client, id.clock, length, id.clock + length)
    for (const { client, clock } of idsIn(struct)) mustCount(client, clock)
  }
  for (const [client, ranges] of ds.clients) {
    mustCount(client)
    for (const { clock, len } of ranges) mustCount(clock, len, clock + len)
  }
  return framesIn(structs)
}
