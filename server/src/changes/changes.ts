/**
 * What has changed on a map since any moment: the difference from the state of then to the map of now, and for each
 * change who made it last and when.
 *
 * - **CH1** A change whose thing was last touched at that moment or before is none, whatever state of then is at hand.
 * - **CH2** The state of then is the newest one kept until then: a version, or a mark where somebody left in the middle of
 *   work. So what was there before is exact for everybody's last visit, and otherwise no older than a burst of work.
 * - **CH3** A change that nobody is known for is told all the same, as of the map's last change.
 */
import { openCommentsDoc, readComments } from '@throughline/shared/comments'
import { diffMaps, sayChange, sayFurther, type MapChange } from '@throughline/shared/diff'
import { commentsSince, expiredProofs } from '@throughline/shared/news'
import type { ChangesAnswer } from '@throughline/shared/protocol'
import { dayOf, type BlockId, type EpochMs, type MapId, type PositioningMap } from '@throughline/shared/schema'
import { readMapState } from '@throughline/shared/versions'
import type { Caller } from '../access/index.ts'
import type { Clock } from '../clock.ts'
import type { Rooms } from '../rooms/index.ts'
import { docName, type DocStore, type MapStore, type PersonStore, type Touch } from '../stores/index.ts'
import type { Versions } from '../versions/index.ts'
import { lastTouch } from './last-touch.ts'
import type { Touches } from './touches.ts'
import type { Visits } from './visits.ts'

export interface ChangesParts {
  readonly touches: Touches
  readonly visits: Visits
  readonly versions: Pick<Versions, 'stateAt'>
  readonly maps: MapStore
  readonly people: PersonStore
  readonly docs: Pick<DocStore, 'head'>
  readonly rooms: Rooms
  readonly clock: Clock
}

export async function changesSince(
  parts: ChangesParts,
  { map, key, person, personId }: Caller,
  asked: EpochMs | 'last',
): Promise<ChangesAnswer> {
  const { touches, visits, maps, people, rooms, clock } = parts
  const first = person?.createdAt ?? key.createdAt
  const since = asked === 'last' ? ((await visits.last(map, personId)) ?? first) : asked
  const [known, touchesNow, named] = await Promise.all([maps.get(map), touches.of(map), people.list(map)])
  const wasThere = known !== null && since >= known.createdAt
  const kept = wasThere ? await parts.versions.stateAt(map, since) : null
  const comments = await countComments(parts, map, since, personId)
  return rooms.use(docName(map, 'canvas'), async (room) => {
    const after = room.read().map
    const before = kept !== null ? readMapState(kept).map : wasThere ? after : emptied(after)
    const touched = touchesNow()
    const names = new Map(named.map(({ id, name }) => [id as string, name]))
    const unknown: Touch = { by: '', at: room.head.changedAt ?? clock.now() }
    const changes = diffMaps(before, after).flatMap((change) => {
      const { by, at } = lastTouch(change, before, after, touched) ?? unknown
      if (at <= since) return []
      const says = sayChange(change, before, after)
      const about = aboutOf(change, before, after)
      const further = change.block === null ? {} : { further: sayFurther(change, before, after) }
      return [{ ...change, by: names.get(by) ?? '', at, mine: by === personId, says, about, ...further }]
    })
    const now = clock.now()
    return { since, now, changes, expired: [...expiredProofs(after, dayOf(since), dayOf(now))], comments }
  })
}

/** A map without comments since then is not even opened for them. */
async function countComments({ docs, rooms }: ChangesParts, map: MapId, since: EpochMs, me: string): Promise<number> {
  const name = docName(map, 'comments')
  const { changedAt } = await docs.head(name)
  if (changedAt === null || changedAt <= since) return 0
  return rooms.use(name, async (room) =>
    commentsSince(readComments(openCommentsDoc(room.mapDoc.doc)).threads, since, me),
  )
}

/** The block a change is about, so that it can be called by its words. */
function aboutOf(
  { block }: MapChange,
  before: PositioningMap,
  after: PositioningMap,
): ChangesAnswer['changes'][number]['about'] {
  const found = block === null ? undefined : (after.blocks.get(block) ?? before.blocks.get(block))
  return found === undefined ? null : { kind: found.kind, statement: found.statement }
}

/** As it was before anything was on it. */
function emptied(map: PositioningMap): PositioningMap {
  return { ...map, blocks: new Map<BlockId, never>(), links: [] }
}
