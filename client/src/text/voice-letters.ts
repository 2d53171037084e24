/** How a voice is written where there is no room for its name. */
import type { Block, Voice, VoiceId } from '@throughline/shared/schema'

export interface VoiceLetter {
  readonly id: VoiceId
  readonly name: string
  readonly letters: string
  /** Whether this voice has told the block. */
  readonly tells: boolean
}

/** One letter a voice, two where two voices share the first one. */
export function voiceLetters(voices: readonly Voice[], tellings: Block['tellings']): readonly VoiceLetter[] {
  const initials = voices.map(({ name }) => [...name][0]?.toLocaleUpperCase() ?? '')
  return voices.map(({ id, name }, at) => {
    const shared = initials.filter((initial) => initial === initials[at]).length > 1
    const second = shared ? ([...name][1] ?? '') : ''
    return { id, name, letters: `${initials[at] ?? ''}${second}`, tells: tellings.has(id) }
  })
}
