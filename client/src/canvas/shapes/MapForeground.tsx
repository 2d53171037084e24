/**
 * What lies in front of the map, and what begins and ends with it: the name of the link that is pointed at, the levels
 * of detail, the keys, and the tie between editor and session.
 */
import { useLayoutEffect } from 'react'
import { useEditor, useValue, type Editor } from 'tldraw'
import { useSession } from '../../session/hooks.ts'
import { RELATION_WORDS } from '../../text/words.ts'
import { watchKeys } from '../keys/watch-keys.ts'
import { watchLod } from '../lod/watch-lod.ts'
import { bringLineIntoView } from '../trace/line-places.ts'
import { watchTrace } from '../trace/shown-trace.ts'
import { tieSession } from '../session-of.ts'
import { isLinkShape } from '../shape-types.ts'
import { pointOn, span, type Point } from './link-geometry.ts'
import { curveOf } from './link-shape.tsx'

/** Labels are written on the map from this zoom on, where there is room for one. */
const LABELS_FROM = 0.43
const LABEL_ROOM = 30

interface Named {
  readonly words: string
  readonly at: Point
}

/** The link pointed at or selected alone, when its own label is hidden. */
function namedLink(editor: Editor): Named | null {
  const shape = editor.getHoveredShape() ?? editor.getOnlySelectedShape()
  if (shape === null || shape === undefined || !isLinkShape(shape)) return null
  const curve = curveOf(editor, shape)
  if (curve === null || (editor.getZoomLevel() >= LABELS_FROM && span(curve) >= LABEL_ROOM)) return null
  return { words: RELATION_WORDS[shape.props.relation], at: editor.pageToViewport(pointOn(curve, 0.5)) }
}

function LinkName() {
  const editor = useEditor()
  const named = useValue('named link', () => namedLink(editor), [editor])
  if (named === null) return null
  const place = `translate(${named.at.x}px, ${named.at.y}px) translate(-50%, -50%)`
  return (
    <div className="link-named" aria-hidden="true" style={{ transform: place }}>
      {named.words}
    </div>
  )
}

export function MapForeground() {
  const editor = useEditor()
  const session = useSession()
  useLayoutEffect(() => {
    tieSession(editor, session)
    const ends = [
      watchLod(editor),
      watchKeys(editor, session),
      watchTrace(editor, session, () => bringLineIntoView(editor)),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [editor, session])
  return <LinkName />
}
