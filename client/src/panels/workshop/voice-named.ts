import type { WorkshopView } from '@throughline/shared/protocol'

/** The name of a voice of the map; what was said of it where the map no longer has it. */
export function voiceNamed({ voices }: Pick<WorkshopView, 'voices'>, voice: string | null): string | null {
  return voice === null ? null : (voices.find(({ id }) => id === voice)?.name ?? voice)
}
