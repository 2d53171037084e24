/** For whoever has tried a weaker link than the one they hold: what this page opens as, and the way back in one click. */
import type { Role } from '@throughline/shared/access'
import { asAppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import { useState } from 'react'
import { openWithKey } from '../../api/session.ts'
import { forgetKey, knownKeys, strongerRole } from '../../browser/known-keys.ts'
import { errorText } from '../../text/errors.ts'
import { openedWeaker, returnAs } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './ReturnToRole.module.css'

export interface ReturnToRoleProps {
  readonly map: MapId
  readonly role: Role
  /** Opens the page once more, with the right that has been won back. */
  readonly again: () => void
}

export function ReturnToRole({ map, role, again }: ReturnToRoleProps) {
  const [stronger, setStronger] = useState(() => strongerRole(knownKeys(map), role))
  const [trouble, setTrouble] = useState('')
  const key = stronger === null ? undefined : knownKeys(map)[stronger]
  if (stronger === null || key === undefined)
    return trouble === '' ? null : (
      <p className={styles['line']} role="alert">
        {trouble}
      </p>
    )
  const goBack = () => {
    openWithKey(map, key).then(again, (thrown: unknown) => {
      const error = asAppError(thrown)
      setTrouble(errorText(error).says)
      if (error.kind !== 'not-allowed' && error.kind !== 'unknown-map') return
      forgetKey(map, stronger)
      setStronger(strongerRole(knownKeys(map), role))
    })
  }
  return (
    <div className={styles['line']} role="status">
      <span>{openedWeaker(role)}</span>
      <Button look="text" onClick={goBack}>
        {returnAs(stronger)}
      </Button>
      {trouble !== '' && <span>{trouble}</span>}
    </div>
  )
}
