/** Whether an open panel covers the map, as in `MapLayout.module.css`: then nobody can write on it. */
import { useSyncExternalStore } from 'react'

const query = () => window.matchMedia('(max-width: 899px)')

function subscribe(listener: () => void): () => void {
  const narrow = query()
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

export const useMapHidden = (): boolean => useSyncExternalStore(subscribe, () => query().matches)
