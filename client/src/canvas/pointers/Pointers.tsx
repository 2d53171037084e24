/**
 * Where the others point, on one canvas over the map: two hundred pointers as elements took a third of a core. Drawn
 * only while something moves, the camera included; nothing here goes through React.
 */
import { useEffect, useRef } from 'react'
import { react, useEditor, type Editor } from 'tldraw'
import { useSession } from '../../session/hooks.ts'
import type { MapSession } from '../../session/map-session.ts'
import { readColours } from '../lod/far-colours.ts'
import { prefersStill } from '../prefers-still.ts'
import { layerOf, placeOnScreen } from '../screen-canvas.ts'
import { Crowd } from './crowd.ts'
import { Stamps } from './stamps.ts'

/** So many move thirty times a second: that many ways cannot be followed closer, and it halves what they cost. */
const CROWD = 40
const CROWD_EVERY_MS = 24
/** Screen pixels around one's own pointer: two hundred names would hide the map, so of a crowd one asks by going near. */
const NAMED_WITHIN = 160

function stampsFor(editor: Editor, canvas: HTMLCanvasElement): Stamps {
  const { people, sans } = readColours(editor.user.getIsDarkMode())
  const paper = getComputedStyle(canvas).getPropertyValue('--paper')
  return new Stamps({ people, sans, paper, ratio: editor.getInstanceState().devicePixelRatio })
}

function draw(canvas: HTMLCanvasElement, editor: Editor, crowd: Crowd, stamps: Stamps, now: number): void {
  const seen = crowd.seen(now)
  canvas.style.display = seen.length === 0 ? 'none' : 'block'
  const pen = seen.length === 0 ? null : canvas.getContext('2d')
  if (pen === null) return
  const ratio = editor.getInstanceState().devicePixelRatio
  const layer = layerOf(editor)
  placeOnScreen(canvas, editor, ratio, layer)
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.clearRect(0, 0, canvas.width, canvas.height)
  const mine = editor.inputs.currentScreenPoint
  for (const { x, y, color, name } of seen) {
    const [left, top] = [(x + layer.x) * layer.z, (y + layer.y) * layer.z]
    const isNamed = seen.length <= CROWD || Math.hypot(left - mine.x, top - mine.y) < NAMED_WITHIN
    const marks = name === null || !isNamed ? [stamps.arrow(color)] : [stamps.arrow(color), stamps.name(color, name)]
    for (const mark of marks) pen.drawImage(mark.picture, left + mark.x, top + mark.y, mark.w, mark.h)
  }
}

/** Follows the session and the camera until it is called off. */
function follow(canvas: HTMLCanvasElement, editor: Editor, session: MapSession): () => void {
  const crowd = new Crowd()
  let stamps: Stamps | null = null
  let frame: number | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let { peers } = session.getSnapshot()
  let drawn = 0
  const want = (): void => {
    frame ??= requestAnimationFrame(() => {
      frame = null
      drawn = performance.now()
      stamps ??= stampsFor(editor, canvas)
      draw(canvas, editor, crowd, stamps, drawn)
      const next = crowd.nextChange(drawn)
      if (next <= drawn) wantNext()
      else if (Number.isFinite(next)) wantIn(next - drawn)
    })
  }
  const wantIn = (ms: number): void => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(want, ms)
  }
  const wantNext = (): void => {
    const rest = crowd.size > CROWD ? drawn + CROWD_EVERY_MS - performance.now() : 0
    if (rest > 0) wantIn(rest)
    else want()
  }
  crowd.update(peers, performance.now(), prefersStill())
  const stopPeers = session.subscribe(() => {
    const now = session.getSnapshot().peers
    if (now === peers) return
    peers = now
    crowd.update(peers, performance.now(), prefersStill())
    wantNext()
  })
  const stopCamera = react('pointers', () => {
    editor.getCamera()
    editor.getViewportScreenBounds()
    want()
  })
  const stopLook = react('look of pointers', () => {
    editor.user.getIsDarkMode()
    void editor.getInstanceState().devicePixelRatio
    // The page wears its theme a moment after the editor has heard of it.
    stamps = null
    want()
  })
  const forget = () => {
    stamps = null
    want()
  }
  document.fonts.addEventListener('loadingdone', forget)
  return () => {
    for (const stop of [stopPeers, stopCamera, stopLook]) stop()
    document.fonts.removeEventListener('loadingdone', forget)
    if (frame !== null) cancelAnimationFrame(frame)
    if (timer !== null) clearTimeout(timer)
  }
}

export function Pointers() {
  const editor = useEditor()
  const session = useSession()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => (canvas.current === null ? undefined : follow(canvas.current, editor, session)), [editor, session])
  return <canvas ref={canvas} className="canvas-peer-pointers" />
}
