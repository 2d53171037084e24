export { createSyncServer, type SyncServer } from './upgrade.ts'
export { Connections } from './connections.ts'
export type { CanvasLock, CanvasLocks } from './canvas-lock.ts'
