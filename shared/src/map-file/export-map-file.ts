/**
 * The one way a map is written: the same map, the same bytes, on every machine.
 *
 * Empty texts, lists and objects are written, so that a reader finds every part; `agreed`, `frame` and `brief` are left out
 * when there is none. (Voice ids that look like whole numbers come first among the tellings: JavaScript's order of keys.)
 */
import {
  compareText,
  fieldNamesOf,
  type Block,
  type BlockId,
  type Composition,
  type FieldName,
  type Frame,
  type PositioningMap,
} from '../schema/index.ts'
import { MAP_FILE_FORMAT, MAP_FILE_VERSION, type MapFile, type MapFileBlock } from './map-file.ts'

/**
 * `frames` says where blocks stand on the page (`pageFramesOf` of shared/doc). Without it, a block that lies on a drawn
 * frame or group is written without a frame, for its place is relative to a drawing that the file does not hold.
 */
export function exportMapFile(map: PositioningMap, frames?: ReadonlyMap<BlockId, Frame>): MapFile {
  const blocks = [...map.blocks.values()].toSorted((a, b) => compareText(a.id, b.id))
  const links = map.links.toSorted((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to))
  return {
    format: MAP_FILE_FORMAT,
    version: MAP_FILE_VERSION,
    title: map.title,
    subject: map.subject,
    voices: map.voices.map(({ id, name }) => ({ id, name })),
    blocks: blocks.map((block) => exportBlock(map, block, frames?.get(block.id) ?? ownFrame(block))),
    links: links.map(({ from, to, relation }) => ({ from, to, relation })),
    ...exportBrief(map.brief),
  }
}

function exportBrief({ order, off, accent }: Composition): Pick<MapFile, 'brief'> {
  const brief = { ...(order.length > 0 && { order }), ...(off.length > 0 && { off }), ...(accent !== '' && { accent }) }
  return Object.keys(brief).length === 0 ? {} : { brief }
}

/** Two spaces of indent and a newline at the end, as text editors and version control like it. */
export function serializeMapFile(file: MapFile): string {
  return `${JSON.stringify(file, null, 2)}\n`
}

function exportBlock(map: PositioningMap, block: Block, frame: Frame | null): MapFileBlock {
  const { id, kind, statement, detail, status, tags, owner, agreed } = block
  return {
    id,
    kind,
    statement,
    detail,
    status,
    fields: exportFields(block),
    tags,
    owner,
    tellings: Object.fromEntries(
      map.voices.flatMap((voice) => {
        const text = block.tellings.get(voice.id)
        return text === undefined ? [] : [[voice.id, text]]
      }),
    ),
    ...(agreed === null
      ? {}
      : {
          agreed: { statement: agreed.statement, at: agreed.at, ...(agreed.by === undefined ? {} : { by: agreed.by }) },
        }),
    ...(frame === null ? {} : { frame: roundFrame(frame) }),
  }
}

function exportFields({ kind, fields }: Block): Partial<Record<FieldName, string>> {
  const written: Partial<Record<FieldName, string>> = {}
  for (const name of fieldNamesOf(kind)) {
    const text = fields[name]
    if (text !== undefined) written[name] = text
  }
  return written
}

function ownFrame({ frame }: Block): Frame | null {
  return frame?.parentId === '' ? frame : null
}

/** To the hundredth that a map keeps; never -0, which JSON does not know. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 || 0
}

function roundFrame({ x, y, w, h }: Frame): Frame {
  return { x: rounded(x), y: rounded(y), w: rounded(w), h: rounded(h) }
}
