/**
 * Links, and cards smaller than one can read, drawn on one canvas: a few hundred elements would take most of every frame.
 * Also those on the screen that have no element yet (`elements.ts`). It lies below every shape.
 *
 * They remain shapes to the editor: what is pointed at, picked and dragged goes by their geometry.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import { atom, react, useEditor, useQuickReactor, type Atom } from 'tldraw'
import { useSession } from '../../session/hooks.ts'
import type { MapSession } from '../../session/map-session.ts'
import { forgetWords } from './far-words.ts'
import { forgetStatements } from './near-words.ts'
import { FarCanvas } from './far-canvas.ts'
import { readColours, type FarColours } from './far-colours.ts'
import { farScene } from './far-scene.ts'

/** Counts whatever the editor does not know of: words, who writes, colours, fonts. */
function watchOutside(session: MapSession, changed: Atom<number>): () => void {
  const note = () => void changed.update((count) => count + 1)
  let { map, peers } = session.getSnapshot()
  const stop = session.subscribe(() => {
    const now = session.getSnapshot()
    const writers = now.peers !== peers && writing(now.peers) !== writing(peers)
    if (now.map !== map || writers) note()
    ;({ map, peers } = now)
  })
  const onFonts = () => {
    forgetWords()
    forgetStatements()
    note()
  }
  const forced = window.matchMedia('(forced-colors: active)')
  document.fonts.addEventListener('loadingdone', onFonts)
  forced.addEventListener('change', note)
  return () => {
    stop()
    document.fonts.removeEventListener('loadingdone', onFonts)
    forced.removeEventListener('change', note)
  }
}

const writing = (peers: ReturnType<MapSession['getSnapshot']>['peers']): string =>
  peers.flatMap(({ writing: block, color }) => (block === null ? [] : [`${block} ${color}`])).join()

export function FarCards() {
  const editor = useEditor()
  const session = useSession()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [changed] = useState(() => atom('outside the editor', 0))
  const colours = useRef<FarColours | null>(null)
  const scene = useMemo(() => farScene(editor, changed), [editor, changed])
  const shown = useRef<FarCanvas | null>(null)
  useEffect(() => watchOutside(session, changed), [session, changed])
  useEffect(
    () => () => {
      shown.current?.close()
      shown.current = null
    },
    [editor, session],
  )
  useEffect(
    () =>
      react('colours', () => {
        editor.user.getIsDarkMode()
        // The page wears its theme a moment after the editor has heard of it.
        colours.current = null
        queueMicrotask(() => void changed.update((count) => count + 1))
      }),
    [editor, changed],
  )
  useQuickReactor(
    'far cards',
    () => {
      colours.current ??= readColours(editor.user.getIsDarkMode())
      if (canvas.current !== null) shown.current ??= new FarCanvas(canvas.current, editor, session)
      shown.current?.show(scene.get(), colours.current)
    },
    [editor, session, scene],
  )
  return (
    <canvas
      ref={canvas}
      className="far-cards"
      aria-hidden="true"
      // Between the backgrounds of shapes, where links are, and the shapes: tldraw numbers them from these on.
      style={{ zIndex: editor.options.maxShapesPerPage * 2 - 1 }}
    />
  )
}
