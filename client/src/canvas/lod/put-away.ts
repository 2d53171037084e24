/** A hook for what stands for a shape: while another drawing stands for it, its element takes no part in the page. */
import type { RefObject } from 'react'
import { useEditor, useQuickReactor, type TLShapeId } from 'tldraw'
import { elementsOf } from './elements.ts'

export function usePutAway(id: TLShapeId, inside: RefObject<Element | null>): void {
  const editor = useEditor()
  useQuickReactor(
    'put away',
    () => {
      const isShown = elementsOf(editor).isShown(id)
      inside.current?.closest('.tl-shape')?.toggleAttribute('data-away', !isShown)
    },
    [editor, id, inside],
  )
}
