/**
 * Two states of the map on the canvas: what has come and what was reworded has an outline and a word at its corner, what
 * has gone stands there as a ghost, what was moved trails a dotted line from where it lay. In page coordinates.
 */
import type { BlockChange } from '@throughline/shared/diff'
import type { Block, BlockId, Frame } from '@throughline/shared/schema'
import { useMemo } from 'react'
import { useComparison } from '../session/hooks.ts'
import type { Compared } from '../session/compare.ts'
import { COMPARED_WORDS } from '../text/versions.ts'
import './compare-marks.css'

type Fate = keyof typeof COMPARED_WORDS

interface Mark {
  readonly id: BlockId
  readonly fate: Fate
  readonly block: Block
  /** Where it is, or was. */
  readonly frame: Frame
  /** Where it came from. */
  readonly from: Frame | null
  readonly isGhost: boolean
}

export function CompareMarks() {
  const compared = useComparison()
  const marks = useMemo(() => (compared === null ? [] : marksOf(compared)), [compared])
  if (compared === null) return null
  // So many words would hide the cards; where each came from is drawn.
  const areMany = marks.filter(({ fate }) => fate === 'moved').length > 1
  // The panel says all of it in words.
  return (
    <div className="compare" aria-hidden="true">
      <svg className="compare-trails">
        {marks.map(({ id, frame, from }) => from !== null && <path key={id} d={trail(from, frame)} />)}
      </svg>
      {marks.map(({ id, fate, block, frame, from, isGhost }) => (
        <div key={id}>
          {from !== null && <div className="compare-place" style={placed(from)} />}
          <div className="compare-mark" data-fate={fate} data-ghost={isGhost} data-compared={id} style={placed(frame)}>
            {!(areMany && fate === 'moved') && <span className="compare-tag">{COMPARED_WORDS[fate]}</span>}
            {isGhost && <span className="compare-words">{block.statement}</span>}
          </div>
        </div>
      ))}
    </div>
  )
}

function marksOf({ before, after, changes, withNow }: Compared): readonly Mark[] {
  const byBlock = new Map<BlockId, BlockChange[]>()
  for (const change of changes) {
    if (change.block === null || change.what === 'linked' || change.what === 'unlinked') continue
    byBlock.set(change.block, [...(byBlock.get(change.block) ?? []), change])
  }
  return [...byBlock].flatMap(([id, of]): readonly Mark[] => {
    const fate = fateOf(of)
    const state = fate === 'gone' ? before : after
    const [block, frame] = [state.map.blocks.get(id), state.frames.get(id)]
    if (block === undefined || frame === undefined) return []
    const from = of.some(({ what }) => what === 'moved') ? (before.frames.get(id) ?? null) : null
    return [{ id, fate, block, frame, from, isGhost: fate === 'gone' || !withNow }]
  })
}

function fateOf(changes: readonly BlockChange[]): Fate {
  const has = (what: string) => changes.some((change) => change.what === what)
  if (has('added')) return 'added'
  if (has('gone')) return 'gone'
  if (has('reworded')) return 'reworded'
  return changes.every(({ what }) => what === 'moved') ? 'moved' : 'changed'
}

const placed = ({ x, y, w, h }: Frame) => ({ transform: `translate(${x}px, ${y}px)`, width: w, height: h })

function trail(from: Frame, to: Frame): string {
  return `M${from.x + from.w / 2} ${from.y + from.h / 2}L${to.x + to.w / 2} ${to.y + to.h / 2}`
}
