import type { Drift } from '@throughline/shared/drift'
import type { WritingView } from '@throughline/shared/protocol'
import type { Voice, VoiceId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'

/** What is known of languages comes when there is something to compare; until then, and without it, words are plain. */
export function useDrift(writings: readonly WritingView[]): Drift | null {
  const [drift, setDrift] = useState<Drift | null>(null)
  // The same words come in another array with every view.
  const words = JSON.stringify(writings.map(({ writing, text }) => [writing, text]))
  useEffect(() => {
    const said = JSON.parse(words) as readonly (readonly [string, string])[]
    if (said.length < 2) return
    let left = false
    // Each piece of writing is a teller of its own: two people of one voice are compared, too.
    const voices: readonly Voice[] = said.map(([id]) => ({ id: id as VoiceId, name: id }))
    const tellings = new Map(said.map(([id, text]) => [id as VoiceId, text]))
    import('@throughline/shared/drift').then(
      ({ driftOf }) =>
        left || setDrift(driftOf({ statement: '', tellings }, { voices, language: null, categories: [] })),
      () => {},
    )
    return () => {
      left = true
    }
  }, [words])
  return drift
}
