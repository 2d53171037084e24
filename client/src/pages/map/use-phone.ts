/** How wide the window is, where that decides what is shown and not only how. */
import { useSyncExternalStore } from 'react'

function useQuery(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}

/** As narrow as a phone: then the outline is the page. */
export const usePhone = (): boolean => useQuery('(max-width: 699px)')
/** Too narrow for every panel's name beside title, people and saved state. */
export const useNarrow = (): boolean => useQuery('(max-width: 1099px)')
