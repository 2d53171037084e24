/**
 * What `pnpm bench --only canvas` measures the canvas against: tldraw as it comes, of the client's own version, with as
 * many plain HTML cards as `?cards=` says. Nothing of Throughline is in it.
 */
import { createRoot } from 'react-dom/client'
// oxlint-disable-next-line no-restricted-imports -- tldraw alone is what this board is about
import {
  BaseBoxShapeUtil,
  createShapeId,
  HTMLContainer,
  T,
  Tldraw,
  type Editor,
  type RecordProps,
  type TLBaseShape,
} from 'tldraw'
// oxlint-disable-next-line no-restricted-imports -- as above
import 'tldraw/tldraw.css'

type PlainCard = TLBaseShape<'plain', { readonly w: number; readonly h: number; readonly words: string }>

class PlainCardUtil extends BaseBoxShapeUtil<PlainCard> {
  static override type = 'plain' as const
  static override props: RecordProps<PlainCard> = { w: T.number, h: T.number, words: T.string }

  override getDefaultProps(): PlainCard['props'] {
    return { w: 280, h: 160, words: '' }
  }

  override component({ props: { words } }: PlainCard) {
    return (
      <HTMLContainer>
        <div className="plain-card">{words}</div>
      </HTMLContainer>
    )
  }

  override indicator({ props: { w, h } }: PlainCard) {
    return <rect width={w} height={h} />
  }
}

const UTILS = [PlainCardUtil]
const COUNT = Number(new URLSearchParams(window.location.search).get('cards'))
const WORDS =
  'Stays cold for nine hours without power at the end of the line, measured in four districts by the ministry'
/** A grid about as wide as the screen, spaced like the benchmark's map. */
const COLUMNS = Math.ceil(Math.sqrt(COUNT * 1.4))

function fill(editor: Editor): void {
  editor.createShapes(
    Array.from({ length: COUNT }, (_, at) => ({
      id: createShapeId(`card${at}`),
      type: 'plain' as const,
      x: (at % COLUMNS) * 340,
      y: Math.floor(at / COLUMNS) * 240,
      props: { words: WORDS },
    })),
  )
  editor.zoomToFit()
}

const board = document.querySelector('#board')
if (board !== null) createRoot(board).render(<Tldraw shapeUtils={UTILS} onMount={fill} />)
