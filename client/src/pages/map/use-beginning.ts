/** A map that has just been made begins with its purpose, the caret in it: on the canvas, or in a phone's outline. */
import { addBlock } from '@throughline/shared/doc'
import { DEFAULT_SIZES, newBlockId, type BlockId } from '@throughline/shared/schema'
import { useEffect, useState } from 'react'
import { takeBegin } from '../../routes.ts'
import { useMapSnapshot, useSession } from '../../session/hooks.ts'
import type { MapSession } from '../../session/map-session.ts'

/** Where an empty canvas has its origin, and what stands above it, in pixels. */
const ORIGIN_DOWN = 128
const BAR = 48

/** In the middle of the height, at the left: what it is worth goes to its right. */
function addPurpose(session: MapSession): BlockId {
  const middle = (window.innerHeight - BAR) / 2 - ORIGIN_DOWN
  const y = Math.round(middle - DEFAULT_SIZES.purpose.h / 2)
  const id = newBlockId()
  const frame = { x: 0, y, ...DEFAULT_SIZES.purpose, index: 'a1', parentId: '' }
  addBlock(session.mapDoc, { kind: 'purpose', frame, createdBy: session.getSnapshot().me.name }, session.now(), id)
  // It came with the map; undo begins with what is written.
  session.undo.clear()
  return id
}

/** The purpose it has begun with, until something is written in it; null on a map that was there before. */
export function useBeginning(phone: boolean): BlockId | null {
  const session = useSession()
  const [begun, setBegun] = useState<BlockId | null>(null)
  const isReady = useMapSnapshot(
    ({ loaded, canWrite, hasCanvas, map }) => loaded && canWrite && map.blocks.size === 0 && (phone || hasCanvas),
  )
  useEffect(() => {
    if (!isReady || !takeBegin()) return
    const id = addPurpose(session)
    setBegun(id)
    session.canvas?.writeIn(id)
  }, [session, isReady])
  return useMapSnapshot(({ map }) => (begun !== null && map.blocks.get(begun)?.statement === '' ? begun : null))
}
