/**
 * What this device still has of a map and the server has not: words that never got there, from before a reload, because
 * the server was put back to an earlier state or because this browser may no longer write. After a restore also the map
 * as it was, for what was saved since the backup. Nothing of it is merged; a person takes it along or lets it go.
 */
import type { MapId } from '@throughline/shared/schema'
import { useCallback, useEffect, useState } from 'react'
import { forgetOnDevice, forgetUnsent, leftLives, type LeftLife } from '../../session/device/left-on-device.ts'
import {
  LEFT_HEADING,
  MAP_LEFT,
  REMOVE_MAP,
  REMOVE_WORDS,
  SAVE_MAP_LEFT,
  SHOW_THEM,
  UNSENT_LEFT,
  unsentText,
} from '../../text/unsent.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './QuietLine.module.css'
import { saveMapFile } from './save-map-file.ts'
import { UnsentText } from './UnsentText.tsx'

export interface LeftWordsProps {
  readonly map: MapId
  /** The life of the map that is open for writing, whose words are on their way; null where there is none. */
  readonly epoch: string | null
  /** The life of the map that is open for whatever: it stays on this device. */
  readonly open: string | null
  /** Whether comments of the open life are on their way. */
  readonly talks?: boolean
  /** One line over the map, or on a page of its own. */
  readonly look: 'line' | 'page'
}

export function LeftWords({ map, epoch, open, talks = false, look }: LeftWordsProps) {
  const [lives, forget] = useLeftLives(map, epoch, open, talks)
  const [shown, setShown] = useState(false)
  if (lives.length === 0) return null
  const text = unsentText(lives.filter(({ hasWords }) => hasWords).map(({ words }) => words))
  const removing = (
    <Button look="text" onClick={forget}>
      {text === '' ? REMOVE_MAP : REMOVE_WORDS}
    </Button>
  )
  if (look === 'page')
    return (
      <>
        <UnsentText text={text} name="unsent" />
        {removing}
      </>
    )
  const saving = epoch !== null && (
    <Button look="text" onClick={() => lives.forEach(({ mapDoc, words }) => saveMapFile(mapDoc, words.map))}>
      {SAVE_MAP_LEFT}
    </Button>
  )
  if (text === '')
    return (
      <div className={styles['line']} role="status">
        <span>{MAP_LEFT}</span>
        {saving}
        {removing}
      </div>
    )
  return (
    <div className={styles['line']} role="status">
      <span>{UNSENT_LEFT}</span>
      <Button look="text" onClick={() => setShown(true)}>
        {SHOW_THEM}
      </Button>
      {shown && (
        <Dialog
          title={LEFT_HEADING}
          onClose={() => setShown(false)}
          actions={
            <>
              {saving}
              {removing}
            </>
          }
        >
          <UnsentText text={text} name="unsent" />
        </Dialog>
      )}
    </div>
  )
}

/** Where one may write, all that is left; else only what has words, and the rest goes from this device by itself. */
function useLeftLives(
  map: MapId,
  epoch: string | null,
  open: string | null,
  talks: boolean,
): readonly [readonly LeftLife[], forget: () => void] {
  const [lives, setLives] = useState<readonly LeftLife[]>([])
  const letGo = useCallback(async () => {
    await forgetOnDevice(map, open)
    if (open !== null && open !== epoch) await forgetUnsent(map, open, !talks)
  }, [map, epoch, open, talks])
  useEffect(() => {
    let left = false
    void leftLives(map, epoch, talks ? open : null).then((all) => {
      const worth = all.filter(({ hasWords, words }) => hasWords || (epoch !== null && words.map.blocks.size > 0))
      if (worth.length === 0) void letGo()
      else if (!left) setLives(worth)
    })
    return () => {
      left = true
    }
  }, [map, epoch, open, talks, letGo])
  // Shown until they are really gone: whoever closes the page right after the click finds nothing left behind.
  const forget = () => void letGo().then(() => setLives([]))
  return [lives, forget]
}
