/** A difference to read: block by block, in sentences and word by word. What it offers to do is the panel's own. */
import { byBlock, sayChange, sayFurther, type MapChange } from '@throughline/shared/diff'
import type { BlockId, PositioningMap } from '@throughline/shared/schema'
import { useMemo } from 'react'
import { useMap, useSession } from '../../session/hooks.ts'
import { MOVED_THEM, PUT_BLOCK_BACK, PUT_THEM_BACK, REWORDED, SHOW_BLOCK, SHOW_BLOCKS } from '../../text/versions.ts'
import { Button } from '../../ui/Button.tsx'
import { WhichBlocks } from '../changes/WhichBlocks.tsx'
import { WordDiff } from '../changes/WordDiff.tsx'
import styles from './VersionsPanel.module.css'

export interface ChangeListProps {
  readonly before: PositioningMap
  readonly after: PositioningMap
  readonly changes: readonly MapChange[]
  /** Absent where nothing can be put back. */
  readonly putBack: ((blocks: ReadonlySet<BlockId>) => void) | undefined
}

export function ChangeList({ before, after, changes, putBack }: ChangeListProps) {
  const session = useSession()
  const now = useMap()
  const { told, moved } = useMemo(() => byBlock(changes), [changes])
  return (
    <ul className={styles['changes']}>
      {told.map(({ block, of }) => (
        <li key={block ?? ''} className={styles['change']}>
          {of.map((change, at) => (
            <Told key={keyOf(change)} change={change} isFirst={at === 0} before={before} after={after} />
          ))}
          {block !== null && (
            <div className={styles['acts']}>
              {now.blocks.has(block) && (
                <Button look="text" onClick={() => session.canvas?.showBlocks([block])}>
                  {SHOW_BLOCK}
                </Button>
              )}
              {putBack !== undefined && (
                <Button look="text" onClick={() => putBack(new Set([block]))}>
                  {PUT_BLOCK_BACK[fateOf(of)]}
                </Button>
              )}
            </div>
          )}
        </li>
      ))}
      {moved.length > 0 && (
        <li className={styles['change']}>
          <p>{MOVED_THEM(moved.length)}</p>
          <WhichBlocks blocks={moved} map={after} />
          <div className={styles['acts']}>
            <Button look="text" onClick={() => session.canvas?.showBlocks(moved)}>
              {SHOW_BLOCKS}
            </Button>
            {putBack !== undefined && (
              <Button look="text" onClick={() => putBack(new Set(moved))}>
                {PUT_THEM_BACK}
              </Button>
            )}
          </div>
        </li>
      )}
    </ul>
  )
}

interface ToldProps {
  readonly change: MapChange
  /** The first names the block; what follows need not. */
  readonly isFirst: boolean
  readonly before: PositioningMap
  readonly after: PositioningMap
}

function Told({ change, isFirst, before, after }: ToldProps) {
  if (change.what === 'reworded')
    return (
      <>
        <p>{REWORDED((after.blocks.get(change.block) ?? before.blocks.get(change.block))?.kind ?? 'value')}</p>
        <p className={styles['words']}>
          <WordDiff before={change.before} after={change.after} />
        </p>
      </>
    )
  const says = isFirst || change.block === null ? sayChange(change, before, after) : sayFurther(change, before, after)
  return <p>{says}</p>
}

function fateOf(changes: readonly MapChange[]): keyof typeof PUT_BLOCK_BACK {
  const fate = changes.find(({ what }) => what === 'added' || what === 'gone')?.what
  return fate === 'added' || fate === 'gone' ? fate : 'changed'
}

function keyOf({ what, after, before }: MapChange): string {
  return what === 'linked' ? `linked ${after}` : what === 'unlinked' ? `unlinked ${before}` : what
}
