/** Calls that take a while and may fail: whether one is under way, and what went wrong with the last. */
import { asAppError, type AppError } from '@throughline/shared/errors'
import { useCallback, useState } from 'react'

export interface Attempts {
  readonly busy: boolean
  /** Null while one is under way, and after one that went well. */
  readonly trouble: AppError | null
  /** Never rejects; resolves to whether it went well. The same function at every render. */
  readonly attempt: (work: () => Promise<void>) => Promise<boolean>
}

export function useAttempt(): Attempts {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<AppError | null>(null)
  const attempt = useCallback(async (work: () => Promise<void>) => {
    setBusy(true)
    setTrouble(null)
    try {
      await work()
      return true
    } catch (error) {
      setTrouble(asAppError(error))
      return false
    } finally {
      setBusy(false)
    }
  }, [])
  return { busy, trouble, attempt }
}
