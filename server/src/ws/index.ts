export { createSyncServer, type SyncServer } from './upgrade.ts'
export { Connections } from './connections.ts'
