/** What has changed since a version, as sentences, block by block; what is there can be put back, itself undoable. */
import { diffMaps, sayChange, type MapChange } from '@throughline/shared/diff'
import { EDIT } from '@throughline/shared/doc'
import { asAppError, type AppError } from '@throughline/shared/errors'
import type { BlockId } from '@throughline/shared/schema'
import { restoreState, type MapState } from '@throughline/shared/versions'
import { useEffect, useMemo, useState } from 'react'
import { readVersion } from '../../api/versions.ts'
import { useMap, useMapSnapshot, useSession } from '../../session/hooks.ts'
import { errorText } from '../../text/errors.ts'
import {
  BEFORE_PUTTING_BACK,
  PUT_BACK_DONE,
  PUT_BLOCK_BACK,
  READING_VERSION,
  SHOW_BLOCK,
  SINCE_THEN,
  UNCHANGED,
} from '../../text/versions.ts'
import { Button } from '../../ui/Button.tsx'
import { PutAllBack } from './PutAllBack.tsx'
import styles from './VersionsPanel.module.css'

export interface VersionChangesProps {
  readonly id: string
  readonly name: string
  readonly keep: (name: string, auto?: boolean) => Promise<boolean>
}

export function VersionChanges({ id, name, keep }: VersionChangesProps) {
  const session = useSession()
  const [state, trouble] = useVersionState(id)
  const map = useMap()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const changes = useMemo(() => (state === null ? [] : diffMaps(state.map, map)), [state, map])
  if (trouble !== null) return <p role="alert">{errorText(trouble).says}</p>
  if (state === null) return <p className={styles['quiet']}>{READING_VERSION}</p>
  if (changes.length === 0) return <p className={styles['quiet']}>{UNCHANGED}</p>
  const putBack = (blocks?: ReadonlySet<BlockId>) => {
    session.canvas?.finish()
    session.edit((doc) => restoreState(doc, state, { blocks, now: session.now(), origin: EDIT }))
    session.say(PUT_BACK_DONE)
  }
  const putAllBack = async () => {
    // The state of now is kept first; where that fails, nothing is put back.
    if (await keep(BEFORE_PUTTING_BACK(name), true)) putBack()
  }
  return (
    <>
      <p className={styles['quiet']}>{SINCE_THEN}</p>
      <ul className={styles['changes']}>
        {byBlock(changes).map(({ block, of }) => (
          <li key={block ?? ''} className={styles['change']}>
            {of.map((change) => (
              <p key={keyOf(change)}>{sayChange(change, state.map, map)}</p>
            ))}
            {block !== null && (
              <div className={styles['acts']}>
                {map.blocks.has(block) && (
                  <Button look="text" onClick={() => session.canvas?.showBlocks([block])}>
                    {SHOW_BLOCK}
                  </Button>
                )}
                {canWrite && (
                  <Button look="text" onClick={() => putBack(new Set([block]))}>
                    {PUT_BLOCK_BACK[fateOf(of)]}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {canWrite && <PutAllBack onPutBack={() => void putAllBack()} />}
    </>
  )
}

function useVersionState(id: string): readonly [MapState | null, AppError | null] {
  const { mapId } = useSession()
  const [state, setState] = useState<MapState | null>(null)
  const [trouble, setTrouble] = useState<AppError | null>(null)
  useEffect(() => {
    let wanted = true
    readVersion(mapId, id).then(
      (read) => wanted && setState(read),
      (error: unknown) => wanted && setTrouble(asAppError(error)),
    )
    return () => {
      wanted = false
    }
  }, [mapId, id])
  return [state, trouble]
}

function fateOf(changes: readonly MapChange[]): keyof typeof PUT_BLOCK_BACK {
  const fate = changes.find(({ what }) => what === 'added' || what === 'gone')?.what
  return fate === 'added' || fate === 'gone' ? fate : 'changed'
}

function keyOf({ what, after, before }: MapChange): string {
  return what === 'linked' ? `linked ${after}` : what === 'unlinked' ? `unlinked ${before}` : what
}

/** In the order of the difference: the map's own words first, then block by block with its links. */
function byBlock(changes: readonly MapChange[]): readonly { block: BlockId | null; of: readonly MapChange[] }[] {
  const groups = new Map<BlockId | null, MapChange[]>()
  for (const change of changes) {
    const group = groups.get(change.block)
    if (group === undefined) groups.set(change.block, [change])
    else group.push(change)
  }
  return [...groups].map(([block, of]) => ({ block, of }))
}
