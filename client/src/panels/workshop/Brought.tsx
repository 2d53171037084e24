/** Where everybody is brought: one's own canvas goes there by itself, and one may look away and come back. */
import type { WorkshopView } from '@throughline/shared/protocol'
import type { BlockId, PositioningMap } from '@throughline/shared/schema'
import { useEffect, useMemo, useRef, useState } from 'react'
import { followingOf } from '../../session/following.ts'
import { useMap, useSession } from '../../session/hooks.ts'
import { broughtTo, GO_BACK, GO_THERE } from '../../text/workshop.ts'
import { Button } from '../../ui/Button.tsx'
import barStyles from './Bar.module.css'

export interface BroughtProps {
  /** Where a facilitator has brought everybody last. */
  readonly brought: WorkshopView['brought']
  /** Where there is no canvas: shows a block when one asks for it. */
  readonly onShow: ((block: BlockId) => void) | null
}

export function Brought({ brought, onShow }: BroughtProps) {
  const about = brought?.about ?? null
  const at = brought?.at ?? null
  const session = useSession()
  const map = useMap()
  const blocks = useMemo(() => (about === null ? [] : blocksOf(map, about)), [map, about])
  // Whoever comes later is asked; whoever is here goes along.
  const last = useRef(at)
  const [back, setBack] = useState<(() => void) | null>(null)
  const goThere = () => {
    const [first] = blocks
    if (first === undefined) return
    if (onShow !== null) onShow(first)
    else {
      const wayBack = session.canvas?.bringTo(blocks)
      if (wayBack !== undefined) setBack(() => wayBack)
    }
  }
  useEffect(() => {
    if (last.current === at) return
    last.current = at
    setBack(null)
    const { selected, writing } = session.getSnapshot().view
    const { is, whom } = followingOf(session).getSnapshot()
    const isShown = is === 'following' && whom?.shows === true
    // Nobody is torn out of a sentence, whoever has it chosen has brought the others there, and whoever is shown the map
    // sees it there.
    const stays = writing !== null || isShown || blocks.every((id) => selected.includes(id))
    if (onShow === null && !stays) goThere()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- each time that somebody brings, once
  }, [at])
  const [first] = blocks
  if (first === undefined) return null
  return (
    <p role="status" className={barStyles['brought']}>
      <span>{broughtTo(map.blocks.get(first)?.statement ?? '')}</span>
      {back === null ? (
        <Button look="text" onClick={goThere}>
          {GO_THERE}
        </Button>
      ) : (
        <Button
          look="text"
          onClick={() => {
            back()
            setBack(null)
          }}
        >
          {GO_BACK}
        </Button>
      )}
    </p>
  )
}

/** A block, the block of a telling (`<block>:<voice>`), or both ends of a link. */
function blocksOf({ blocks, links }: PositioningMap, about: string): readonly BlockId[] {
  const block = about.split(':')[0] as BlockId
  if (blocks.has(block)) return [block]
  const link = links.find(({ id }) => id === about)
  return link === undefined ? [] : [link.from, link.to].filter((id) => blocks.has(id))
}
