/** Puts the focus on what has come up by somebody's press, so that the keyboard goes on from there. */
import { useEffect, useRef } from 'react'

export function useFocus<Shown extends HTMLElement>(): React.RefObject<Shown | null> {
  const shown = useRef<Shown>(null)
  useEffect(() => shown.current?.focus(), [])
  return shown
}
