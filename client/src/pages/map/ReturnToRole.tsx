/** For whoever has tried a weaker link than the one they hold: what this page opens as, and the way back in one click. */
import type { Role } from '@throughline/shared/access'
import { asAppError, type AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import { useState } from 'react'
import { openWithKey } from '../../api/session.ts'
import { forgetKey, knownKeys, strongerRole } from '../../browser/known-keys.ts'
import { errorText } from '../../text/errors.ts'
import { openedWeaker, returnAs } from '../../text/words.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './QuietLine.module.css'

export interface ReturnToRoleProps {
  readonly map: MapId
  readonly role: Role
  /** Opens the page once more, with the right that has been won back. */
  readonly again: () => void
}

export function ReturnToRole({ map, role, again }: ReturnToRoleProps) {
  const { stronger, trouble, goBack } = useReturn(map, role, again)
  if (stronger === null && trouble === null) return null
  return (
    <div className={styles['line']} role="status">
      {stronger !== null && (
        <>
          <span>{openedWeaker(role)}</span>
          <Button look="text" onClick={goBack}>
            {returnAs(stronger)}
          </Button>
        </>
      )}
      {trouble !== null && <span>{errorText(trouble).says}</span>}
    </div>
  )
}

/** The same way back from a page that nothing is shown on. */
export function ReturnButton({ map, again }: Pick<ReturnToRoleProps, 'map' | 'again'>) {
  const { stronger, goBack } = useReturn(map, null, again)
  if (stronger === null) return null
  return (
    <Button look="filled" onClick={goBack}>
      {returnAs(stronger)}
    </Button>
  )
}

interface Return {
  /** Null where this browser holds no stronger key. */
  readonly stronger: Role | null
  readonly trouble: AppError | null
  readonly goBack: () => void
}

function useReturn(map: MapId, role: Role | null, again: () => void): Return {
  const [stronger, setStronger] = useState(() => strongerRole(knownKeys(map), role))
  const [trouble, setTrouble] = useState<AppError | null>(null)
  const goBack = () => {
    const key = stronger === null ? undefined : knownKeys(map)[stronger]
    if (stronger === null || key === undefined) return
    openWithKey(map, key).then(again, (thrown: unknown) => {
      const error = asAppError(thrown)
      setTrouble(error)
      if (error.kind !== 'not-allowed' && error.kind !== 'unknown-map') return
      forgetKey(map, stronger)
      setStronger(strongerRole(knownKeys(map), role))
    })
  }
  return { stronger, trouble, goBack }
}
