import type { MapFileBlock } from '../map-file/index.ts'

/** A block of an example, without the parts it leaves empty. */
export type BlockSketch = Pick<MapFileBlock, 'id' | 'kind' | 'statement' | 'status' | 'fields'> & Partial<MapFileBlock>

/** With every part, in the order of the map file. */
export function writtenOut(sketch: BlockSketch): MapFileBlock {
  const {
    id,
    kind,
    statement,
    detail = '',
    status,
    fields,
    tags = [],
    owner = '',
    tellings = {},
    agreed,
    frame,
  } = sketch
  return {
    ...{ id, kind, statement, detail, status, fields, tags, owner, tellings },
    ...(agreed === undefined ? {} : { agreed }),
    ...(frame === undefined ? {} : { frame }),
  }
}
