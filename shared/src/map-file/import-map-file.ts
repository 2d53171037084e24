/**
 * Whatever somebody holds for a map file, as blocks and links that a map can take.
 *
 * - **MF1** Refuses only what is no object, another format, a later version or nested too deep; never throws else.
 * - **MF2** Everything that does not fit is repaired or left out, and said in `report`: nothing is lost in silence.
 * - **MF3** The result is sound: unique well-formed ids, links between two of its blocks, clean texts within limits.
 * - **MF4** What the exporter has written comes back as it was, with an empty report.
 */
import { AppError } from '../errors/index.ts'
import { LIMITS, newBlockId, type BlockId, type Composition, type PositioningMap, type Voice } from '../schema/index.ts'
import type { ImportedBlock } from './import-block.ts'
import { importBlocks, type Renamed } from './import-blocks.ts'
import { importBrief } from './import-brief.ts'
import { importLinks, type ImportedLink } from './import-links.ts'
import { ImportedVoices, type ImportHow } from './import-voices.ts'
import { MAP_FILE_FORMAT, MAP_FILE_VERSION } from './map-file.ts'
import { refuseTooDeep } from './parse-map-json.ts'
import { asRecord, quote, Repairs, typeName, type Repair } from './repairs.ts'
import { takeText, TITLE } from './take-value.ts'

export interface ImportedMap {
  readonly title: string
  readonly subject: string
  /** In their order. On adding: only those that the tellings need and the map lacks. */
  readonly voices: readonly Voice[]
  readonly blocks: readonly ImportedBlock[]
  readonly links: readonly ImportedLink[]
  /** What was decided about the brief; a map that is added to keeps its own. */
  readonly brief: Composition
  readonly report: readonly Repair[]
  /** Blocks whose id is not the file's, in the order of the file: on adding all of them. */
  readonly renamed: readonly Renamed[]
}

/** What an import adds to; a whole map is one. */
export type MapHere = Pick<PositioningMap, 'voices' | 'links'> & { readonly blocks: { readonly size: number } }
const NOTHING_HERE: MapHere = { voices: [], links: [], blocks: new Map() }

const PARTS = ['format', 'version', 'title', 'subject', 'voices', 'blocks', 'links', 'brief']

/** @throws {AppError} `bad-map-file` for the four refusals of MF1. */
export function importMapFile(
  input: unknown,
  how: ImportHow,
  here: MapHere = NOTHING_HERE,
  newId: () => BlockId = newBlockId,
): ImportedMap {
  const repairs = new Repairs()
  const file = openFile(input, repairs)
  repairs.noteUnknown(file, PARTS, '', 'a map file')
  const title = takeText(file['title'], 'title', TITLE, repairs)
  const subject = takeText(file['subject'], 'subject', TITLE, repairs)
  const voices = new ImportedVoices(file['voices'], how, here.voices, repairs)
  const room = { how, blocks: LIMITS.blocks - here.blocks.size, newId }
  const { blocks, byFileId, renamed } = importBlocks(file['blocks'], room, voices, repairs)
  const links = importLinks(file['links'], byFileId, LIMITS.links - here.links.length, repairs)
  const brief = importBrief(file['brief'], how, byFileId, repairs)
  return { title, subject, voices: voices.list(), blocks, links, brief, report: repairs.list(), renamed }
}

function openFile(input: unknown, repairs: Repairs): Readonly<Record<string, unknown>> {
  const file = asRecord(input)
  if (file === null) throw new AppError('bad-map-file', `A map file is one JSON object; this is ${typeName(input)}.`)
  refuseTooDeep(file)
  const { format, version } = file
  if (format !== MAP_FILE_FORMAT) {
    const given = format === undefined ? 'this names none' : `this says ${quote(format, 80)}`
    throw new AppError('bad-map-file', `The format of a map file is “${MAP_FILE_FORMAT}”; ${given}.`)
  }
  if (Number(version) > MAP_FILE_VERSION)
    throw new AppError(
      'bad-map-file',
      `This is version ${quote(version, 20)} of the map file; this server reads up to version ${MAP_FILE_VERSION}.`,
    )
  if (version !== MAP_FILE_VERSION)
    repairs.note(
      'version',
      version === undefined ? 'is missing' : `${quote(version)} is no version`,
      'read as version 1',
    )
  return file
}
