/**
 * Links, and cards smaller than one can read, drawn on one canvas: a few hundred elements would take most of every frame.
 * Also those on the screen that have no element yet (`elements.ts`). It lies below every shape.
 *
 * They remain shapes to the editor: what is pointed at, picked and dragged goes by their geometry.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import { atom, react, useEditor, useQuickReactor } from 'tldraw'
import { useSession } from '../../session/hooks.ts'
import type { MapSession } from '../../session/map-session.ts'
import { forgetWords } from './far-words.ts'
import { forgetStatements } from './near-words.ts'
import { FarCanvas } from './far-canvas.ts'
import { readColours, type FarColours } from './far-colours.ts'
import { farScene, type Outside } from './far-scene.ts'

function watchOutside(session: MapSession, { changed, renewed }: Outside): () => void {
  const note = (): void => void changed.update((count) => count + 1)
  const renew = (): void => void renewed.update((count) => count + 1)
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
    renew()
  }
  const forced = window.matchMedia('(forced-colors: active)')
  document.fonts.addEventListener('loadingdone', onFonts)
  forced.addEventListener('change', renew)
  return () => {
    stop()
    document.fonts.removeEventListener('loadingdone', onFonts)
    forced.removeEventListener('change', renew)
  }
}

const writing = (peers: ReturnType<MapSession['getSnapshot']>['peers']): string =>
  peers.flatMap(({ writing: block, color }) => (block === null ? [] : [`${block} ${color}`])).join()

export function FarCards() {
  const editor = useEditor()
  const session = useSession()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [outside] = useState<Outside>(() => ({ changed: atom('words changed', 0), renewed: atom('looks renewed', 0) }))
  const colours = useRef<FarColours | null>(null)
  const scene = useMemo(() => farScene(editor, session, outside), [editor, session, outside])
  const shown = useRef<FarCanvas | null>(null)
  useEffect(() => watchOutside(session, outside), [session, outside])
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
        queueMicrotask(() => void outside.renewed.update((count) => count + 1))
      }),
    [editor, outside],
  )
  useQuickReactor(
    'far cards',
    () => {
      colours.current ??= readColours(editor.user.getIsDarkMode())
      if (canvas.current !== null) shown.current ??= new FarCanvas(canvas.current, editor)
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
