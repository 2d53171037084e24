/** Fills a gap with one press: the block is made where it belongs, and its slot is open as soon as it stands here. */
import type { FilledGroup } from '@throughline/shared/lenses'
import type { BlockId } from '@throughline/shared/schema'
import { useCallback, useEffect, useState, type RefObject } from 'react'
import { useSession } from '../../session/hooks.ts'
import { addBeside } from '../../session/place-new.ts'
import type { Fill } from './filling.ts'

interface Begun {
  readonly block: BlockId
  readonly slot: string
}

export function useFilling(body: RefObject<HTMLElement | null>, groups: readonly FilledGroup[]): Fill {
  const session = useSession()
  const [begun, setBegun] = useState<Begun | null>(null)
  useEffect(() => {
    if (begun === null) return
    const slots = [...(body.current?.querySelectorAll<HTMLElement>('[data-lens-slot]') ?? [])]
    const place = slots.find(({ dataset }) => dataset['lensSlot'] === `${begun.block} ${begun.slot}`)
    const line = place?.querySelector<HTMLElement>('[role="textbox"], textarea')
    if (line === undefined || line === null) return
    setBegun(null)
    line.focus()
  }, [begun, body, groups])
  return useCallback<Fill>(
    (kind, beside, slot) => setBegun({ block: addBeside(session, kind, beside), slot }),
    [session],
  )
}
