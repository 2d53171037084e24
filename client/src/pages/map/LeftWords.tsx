/**
 * Words that were written here and never got to the map, from before a reload: because the server was put back to an
 * earlier state, or because this browser may no longer write. What has no words in it goes from this device by itself.
 */
import type { MapId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { forgetOnDevice, leftWords } from '../../session/device/left-on-device.ts'
import { REMOVE_WORDS, SHOW_THEM, UNSENT_HEADING, UNSENT_LEFT, unsentText } from '../../text/unsent.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './ReturnToRole.module.css'
import { UnsentText } from './UnsentText.tsx'

export interface LeftWordsProps {
  readonly map: MapId
  /** The life of the map that is open for writing, whose words are on their way; null where there is none. */
  readonly epoch: string | null
  /** One line over the map, or on a page of its own. */
  readonly look: 'line' | 'page'
}

export function LeftWords({ map, epoch, look }: LeftWordsProps) {
  const [text, setText] = useState('')
  const [shown, setShown] = useState(false)
  useEffect(() => {
    let left = false
    void leftWords(map, epoch).then((all) => {
      if (all.length === 0) void forgetOnDevice(map, epoch)
      else if (!left) setText(unsentText(all))
    })
    return () => {
      left = true
    }
  }, [map, epoch])
  if (text === '') return null
  const remove = () => {
    void forgetOnDevice(map, epoch)
    setText('')
  }
  const removing = (
    <Button look="text" onClick={remove}>
      {REMOVE_WORDS}
    </Button>
  )
  if (look === 'page')
    return (
      <>
        <UnsentText text={text} name="unsent" />
        {removing}
      </>
    )
  return (
    <div className={styles['line']} role="status">
      <span>{UNSENT_LEFT}</span>
      <Button look="text" onClick={() => setShown(true)}>
        {SHOW_THEM}
      </Button>
      {shown && (
        <Dialog title={UNSENT_HEADING} onClose={() => setShown(false)} actions={removing}>
          <UnsentText text={text} name="unsent" />
        </Dialog>
      )}
    </div>
  )
}
