/** Where a traced line breaks: dots that lead to an empty place, which says what is missing. A press writes it. */
import { useEditor, useValue } from 'tldraw'
import { useMapSnapshot } from '../../session/hooks.ts'
import { MISSING } from '../../text/trace.ts'
import { makeBlock } from '../tools/make-block.ts'
import { PlaceOutline } from '../tools/PlaceOutline.tsx'
import { keyThatAdds } from '../tools/sides.ts'
import { gapsOf } from './line-places.ts'
import './trace.css'

export function TraceGaps() {
  const editor = useEditor()
  const canWrite = useMapSnapshot((snapshot) => snapshot.canWrite)
  const gaps = useValue('gaps of the traced line', () => gapsOf(editor), [editor])
  const here = useMapSnapshot(({ view }) => (view.selected.length === 1 ? (view.selected[0] ?? null) : null))
  return gaps.map(({ at, missing, box, dots }) => (
    <div key={`${at} ${missing}`}>
      <svg className="trace-gap" aria-hidden="true">
        <path d={dots} />
      </svg>
      <PlaceOutline
        kind={missing}
        box={box}
        says={MISSING[missing]}
        shortcut={here === at ? keyThatAdds(missing) : null}
        traced
        onMake={canWrite ? () => makeBlock(editor, missing, box, at) : null}
      />
    </div>
  ))
}
