/**
 * One's own screen goes along with somebody else's, and others' with one's own (`session/following.ts`). A screen of
 * another form shows all of theirs, and more beside it.
 */
import type { Frame } from '@throughline/shared/schema'
import { react, type Editor } from 'tldraw'
import { followingOf } from '../../session/following.ts'
import type { MapSession } from '../../session/map-session.ts'
import { prefersStill } from '../prefers-still.ts'

/** After this long the camera has come two thirds of the way; movements arrive thirty times a second at most. */
const SMOOTHING_MS = 90
/** Nearer than this, in screen pixels, it is there. */
const THERE = 0.5

interface Camera {
  readonly x: number
  readonly y: number
  readonly z: number
}

interface Size {
  readonly w: number
  readonly h: number
}

/** Where a camera stands that shows all of `frame`, in the middle of the screen. */
export function cameraOn({ x, y, w, h }: Frame, screen: Size): Camera {
  const z = Math.min(screen.w / w, screen.h / h)
  return { x: (screen.w / z - w) / 2 - x, y: (screen.h / z - h) / 2 - y, z }
}

/** On the way from one to the other after so many ms: the middle of the screen goes straight, the zoom by its logarithm. */
export function between(from: Camera, to: Camera, screen: Size, elapsedMs: number): Camera {
  const part = 1 - Math.exp(-elapsedMs / SMOOTHING_MS)
  const z = from.z * (to.z / from.z) ** part
  const middle = ({ x, y, z: zoom }: Camera) => [screen.w / 2 / zoom - x, screen.h / 2 / zoom - y] as const
  const [[fromX, fromY], [toX, toY]] = [middle(from), middle(to)]
  const next = {
    x: screen.w / 2 / z - (fromX + (toX - fromX) * part),
    y: screen.h / 2 / z - (fromY + (toY - fromY) * part),
    z,
  }
  return isThere(next, to) ? to : next
}

/** Between two frames, in ms, as far as the camera goes for it; the first of a movement counts as one of sixty a second. */
const [FRAME_MS, LONGEST_MS] = [16, 100]

/**
 * How long to move for in a frame that is dated `now`. A frame bears the time at which it was due, which on a busy machine
 * is before the end of the one that asked for it: never nothing and never backwards, or the camera would stay where it is.
 */
export const sinceLast = (last: number | null, now: number): number =>
  last === null ? FRAME_MS : Math.min(LONGEST_MS, Math.max(1, now - last))

const isThere = (at: Camera, to: Camera): boolean =>
  Math.abs(at.x - to.x) * to.z < THERE && Math.abs(at.y - to.y) * to.z < THERE && Math.abs(at.z / to.z - 1) < 0.001

/** Call what it returns to end it. */
export function lookAlong(editor: Editor, session: MapSession): () => void {
  const watch = followingOf(session)
  let frame: number | null = null
  /** When the frame before was due; null at the beginning of a movement. */
  let last: number | null = null
  /** Where this has put the camera: anywhere else it was moved by whoever sits here. */
  let placed: Camera | null = null

  const step = (now: number): void => {
    frame = null
    const { target } = watch
    if (target === null) {
      last = null
      return
    }
    const elapsed = sinceLast(last, now)
    const screen = editor.getViewportScreenBounds()
    const goal = cameraOn(target, screen)
    const at = pick(editor.getCamera())
    const next = prefersStill() ? goal : between(at, goal, screen, elapsed)
    placed = next
    editor.setCamera(next, { immediate: true })
    // tldraw keeps zoom within bounds of its own.
    placed = pick(editor.getCamera())
    const goesOn = !isThere(placed, goal) && !isSame(at, placed)
    last = goesOn ? now : null
    if (goesOn) run()
  }
  const run = (): void => {
    frame ??= requestAnimationFrame(step)
  }
  const stopFollowing = watch.subscribe(() => {
    if (watch.getSnapshot().is !== 'following') placed = null
    else if (watch.target !== null) run()
  })
  const stopPeers = session.subscribe(() => {
    if (watch.target !== null) run()
  })
  const stopCamera = react('own look', () => {
    const at = pick(editor.getCamera())
    if (placed === null || isSame(at, placed)) return
    // Not in the middle of what has moved it; by then it may have been this.
    queueMicrotask(() => {
      if (placed !== null && !isSame(at, placed)) watch.lookAway()
    })
  })
  const stopScreen = react('screen that looks along', () => {
    editor.getViewportScreenBounds()
    if (watch.getSnapshot().is === 'following') run()
  })
  const stopTelling = tellWhereILook(editor, session)
  if (watch.target !== null) run()
  return () => {
    for (const stop of [stopFollowing, stopPeers, stopCamera, stopScreen, stopTelling]) stop()
    if (frame !== null) cancelAnimationFrame(frame)
  }
}

const isSame = (one: Camera, other: Camera): boolean => one.x === other.x && one.y === other.y && one.z === other.z

function pick({ x, y, z }: Camera): Camera {
  return { x, y, z }
}

/** While somebody looks along, and at no other time. */
function tellWhereILook(editor: Editor, session: MapSession): () => void {
  const watch = followingOf(session)
  let stop: (() => void) | null = null
  const settle = (): void => {
    const { watched } = watch.getSnapshot()
    if (watched === (stop !== null)) return
    if (watched) {
      stop = react('where I look', () => {
        const { x, y, w, h } = editor.getViewportPageBounds()
        const looking = { x: Math.round(x), y: Math.round(y), w: Math.ceil(w), h: Math.ceil(h) }
        session.announce({ looking })
      })
      return
    }
    stop?.()
    stop = null
    session.announce({ looking: null })
  }
  settle()
  const unwatch = watch.subscribe(settle)
  return () => {
    unwatch()
    stop?.()
  }
}
