export type { Branded } from './branded.ts'
export { type Result, ok, refused } from './result.ts'
export { invariant, unreachable } from './assert.ts'
export { remembering } from './remembering.ts'
