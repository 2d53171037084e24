/**
 * The first number of every frame on `/sync/<mapId>/<document>`, and the second of sync frames (varUints, lib0).
 * 0–3 are y-websocket's; ours start at 100 and go only to a client that asked with `?app=1`, because a stock client
 * complains about every type it does not know.
 */
export const FRAME = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Server to client: one varUint, how many sync frames 0/1 and 0/2 of this connection are on disk by now. */
  receipt: 101,
  /** Server to client: a varUint count, then for each awareness id a varUint id, a varString person and a varString role. */
  people: 102,
  /**
   * Both ways: client to server one varUint of its choosing, server to client the same number, at once. A line can be
   * dead while both ends think it open, and browsers let no page send a ping; no answer within seconds says so.
   */
  probe: 103,
  /**
   * Server to client, on the canvas, to those whose key lets them edit: a varUint, 1 while the canvas is locked for this
   * person and its edits wait, else 0; then a varString, who has locked it, `''` where a stage of a workshop does.
   */
  lock: 104,
} as const

export const SYNC = {
  /** A state vector: "what do you have beyond this?" */
  step1: 0,
  /** The answer to a step 1. */
  step2: 1,
  update: 2,
} as const
