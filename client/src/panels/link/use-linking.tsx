/** Asks for the other block, then links or moves, and gives the focus back to where it came from. */
import { linkBlocks, unlinkBlocks } from '@throughline/shared/doc'
import type { BlockId } from '@throughline/shared/schema'
import { useCallback, useState, type ReactNode } from 'react'
import { useSession } from '../../session/hooks.ts'
import type { MapSession } from '../../session/map-session.ts'
import { LINK_REFUSALS } from '../../text/canvas.ts'
import { linkedNow, movedUnder } from '../../text/outline.ts'
import type { Linking } from './candidates.ts'
import { LinkDialog } from './LinkDialog.tsx'

/** One gesture, one undo: what it hung under lets go, and the other takes it. */
export function moveUnder(session: MapSession, block: BlockId, from: BlockId | null, to: BlockId): void {
  const { map } = session.getSnapshot()
  const old = map.links.filter(
    (link) => (link.from === block && link.to === from) || (link.to === block && link.from === from),
  )
  session.edit((doc) => {
    unlinkBlocks(doc, old)
    linkBlocks(doc, to, block)
  })
  session.say(movedUnder(map.blocks.get(to)?.statement ?? ''))
}

function link(session: MapSession, block: BlockId, other: BlockId): void {
  session.edit((doc) => {
    const made = linkBlocks(doc, block, other)
    session.say(
      made.ok ? linkedNow(session.getSnapshot().map.blocks.get(other)?.statement ?? '') : LINK_REFUSALS[made.why],
    )
  })
}

export function useLinking(): { readonly dialog: ReactNode; readonly ask: (linking: Linking) => void } {
  const session = useSession()
  const [linking, setLinking] = useState<Linking | null>(null)
  const close = useCallback(() => setLinking(null), [])
  const choose = (other: BlockId) => {
    setLinking(null)
    if (linking === null) return
    if (linking.is === 'link') link(session, linking.block, other)
    else moveUnder(session, linking.block, linking.from, other)
  }
  const dialog = linking === null ? null : <LinkDialog linking={linking} onChoose={choose} onClose={close} />
  return { dialog, ask: setLinking }
}
