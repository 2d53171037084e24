/** Makes a map: its keys, its first document, all of it on disk at once. */
import type { Role } from '@throughline/shared/access'
import { AppError } from '@throughline/shared/errors'
import { beginMap, placeContent, UNTRACKED } from '@throughline/shared/doc'
import { exampleMapOn } from '@throughline/shared/examples'
import { contentOfNewMap } from '@throughline/shared/landing'
import { importMapFile, type ImportedMap } from '@throughline/shared/map-file'
import type { MakeMapRequest, Repair } from '@throughline/shared/protocol'
import { templateMap } from '@throughline/shared/templates'
import {
  NOTHING_DECIDED,
  cleanLine,
  cutText,
  dayOf,
  DEFAULT_VOICES,
  LIMITS,
  newMapId,
  type MapId,
} from '@throughline/shared/schema'
import { makeKeys } from '../access/index.ts'
import type { Clock } from '../clock.ts'
import { firstUpdate } from '../rooms/index.ts'
import { newMapEpoch, type MapStore } from '../stores/index.ts'

export interface MakingParts {
  readonly maps: MapStore
  readonly clock: Clock
  /** Keeps what the map was made as. */
  readonly versions: { made(map: MapId, canvas: Uint8Array): void }
}

export interface Made {
  readonly id: MapId
  readonly title: string
  /** Shown to whoever makes the map, once. */
  readonly keys: Record<Role, string>
  readonly report: readonly Repair[]
}

const BLANK: ImportedMap = {
  title: '',
  subject: '',
  voices: DEFAULT_VOICES,
  blocks: [],
  links: [],
  brief: NOTHING_DECIDED,
  report: [],
  renamed: [],
}

function startFrom({ template, map }: MakeMapRequest, today: string): ImportedMap {
  if (map !== undefined && template !== undefined)
    throw new AppError('bad-input', 'A map is made from a template or from a map file, not from both.')
  if (map !== undefined) return importMapFile(map, 'make')
  if (template === 'example') return importMapFile(exampleMapOn(today), 'make')
  const prepared = template === undefined ? null : templateMap(template)
  return prepared === null ? BLANK : importMapFile(prepared, 'make')
}

function tidy(text: string): string {
  return cutText(cleanLine(text), LIMITS.titleLength)
}

/** @throws {AppError} `bad-map-file`, or what storage says. */
export async function makeMap({ maps, clock, versions }: MakingParts, request: MakeMapRequest): Promise<Made> {
  const now = clock.now()
  const start = startFrom(request, dayOf(now))
  const title = tidy(request.title ?? start.title)
  const subject = tidy(request.subject ?? start.subject)
  const id = newMapId()
  const { records, secrets } = makeKeys(id, now)
  const canvas = firstUpdate((map) => {
    beginMap(map, { title, subject, voices: start.voices, brief: start.brief }, UNTRACKED)
    placeContent(map, contentOfNewMap(start, now), now, UNTRACKED)
  })
  await maps.make({ map: { id, title, createdAt: now, epoch: newMapEpoch() }, keys: records, canvas })
  versions.made(id, canvas)
  return { id, title, keys: secrets, report: start.report }
}
