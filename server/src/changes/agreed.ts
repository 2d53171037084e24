/** The agreed line, with who moved what. */
import { agreedLineOf } from '@throughline/shared/agreed'
import type { AgreedAnswer } from '@throughline/shared/protocol'
import type { MapId } from '@throughline/shared/schema'
import { docName } from '../stores/index.ts'
import type { ChangesParts } from './changes.ts'

export async function agreedNow(
  { touches, people, rooms }: Pick<ChangesParts, 'touches' | 'people' | 'rooms'>,
  map: MapId,
): Promise<AgreedAnswer> {
  const [touchesNow, known] = await Promise.all([touches.of(map), people.list(map)])
  const names = new Map(known.map(({ id, name }) => [id as string, name]))
  return rooms.use(docName(map, 'canvas'), async (room) => {
    const { blocks, open, last } = agreedLineOf(room.read().map)
    const touched = touchesNow()
    return {
      blocks: blocks.map(({ block: { id, kind, statement }, agreed, is }) => {
        const touch = is === 'reworded' ? touched.get(`${id} reworded`) : undefined
        const by = touch === undefined ? '' : (names.get(touch.by) ?? '')
        return { block: id, kind, is, agreed, statement, by, at: touch?.at ?? null }
      }),
      open,
      last,
    }
  })
}
