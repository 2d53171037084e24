/** For owners, in the More menu: takes the words of deleted blocks away for good, where there are any. */
import { deletedBlocks } from '@throughline/shared/doc'
import { asAppError } from '@throughline/shared/errors'
import { useState, useSyncExternalStore } from 'react'
import { clearDeletedBlocks } from '../../api/maps.ts'
import { useSession } from '../../session/hooks.ts'
import { CLEAR, CLEAR_DELETED, CLEAR_NOT, CLEAR_SURE, CLEARED, CLEARING } from '../../text/deleted.ts'
import { errorText } from '../../text/errors.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './MoreMenu.module.css'

export function ClearDeleted() {
  const session = useSession()
  // The snapshot knows only blocks that are there.
  const deleted = useSyncExternalStore(
    (onChange) => {
      session.doc.on('afterTransaction', onChange)
      return () => session.doc.off('afterTransaction', onChange)
    },
    () => deletedBlocks(session.mapDoc).size,
  )
  const [step, setStep] = useState<'offered' | 'asks' | 'clears'>('offered')
  const [said, setSaid] = useState('')
  const clear = () => {
    setStep('clears')
    setSaid(CLEARING)
    clearDeletedBlocks(session.mapId)
      .then(
        (cleared) => setSaid(CLEARED(cleared)),
        (error: unknown) => setSaid(errorText(asAppError(error)).says),
      )
      .finally(() => setStep('offered'))
  }
  if (deleted === 0 && said === '') return null
  return (
    <li className={styles['delete']}>
      {/* Always there, so that what comes into it is read out. */}
      <p role="status">{step === 'asks' ? CLEAR_SURE(deleted) : said}</p>
      {step === 'offered' && deleted > 0 && (
        <Button
          look="text"
          onClick={() => {
            setSaid('')
            setStep('asks')
          }}
        >
          {CLEAR_DELETED(deleted)}
        </Button>
      )}
      {step === 'asks' && (
        <p className={styles['acts']}>
          <Button look="text" onClick={clear}>
            {CLEAR}
          </Button>
          <Button look="text" onClick={() => setStep('offered')}>
            {CLEAR_NOT}
          </Button>
        </p>
      )}
    </li>
  )
}
