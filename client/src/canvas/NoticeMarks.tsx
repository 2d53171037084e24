/**
 * The numbers of the notices on the cards they speak of, as long as the Notices panel is open. In page coordinates in
 * the layer of overlays, and as large on the screen at every zoom: the camera moves them without React.
 */
import type { BlockId } from '@throughline/shared/schema'
import { useEditor, useValue } from 'tldraw'
import { useNotices } from '../session/hooks.ts'
import { blockShapeId } from './shape-ids.ts'
import './notice-marks.css'

/** What a card has room for at its corner. */
const SHOWN = 3

export function NoticeMarks() {
  const { marks } = useNotices()
  const editor = useEditor()
  const onScreen = useValue(
    'marked cards on the screen',
    () => {
      const culled = editor.getCulledShapes()
      return [...marks].filter(
        ([id]) => editor.getShape(blockShapeId(id)) !== undefined && !culled.has(blockShapeId(id)),
      )
    },
    [editor, marks],
  )
  // The panel says them in words.
  return (
    <div className="notice-marks" aria-hidden="true">
      {onScreen.map(([id, numerals]) => (
        <Mark key={id} id={id} numerals={numerals} />
      ))}
    </div>
  )
}

function Mark({ id, numerals }: { readonly id: BlockId; readonly numerals: readonly number[] }) {
  const editor = useEditor()
  const corner = useValue(
    'corner',
    () => {
      const bounds = editor.getShapePageBounds(blockShapeId(id))
      return bounds === undefined ? null : `translate(${bounds.maxX}px, ${bounds.y}px)`
    },
    [editor, id],
  )
  if (corner === null) return null
  const shown = numerals.length > SHOWN ? [...numerals.slice(0, SHOWN - 1).map(String), '…'] : numerals.map(String)
  return (
    <div className="notice-mark" style={{ transform: corner }}>
      <div>
        {shown.map((numeral) => (
          <span key={numeral}>{numeral}</span>
        ))}
      </div>
    </div>
  )
}
