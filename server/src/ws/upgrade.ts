/**
 * From an HTTP upgrade to a connection in a room.
 *
 * Refused in plain HTTP: what is no proper upgrade (400), a foreign `Origin` (403), too many (429). Everything else is
 * accepted first and then closed with a code, because browsers hide an HTTP status from the page.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { DOCUMENTS, laneFor, type DocumentName } from '@throughline/shared/access'
import { AppError, asAppError, ERROR_KINDS } from '@throughline/shared/errors'
import { problemType } from '@throughline/shared/protocol'
import { isId, LIMITS, type MapId } from '@throughline/shared/schema'
import { isForeignPage, isOwnOrigin, readShown, type Access, type Caller } from '../access/index.ts'
import type { Visits } from '../changes/index.ts'
import type { Clock } from '../clock.ts'
import { describeError, type Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Rooms } from '../rooms/index.ts'
import { docName, type MapStore } from '../stores/index.ts'
import type { CanvasLocks } from './canvas-lock.ts'
import { closeRefused, Connection } from './connection.ts'
import type { Connections } from './connections.ts'

export interface SyncParts {
  readonly access: Access
  readonly maps: MapStore
  readonly rooms: Rooms
  readonly connections: Connections
  readonly visits: Visits
  readonly locks: CanvasLocks
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly publicUrl: string | null
  /** The caller's own address, behind a proxy too. */
  readonly addressOf: (request: IncomingMessage) => string
}

interface Target {
  readonly map: MapId
  readonly document: DocumentName
  readonly query: URLSearchParams
}

export interface SyncServer {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Cuts whoever has not answered a close. */
  terminate(): void
}

/** `ws` answers oversize with 1009, which y-websocket takes for "come back" and sends it again; ours must come first. */
const ROOM_FOR_OUR_OWN_LIMIT = 2

export function createSyncServer(parts: SyncParts): SyncServer {
  const options = { noServer: true, perMessageDeflate: false, clientTracking: false } as const
  const forWriters = new WebSocketServer({ ...options, maxPayload: ROOM_FOR_OUR_OWN_LIMIT * LIMITS.documentBytes })
  const forOthers = new WebSocketServer({ ...options, maxPayload: ROOM_FOR_OUR_OWN_LIMIT * LIMITS.updateFrameBytes })
  for (const server of [forWriters, forOthers])
    server.on('wsClientError', (_error, socket) =>
      refuseUpgrade(socket, new AppError('bad-request', 'This is no proper WebSocket handshake.')),
    )
  // For what is no proper handshake this never resolves, and nothing waits for it.
  const accept = (server: WebSocketServer, request: IncomingMessage, socket: Duplex, head: Buffer) =>
    new Promise<WebSocket>((resolve) => server.handleUpgrade(request, socket, head, resolve))

  async function admit(target: Target | null, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    let caller: Caller
    try {
      if (target === null) throw new AppError('unknown-map', 'There is no such document.')
      caller = await identify(parts, target, request)
    } catch (error) {
      if (error instanceof HttpOnly) refuseUpgrade(socket, error.problem)
      else closeRefused(await accept(forOthers, request, socket, head), error)
      return
    }
    const writes = laneFor(caller.role, target.document) === 'write'
    const ws = await accept(writes ? forWriters : forOthers, request, socket, head)
    const connection = connect(parts, ws, socket, caller, target, request)
    try {
      const [room] = await Promise.all([
        parts.rooms.open(docName(target.map, target.document)),
        // Known before anything that it sends is looked at.
        writes && parts.locks.withLock(target.map, (lock) => connection.lock(lock)),
      ])
      connection.enter(room)
    } catch (error) {
      const known = asAppError(error)
      if (known.kind === 'unexpected')
        parts.log.error('document not opened', { map: target.map, ...describeError(error) })
      connection.refuse(known)
    }
  }

  const sockets = new Set<Duplex>()
  return {
    terminate() {
      for (const socket of sockets) socket.destroy()
    },
    upgrade(request, socket, head) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      // Nobody else listens on a raw socket: an error on one would end the process.
      socket.on('error', (error) => parts.log.debug('socket error', describeError(error)))
      const early = refusalBeforeHandshake(parts, request)
      if (early !== null) {
        refuseUpgrade(socket, early)
        return
      }
      admit(readTarget(request), request, socket, head).catch((error: unknown) => {
        parts.log.error('upgrade failed', describeError(error))
        socket.destroy()
      })
    },
  }
}

function connect(
  { clock, log, metrics, connections, visits, addressOf }: SyncParts,
  ws: WebSocket,
  socket: Duplex,
  caller: Caller,
  { document, query }: Target,
  request: IncomingMessage,
): Connection {
  const connection = new Connection({
    ws,
    socket,
    caller,
    document,
    app: query.get('app') === '1',
    address: addressOf(request),
    clock,
    log,
    metrics,
    onClose(closed) {
      connections.remove(closed)
      visits.went(closed.map, closed.person)
    },
  })
  connections.add(connection)
  visits.came(connection.map, connection.person)
  return connection
}

/** A refusal that is given in plain HTTP although the caller is known by then. */
class HttpOnly extends Error {
  readonly problem: AppError

  constructor(problem: AppError) {
    super(problem.message)
    this.problem = problem
  }
}

async function identify(parts: SyncParts, target: Target, request: IncomingMessage): Promise<Caller> {
  const shown = readShown(request, target.map, target.query)
  if (shown.secret?.by === 'session' && !isOwnOrigin(request, parts.publicUrl))
    throw new HttpOnly(new AppError('not-allowed', 'This page may not use the cookie of this server.'))
  const caller = await parts.access.identify(target.map, shown)
  if (laneFor(caller.role, target.document) === 'none')
    throw new AppError('not-allowed', 'This key opens the brief and nothing else.')
  await refuseOtherEpoch(parts.maps, target)
  if (parts.connections.ofMap(target.map) >= LIMITS.connectionsPerMap)
    throw new HttpOnly(new AppError('slow-down', 'Too many people are in this map.'))
  return caller
}

/** Whoever comes with words of another life of the map would merge them; one that names no epoch has nothing to bring. */
async function refuseOtherEpoch(maps: MapStore, { map, query }: Target): Promise<void> {
  const epoch = query.get('epoch')
  if (epoch === null || epoch === (await maps.get(map))?.epoch) return
  throw new AppError('other-epoch', 'This map has been put back to an earlier state; open it anew.')
}

function refusalBeforeHandshake(parts: SyncParts, request: IncomingMessage): AppError | null {
  if (!pathOf(request)?.startsWith('/sync/')) return new AppError('bad-request', 'WebSockets live under /sync/.')
  if (isForeignPage(request, parts.publicUrl)) return new AppError('not-allowed', 'This page may not connect here.')
  if (parts.connections.ofAddress(parts.addressOf(request)) >= LIMITS.connectionsPerAddress)
    return new AppError('slow-down', 'Too many connections from this address.')
  return null
}

function pathOf(request: IncomingMessage): string | null {
  try {
    return decodeURIComponent(new URL(request.url ?? '', 'http://host').pathname)
  } catch {
    return null
  }
}

function readTarget(request: IncomingMessage): Target | null {
  const [, map, name, ...rest] = (pathOf(request) ?? '').split('/').filter((part) => part !== '')
  const document = DOCUMENTS.find((one) => one === name)
  if (!isId(map) || document === undefined || rest.length > 0) return null
  return { map: map as MapId, document, query: new URL(request.url ?? '', 'http://host').searchParams }
}

function refuseUpgrade(socket: Duplex, { kind, message }: AppError): void {
  const { http: status, title } = ERROR_KINDS[kind]
  const body = JSON.stringify({ type: problemType(kind), title, status, detail: message, kind })
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Connection: close',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(status === 429 ? ['Retry-After: 5'] : []),
  ]
  // Whoever keeps their half open would keep the socket.
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
