/**
 * The canvas of an open map: tldraw showing the document, and writing people's gestures back into it. Lazy-loaded; it
 * brings the largest part of the client.
 */
import { useEffect, useState, type CSSProperties } from 'react'
import { react, Tldraw, type Editor } from 'tldraw'
import 'tldraw/tldraw.css'
import './tldraw-theme.css'
import { serverConfig } from '../api/session.ts'
import { useMapSnapshot, useSession } from '../session/hooks.ts'
import type { MapSession } from '../session/map-session.ts'
import { ASSET_URLS, keepFontsFromLoading } from './canvas-assets.ts'
import { openHandle, showFirst, viewOf } from './canvas-handle.ts'
import { copyWithWords } from './copying.ts'
import { beginWithPencil, inkPalette } from './drawing-style.ts'
import { lookAlong } from './following/look-along.ts'
import { GestureLog } from './editor-to-map.ts'
import { COMPONENTS, openStore, OPTIONS, useCanvasUser } from './editor-setup.tsx'
import { hitLinksInFrames } from './links-in-frames.ts'
import { watchRest } from './lod/camera-rest.ts'
import { watchElements } from './lod/elements.ts'
import { announceLaser } from './laser/announce-laser.ts'
import { followDrags } from './live-drag.ts'
import { Projector } from './map-to-editor.ts'
import { takeOutsideContent } from './outside-content.ts'
import { OVERRIDES } from './overrides.ts'
import { announcePointer } from './pointer.ts'
import { quietenRepairs } from './projecting.ts'
import { tieSession } from './session-of.ts'
import { BLOCK_SHAPE_UTILS, onFontsArrived } from './shapes/index.ts'
import { keepAboveLinks } from './stacking-order.ts'
import { MAP_TOOLS } from './tools/index.ts'
import { watchRight } from './watch-right.ts'

inkPalette()
keepFontsFromLoading()
const config = serverConfig()
// Whoever opens the canvas hears of it.
config.catch(() => {})

interface Opened {
  readonly store: ReturnType<typeof openStore>
  readonly projector: Projector
  readonly licenseKey: string | undefined
}

/** What the map holds goes into the store before the editor mounts (see `Projector`). */
function useOpened(session: MapSession): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => {
    let closed = false
    let projector: Projector | null = null
    const open = (licenseKey: string | undefined) => {
      if (closed) return
      const store = openStore()
      projector = new Projector(session, store)
      setOpened({ store, projector, licenseKey })
    }
    // Without an answer the canvas opens all the same, as it does without a key.
    config.then(
      ({ tldrawLicenseKey }) => open(tldrawLicenseKey ?? undefined),
      () => open(undefined),
    )
    return () => {
      closed = true
      projector?.close()
      setOpened(null)
    }
  }, [session])
  return opened
}

/** Ties a mounted editor to the session; returns what unties it. */
function connect(editor: Editor, session: MapSession, projector: Projector): () => void {
  tieSession(editor, session)
  quietenRepairs(editor)
  copyWithWords(editor, session)
  keepAboveLinks(editor)
  hitLinksInFrames(editor)
  takeOutsideContent(editor, session)

  const gestures = new GestureLog(session, editor, projector)
  const finish = () => {
    editor.complete()
    gestures.flush()
  }
  const step = (direction: 'undo' | 'redo') => () => {
    finish()
    session.undo[direction]()
    return editor
  }
  editor.undo = step('undo')
  editor.redo = step('redo')
  projector.follow(editor, gestures.isHeld)
  const handle = openHandle(editor, session, projector, finish)
  session.canvas = handle
  const stops = [
    beginWithPencil(editor),
    onFontsArrived(() => projector.remeasure()),
    followDrags(session, projector),
    watchRight(editor, session),
    announcePointer(editor, session),
    announceLaser(editor, session),
    react('view', () => session.setView(viewOf(editor))),
    () => gestures.close(),
    () => {
      if (session.canvas === handle) session.canvas = null
    },
  ]
  showFirst(editor)
  // Only now is the camera where one looks first.
  stops.push(watchRest(editor), watchElements(editor), lookAlong(editor, session))
  return () => {
    for (const stop of stops) stop()
  }
}

export function Canvas() {
  const session = useSession()
  const opened = useOpened(session)
  const user = useCanvasUser()
  const color = useMapSnapshot(({ me }) => me.color)
  if (opened === null) return null
  const { store, projector, licenseKey } = opened
  return (
    <div className="canvas" style={{ '--mine': `var(--person-${color + 1})` } as CSSProperties}>
      <Tldraw
        store={store}
        user={user}
        shapeUtils={BLOCK_SHAPE_UTILS}
        tools={MAP_TOOLS}
        components={COMPONENTS}
        overrides={OVERRIDES}
        options={OPTIONS}
        assetUrls={ASSET_URLS}
        {...(licenseKey !== undefined && { licenseKey })}
        onMount={(editor) => connect(editor, session, projector)}
      />
    </div>
  )
}
