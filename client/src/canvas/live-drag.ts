/**
 * Blocks that others are dragging, eased towards what they announce thirty times a second, so that they glide instead
 * of jumping. Nothing of it is written anywhere.
 */
import type { BlockId, Frame } from '@throughline/shared/schema'
import type { MapSession } from '../session/map-session.ts'
import type { Peer } from '../session/presence.ts'
import type { Projector } from './map-to-editor.ts'
import { prefersStill } from './prefers-still.ts'

/** After this long a block has come two thirds of the way. */
const SMOOTHING_MS = 80 / 3

/** How far a value comes towards its target in so many ms; the whole way when it is nearly there. */
export function ease(from: number, to: number, elapsedMs: number): number {
  const rest = (to - from) * Math.exp(-elapsedMs / SMOOTHING_MS)
  return Math.abs(rest) < 0.25 ? to : to - rest
}

function targetsOf(peers: readonly Peer[]): ReadonlyMap<BlockId, Frame> {
  return new Map(peers.flatMap(({ moving }) => moving.map(([id, x, y, w, h]) => [id, { x, y, w, h }] as const)))
}

function eased(from: Frame, to: Frame, elapsedMs: number): Frame {
  const step = (key: keyof Frame) => ease(from[key], to[key], elapsedMs)
  return { x: step('x'), y: step('y'), w: step('w'), h: step('h') }
}

/** Follows the peers until it is called off. */
export function followDrags(session: MapSession, projector: Projector): () => void {
  let shown = new Map<BlockId, Frame>()
  let peers: readonly Peer[] = []
  let frame: number | null = null
  let last = 0

  const step = (now: number): void => {
    frame = null
    const elapsed = Math.min(100, now - last)
    last = now
    const targets = targetsOf(peers)
    const next = new Map<BlockId, Frame>()
    for (const [id, target] of targets) {
      const from = shown.get(id) ?? projector.pageFrame(id)
      if (from !== null) next.set(id, prefersStill() ? target : eased(from, target, elapsed))
    }
    const arrived = [...next].every(([id, at]) => JSON.stringify(at) === JSON.stringify(targets.get(id)))
    shown = next
    projector.move(next)
    if (!arrived) run()
  }
  const run = (): void => {
    frame ??= requestAnimationFrame(step)
  }
  const stop = session.subscribe(() => {
    const now = session.getSnapshot().peers
    if (now === peers) return
    peers = now
    if (frame !== null || (shown.size === 0 && targetsOf(peers).size === 0)) return
    last = performance.now()
    run()
  })
  return () => {
    stop()
    if (frame !== null) cancelAnimationFrame(frame)
  }
}
