import type { PositioningMap, VoiceId } from '@throughline/shared/schema'

/** People say a voice by its id or by its name; null where the map has none of that name. */
export function voiceOf(said: string | null, { voices }: Pick<PositioningMap, 'voices'>): VoiceId | null {
  if (said === null) return null
  const sought = said.toLowerCase()
  const found = voices.find(({ id }) => id === said) ?? voices.find(({ name }) => name.toLowerCase() === sought)
  return found?.id ?? null
}

/** For people to see: what was said stands where the map knows no such voice. */
export function shownVoice(said: string | null, map: Pick<PositioningMap, 'voices'>): string | null {
  return voiceOf(said, map) ?? said
}
