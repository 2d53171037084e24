/**
 * What is different between a version and the map of now, or another version: as sentences block by block, word by word,
 * and on the canvas. Beside the map of now, what was there can be put back, itself undoable.
 */
import { byBlock, diffMaps, type MapChange } from '@throughline/shared/diff'
import { EDIT, pageFrames, pageFramesOf } from '@throughline/shared/doc'
import type { VersionView } from '@throughline/shared/protocol'
import type { BlockId } from '@throughline/shared/schema'
import { restoreState, type MapState } from '@throughline/shared/versions'
import { useEffect, useMemo, useState } from 'react'
import { comparisonOf } from '../../session/compare.ts'
import { useMap, useMapSnapshot, useSession } from '../../session/hooks.ts'
import { errorText } from '../../text/errors.ts'
import {
  BEFORE_PUTTING_BACK,
  BETWEEN,
  COMPARE_WITH,
  PUT_BACK_DONE,
  READING_VERSION,
  SAME_STATES,
  SHOW_ON_CANVAS,
  SINCE_THEN,
  STOP_SHOWING,
  UNCHANGED,
  WITH_NOW,
} from '../../text/versions.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'
import { ChangeList } from './ChangeList.tsx'
import { PutAllBack } from './PutAllBack.tsx'
import { sayWhen } from './say-when.ts'
import { useVersionState } from './use-version-state.ts'
import styles from './VersionsPanel.module.css'

export interface VersionChangesProps {
  readonly version: VersionView
  readonly name: string
  /** All there are, to compare it with another. */
  readonly versions: readonly VersionView[]
  readonly keep: (name: string, auto?: boolean) => Promise<boolean>
}

const NOW = 'now'

export function VersionChanges({ version, name, versions, keep }: VersionChangesProps) {
  const [other, setOther] = useState(NOW)
  const [state, trouble] = useVersionState(version.id)
  const [otherState, otherTrouble] = useVersionState(other === NOW ? null : other)
  const options = [
    { value: NOW, says: WITH_NOW },
    ...versions
      .filter(({ id }) => id !== version.id)
      .map((one) => ({ value: one.id, says: [one.name, sayWhen(one.at)].filter((part) => part !== '').join(' · ') })),
  ]
  const failed = trouble ?? otherTrouble
  const isReading = state === null || (other !== NOW && otherState === null)
  const otherAt = versions.find(({ id }) => id === other)?.at ?? Number.POSITIVE_INFINITY
  return (
    <>
      <Select label={COMPARE_WITH} value={other} options={options} onChoose={setOther} />
      {failed !== null && <p role="alert">{errorText(failed).says}</p>}
      {failed === null && isReading && <p className={styles['quiet']}>{READING_VERSION}</p>}
      {failed === null && !isReading && state !== null && (
        <Difference
          earlier={otherAt < version.at && otherState !== null ? otherState : state}
          later={otherAt < version.at ? state : otherState}
          name={name}
          keep={keep}
        />
      )}
    </>
  )
}

interface DifferenceProps {
  readonly earlier: MapState
  /** Null for the map of now: then what was can be put back. */
  readonly later: MapState | null
  readonly name: string
  readonly keep: VersionChangesProps['keep']
}

function Difference({ earlier, later, name, keep }: DifferenceProps) {
  const session = useSession()
  const now = useMap()
  const after = later?.map ?? now
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite) && later === null
  const changes = useMemo(() => diffMaps(earlier.map, after), [earlier, after])
  if (changes.length === 0) return <p className={styles['quiet']}>{later === null ? UNCHANGED : SAME_STATES}</p>
  const putBack = (blocks?: ReadonlySet<BlockId>) => {
    session.canvas?.finish()
    session.edit((doc) => restoreState(doc, earlier, { blocks, now: session.now(), origin: EDIT }))
    session.say(PUT_BACK_DONE)
  }
  const putAllBack = async () => {
    // The state of now is kept first; where that fails, nothing is put back.
    if (await keep(BEFORE_PUTTING_BACK(name), true)) putBack()
  }
  return (
    <>
      <OnCanvas earlier={earlier} later={later} changes={changes} />
      <p className={styles['quiet']}>{later === null ? SINCE_THEN : BETWEEN}</p>
      <ChangeList
        before={earlier.map}
        after={after}
        changes={changes}
        putBack={canWrite ? (blocks) => putBack(blocks) : undefined}
      />
      {canWrite && <PutAllBack onPutBack={() => void putAllBack()} />}
    </>
  )
}

type OnCanvasProps = Pick<DifferenceProps, 'earlier' | 'later'> & { readonly changes: readonly MapChange[] }

/** The same on the canvas, as long as this is open and somebody wants it. */
function OnCanvas({ earlier, later, changes }: OnCanvasProps) {
  const session = useSession()
  const hasCanvas = useMapSnapshot((snapshot) => snapshot.hasCanvas)
  const now = useMap()
  const [shown, setShown] = useState(false)
  const comparison = comparisonOf(session)
  useEffect(() => {
    if (!shown) return
    const state = ({ map, drawing }: MapState) => ({ map, frames: pageFrames(map, drawing) })
    const after = later === null ? { map: now, frames: pageFramesOf(session.mapDoc, now) } : state(later)
    comparison.show({ before: state(earlier), after, changes, withNow: later === null })
    return () => comparison.show(null)
  }, [shown, comparison, session, earlier, later, changes, now])
  const show = () => {
    setShown(!shown)
    if (shown) return
    // What was said of blocks first: cards that lie elsewhere are everywhere.
    const { told, moved } = byBlock(changes)
    const said = told.flatMap(({ block }) => block ?? [])
    session.canvas?.showBlocks(said.length > 0 ? said : moved)
    // The marks are enough.
    session.canvas?.selectBlocks([])
  }
  if (!hasCanvas) return null
  return (
    <p>
      <Button aria-pressed={shown} onClick={show}>
        {shown ? STOP_SHOWING : SHOW_ON_CANVAS}
      </Button>
    </p>
  )
}
