import { useEffect, useState } from 'react'
import { serverConfig } from '../../api/session.ts'

/** Where links point: what the operator says, else where this page came from. */
export function useOrigin(): string {
  const [origin, setOrigin] = useState(window.location.origin)
  useEffect(() => {
    let left = false
    serverConfig().then(
      ({ publicUrl }) => left || publicUrl === null || setOrigin(publicUrl.replace(/\/$/, '')),
      () => undefined, // out of reach: this page's own origin is the best there is
    )
    return () => {
      left = true
    }
  }, [])
  return origin
}
