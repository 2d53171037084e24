// @vitest-environment jsdom
import type { BlockId, LinkId } from '@throughline/shared/schema'
import { array, assert, constant, integer, oneof, property, record } from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  defaultBindingUtils,
  defaultShapeUtils,
  defaultTools,
  Editor,
  type TLAnyShapeUtilConstructor,
  type TLShapeId,
} from 'tldraw'
import { openStore } from './editor-setup.tsx'
import { blockShapeId, linkShapeId } from './shape-ids.ts'
import { BLOCK_SHAPE_UTILS } from './shapes/index.ts'

let editor: Editor
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  editor = new Editor({
    store: openStore(),
    shapeUtils: [...(defaultShapeUtils as readonly TLAnyShapeUtilConstructor[]), ...BLOCK_SHAPE_UTILS],
    bindingUtils: [...defaultBindingUtils],
    tools: [...defaultTools],
    getContainer: () => document.body,
    initialState: 'select',
  })
  editor.updateInstanceState({ screenBounds: { x: 0, y: 0, w: 1000, h: 700 } })
})
afterEach(() => {
  editor.dispose()
  vi.unstubAllGlobals()
})

const BLOCKS = 6
const block = (at: number) => blockShapeId(`block${at}` as BlockId)
const link = (at: number) => linkShapeId(`link${at}` as LinkId)

/** By asking every shape, as tldraw does. */
function outsideByAsking(): readonly TLShapeId[] {
  const view = editor.getViewportPageBounds()
  const isOutside = (id: TLShapeId) => {
    const box = editor.getShapePageBounds(id)
    return box === undefined || !view.includes(box)
  }
  return [...editor.getCurrentPageShapeIds()].filter(isOutside).toSorted()
}

function fill(): void {
  for (let at = 0; at < BLOCKS; at += 1)
    editor.createShape({ id: block(at), type: 'block', x: at * 400, y: 0, props: { w: 280, h: 160, kind: 'value' } })
  for (let at = 0; at < BLOCKS - 1; at += 1) {
    const [from, to] = [`block${at}`, `block${at + 1}`] as [BlockId, BlockId]
    editor.createShape({ id: link(at), type: 'link', props: { from, to, relation: 'relates' } })
  }
}

const place = record({ x: integer({ min: -3000, max: 3000 }), y: integer({ min: -3000, max: 3000 }) })
const which = integer({ min: 0, max: BLOCKS - 1 })
const steps = array(
  oneof(
    record({ does: constant('look' as const), which, place }),
    record({ does: constant('move' as const), which, place }),
    record({ does: constant('remove' as const), which, place }),
    record({ does: constant('make' as const), which, place }),
    record({ does: constant('frame' as const), which, place }),
  ),
  { maxLength: 12 },
)

test('[CU1] whatever is moved, made, removed or put into frames, the same shapes lie outside as by asking each', () => {
  assert(
    property(steps, (all) => {
      editor.deleteShapes([...editor.getCurrentPageShapeIds()])
      fill()
      for (const { does, which: at, place: to } of all) {
        const id = block(at)
        if (does === 'look') editor.setCamera({ ...to, z: 0.5 })
        else if (does === 'move') editor.updateShape({ id, type: 'block', ...to })
        else if (does === 'remove') editor.deleteShape(id)
        else if (does === 'make' && editor.getShape(id) === undefined)
          editor.createShape({ id, type: 'block', ...to, props: { w: 280, h: 160, kind: 'proof' } })
        else if (does === 'frame' && editor.getShape(id) !== undefined) {
          editor.createShape({ type: 'frame', ...to, props: { w: 600, h: 400 } })
          const frame = editor.getCurrentPageShapes().findLast(({ type }) => type === 'frame')
          if (frame !== undefined) editor.reparentShapes([id], frame.id)
        }
        expect([...editor.getNotVisibleShapes()].toSorted()).toEqual(outsideByAsking())
      }
    }),
    { numRuns: 60 },
  )
})
