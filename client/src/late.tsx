/**
 * A component whose code comes when it is first shown, or before that when `load` is called.
 *
 * In place of `React.lazy`: after React has shown a fallback it holds back whatever comes next for 300 ms, lest the page
 * flicker, and a map waited for that twice.
 */
import { useEffect, useState, type ComponentType } from 'react'

export interface Late<Props> {
  (props: Props): React.ReactNode
  /** Fetches the code, once; rejects when it cannot be had. */
  readonly load: () => Promise<void>
}

interface Failure {
  readonly error: unknown
}

/** `Waiting` is shown meanwhile. What cannot be fetched is thrown to the nearest `ErrorBoundary`. */
export function late<Props extends object>(
  fetchCode: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType,
): Late<Props> {
  let here: ComponentType<Props> | null = null
  const load = async (): Promise<void> => {
    here ??= await fetchCode()
  }

  function Later(props: Props) {
    // In a function, since React calls a function that it is given as a state.
    const [Here, show] = useState<ComponentType<Props> | null>(() => here)
    const [failure, setFailure] = useState<Failure | null>(null)
    useEffect(() => {
      let left = false
      load().then(
        () => left || show(() => here),
        (error: unknown) => left || setFailure({ error }),
      )
      return () => {
        left = true
      }
    }, [])
    if (failure !== null) throw failure.error
    return Here === null ? <Waiting /> : <Here {...props} />
  }
  return Object.assign(Later, { load })
}
