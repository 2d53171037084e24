/** Whether the window is as narrow as a phone: then the outline is the page. */
import { useSyncExternalStore } from 'react'

const query = () => window.matchMedia('(max-width: 699px)')

function subscribe(listener: () => void): () => void {
  const narrow = query()
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => query().matches)
