export { agreedNow } from './agreed.ts'
export { changesSince, type ChangesParts } from './changes.ts'
export { Touches, FLUSH_MS } from './touches.ts'
export { Visits, RELOAD_MS } from './visits.ts'
