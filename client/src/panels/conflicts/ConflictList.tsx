/** Both sides of each value that was changed here and by others meanwhile, with what stands now marked. */
import type { Conflict } from '@throughline/shared/diff'
import type { BlockId, PositioningMap } from '@throughline/shared/schema'
import type { OpenConflict, Side } from '../../session/conflicts.ts'
import { useMap, useMapSnapshot, useSession } from '../../session/hooks.ts'
import {
  KEEP_SIDE,
  sayQuestion,
  sayValue,
  sayWhat,
  sayWhose,
  STANDS,
  UNDO_HELPS,
  USE_SIDE,
} from '../../text/conflicts.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './ConflictList.module.css'

const SIDES: readonly Side[] = ['mine', 'theirs']

/** With a block those of it alone. */
export function ConflictList({ block }: { readonly block?: BlockId }) {
  const conflicts = useMapSnapshot((snapshot) => snapshot.conflicts)
  const shown = block === undefined ? conflicts : conflicts.filter((conflict) => conflict.block === block)
  if (shown.length === 0) return null
  return (
    <ul className={styles['list']}>
      {shown.map((conflict) => (
        <BothSides key={conflict.id} conflict={conflict} isAlone={block !== undefined} />
      ))}
    </ul>
  )
}

function BothSides({ conflict, isAlone }: { readonly conflict: OpenConflict; readonly isAlone: boolean }) {
  const session = useSession()
  const map = useMap()
  const standing = sideThatStands(conflict, map)
  const question = isAlone ? sayWhat(conflict.what) : sayQuestion(conflict, map)
  const choose = (side: Side) => {
    session.decide(conflict, side)
    if (side !== standing) session.say(UNDO_HELPS)
  }
  return (
    <li className={styles['one']}>
      <p className={styles['what']} dir="auto">
        {question}
      </p>
      {SIDES.map((side) => {
        const value = sayValue(conflict, side)
        return (
          <div key={side} className={styles['side']}>
            <p className={styles['whose']}>
              {sayWhose(side, conflict.who)}
              {side === standing && ` (${STANDS})`}
            </p>
            <p className={styles[conflict[side].length > 0 ? 'value' : 'unknown']} dir="auto">
              {value}
            </p>
            {conflict[side].length > 0 && (
              <Button
                look="text"
                onClick={() => choose(side)}
                aria-label={`${side === standing ? KEEP_SIDE : USE_SIDE}: ${value}`}
              >
                {side === standing ? KEEP_SIDE : USE_SIDE}
              </Button>
            )}
          </div>
        )
      })}
    </li>
  )
}

/** Null where somebody has written a third since. */
function sideThatStands(conflict: Conflict, map: PositioningMap): Side | null {
  const { block: id, what } = conflict
  const block = id === null ? undefined : map.blocks.get(id)
  if (what === 'gone')
    return SIDES.find((side) => (conflict[side][0]?.what === 'gone') === (block === undefined)) ?? null
  const now = id === null ? map[what as 'title' | 'subject'] : valueOf(block, what)
  return SIDES.find((side) => JSON.stringify(conflict[side][0]?.after) === JSON.stringify(now)) ?? null
}

function valueOf(block: ReturnType<PositioningMap['blocks']['get']>, what: Conflict['what']): unknown {
  if (block === undefined) return undefined
  if (what.startsWith('field:'))
    return (block.fields as Readonly<Record<string, string>>)[what.slice('field:'.length)] ?? ''
  return block[what as 'kind' | 'status' | 'owner' | 'tags']
}
