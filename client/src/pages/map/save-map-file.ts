/** The map as this page has it, as a file: for when the server has another one or none. */
import { pageFramesOf, type MapDoc } from '@throughline/shared/doc'
import { exportMapFile, serializeMapFile } from '@throughline/shared/map-file'
import type { PositioningMap } from '@throughline/shared/schema'
import { saveFile } from '../../ui/save-file.ts'

export function saveMapFile(mapDoc: MapDoc, map: PositioningMap): void {
  const file = serializeMapFile(exportMapFile(map, pageFramesOf(mapDoc, map)))
  saveFile(new Blob([file], { type: 'application/json' }), `${map.title === '' ? 'map' : map.title}.json`)
}
