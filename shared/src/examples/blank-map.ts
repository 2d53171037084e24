import type { MapFile } from '../map-file/index.ts'
import { DEFAULT_VOICES } from '../schema/index.ts'

/** What a new map starts with: five voices, and nothing said yet. */
export const blankMap: MapFile = {
  format: 'throughline-map',
  version: 1,
  title: '',
  subject: '',
  voices: DEFAULT_VOICES.map(({ id, name }) => ({ id, name })),
  blocks: [],
  links: [],
}
