/** Writes the level of detail on the editor's container: CSS does the rest, and no component knows the zoom. */
import { react, type Editor } from 'tldraw'
import { lodAt, stepBelow, tinyLines, type Lod } from './lod-level.ts'
import './lod.css'

/** Returns what ends it. */
export function watchLod(editor: Editor): () => void {
  const container = editor.getContainer()
  let lod: Lod | null = null
  let step = 0
  return react('level of detail', () => {
    const zoom = editor.getZoomLevel()
    const next = lodAt(zoom, lod)
    if (next.level !== lod?.level) container.dataset['lod'] = String(next.level)
    if (next.footers !== lod?.footers) container.dataset['footers'] = String(next.footers)
    if (next.signs !== lod?.signs) container.dataset['signs'] = String(next.signs)
    if (next.labels !== lod?.labels) container.dataset['labels'] = String(next.labels)
    lod = next
    const nextStep = next.level === 0 ? 1 : stepBelow(zoom)
    if (nextStep === step) return
    step = nextStep
    const { card, proof } = tinyLines(step)
    container.style.setProperty('--lod-scale', String(1 / step))
    container.style.setProperty('--tiny-lines', String(card))
    container.style.setProperty('--tiny-lines-proof', String(proof))
  })
}
