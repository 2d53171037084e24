/** Wires the given parts into a server and starts nothing: main.ts and tests decide when and where it listens. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Express } from 'express'
import { AppError } from '@throughline/shared/errors'
import { LIMITS, type EpochMs, type MapId } from '@throughline/shared/schema'
import { Access } from './access/index.ts'
import { Touches, Visits } from './changes/index.ts'
import { createBriefPrinter } from './brief/printer.ts'
import type { Clock } from './clock.ts'
import { inTurn } from './http/in-turn.ts'
import { createRoutes } from './http/routes.ts'
import type { Log } from './log.ts'
import { keepClearing } from './maps/index.ts'
import { Metrics } from './metrics.ts'
import { createPost, Digests, Webhooks, type DigestTime, type Mailer, type Networks } from './notify/index.ts'
import { Rooms } from './rooms/index.ts'
import { docName, partsOfDocName, type Stores } from './stores/index.ts'
import { Versions } from './versions/index.ts'
import { Workshops } from './workshop/index.ts'
import { Connections, createSyncServer } from './ws/index.ts'
import { answerUnreadable } from './http/unreadable.ts'

export interface AppDeps {
  readonly stores: Stores
  readonly clock: Clock
  readonly log: Log
  readonly publicUrl: string | null
  readonly adminKey: string | null
  readonly tldrawLicenseKey: string | null
  readonly trustProxy: boolean | number | string | null
  /** Where webhooks may lead. */
  readonly webhookNetworks: Networks
  /** Null when no mail is sent; then there is no daily one. */
  readonly mailer: Mailer | null
  readonly digestAt: DigestTime
  readonly clientDir: string
  readonly version: string
}

export interface App {
  readonly server: Server
  /** Everything to disk, everybody sent away to come back. The stores stay open: whoever opened them closes them. */
  close(): Promise<void>
}

/** How often Node looks for requests that take too long to arrive. */
const LATE_SWEEP_MS = 5_000
/** Until the process that prints briefs is begun: soon, but not while the server has itself to begin. */
const PRINTER_AHEAD_MS = 2_000
/** How long a polite good-bye may take before sockets are cut. */
const GOODBYE_MS = 3_000

export function createApp(deps: AppDeps): App {
  const { stores, clock, log } = deps
  const metrics = new Metrics()
  const connections = new Connections(clock)
  const rooms: Rooms = new Rooms({
    docs: stores.docs,
    maps: stores.maps,
    clock,
    log,
    metrics,
    onEdited(edited) {
      const { map, document } = partsOfDocName(edited.name)
      if (document !== 'canvas') return
      history.versions.edited(map, edited)
      history.touches.touched(map, edited.touched)
      workshops.edited(map)
    },
  })
  const history: History = keepHistory(deps, rooms)
  const { versions, touches, visits, webhooks, digests } = history
  const workshops = keepWorkshops(deps, rooms, versions, connections)
  const access = new Access({ keys: stores.keys, people: stores.people, clock })
  const kept = [versions, webhooks, digests]
  const stopClearing = keepClearing({ rooms, maps: stores.maps, kept, touches, clock, log })
  const printer = createBriefPrinter({ log, aheadMs: PRINTER_AHEAD_MS })
  const routes = createRoutes({ ...deps, ...history, rooms, workshops, connections, access, printer, metrics })
  const sync = createSyncServer({
    access,
    maps: stores.maps,
    rooms,
    connections,
    visits,
    locks: workshops,
    clock,
    log,
    metrics,
    publicUrl: deps.publicUrl,
    addressOf: (request) => addressOf(routes, request),
  })
  const server = createServer(
    {
      maxHeaderSize: LIMITS.headerBytes,
      headersTimeout: LIMITS.headersMs,
      requestTimeout: LIMITS.requestMs,
      connectionsCheckingInterval: LATE_SWEEP_MS,
      shouldUpgradeCallback: wantsSocket,
    },
    inTurn(routes),
  )
  void webhooks.start()
  digests.start()
  server.on('clientError', answerUnreadable)
  server.on('upgrade', (request, socket, head) => sync.upgrade(request, socket, head))
  return {
    server,
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      server.closeIdleConnections()
      stopClearing()
      const why = new AppError('restarting', 'The server is restarting; come back.')
      webhooks.close()
      workshops.close()
      // At once: each may take its two seconds, and all of a stop has nine.
      await Promise.all([versions.close(), digests.close()])
      await rooms.close(why)
      connections.refuseWhere(() => true, why)
      const cut = setTimeout(() => server.closeAllConnections(), GOODBYE_MS)
      const cutSockets = setTimeout(() => sync.terminate(), GOODBYE_MS)
      await printer.close()
      await touches.flush()
      await closed
      clearTimeout(cut)
      clearTimeout(cutSockets)
      connections.stop()
      metrics.close()
    },
  }
}

function keepWorkshops(deps: AppDeps, rooms: Rooms, versions: Versions, connections: Connections): Workshops {
  const { stores, clock, log } = deps
  const { workshops: store, people, keys } = stores
  return new Workshops({ store, people, keys, rooms, versions, connections, clock, log })
}

interface History {
  readonly versions: Versions
  readonly touches: Touches
  readonly visits: Visits
  readonly webhooks: Webhooks
  readonly digests: Digests
}

/** What is remembered of a map's past, and who is told of it. */
function keepHistory(deps: AppDeps, rooms: Rooms): History {
  const { stores, clock, log, publicUrl, webhookNetworks: networks, mailer, digestAt } = deps
  const read = (map: MapId) => rooms.use(docName(map, 'canvas'), async (room) => room.read().map)
  const parts = { store: stores.changes, clock, log }
  const versions: Versions = new Versions({
    store: stores.versions,
    visits: stores.changes,
    people: stores.people,
    rooms,
    clock,
    log,
    async onRest(map, as, by) {
      await webhooks.rested(map, as, by)
      await digests.rested(map, by)
    },
  })
  const webhooks: Webhooks = new Webhooks({
    store: stores.webhooks,
    maps: stores.maps,
    read,
    stir: (map) => versions.edited(map, { people: new Set(), touched: new Map(), before: null }),
    post: createPost({ networks }),
    networks,
    clock,
    log,
    publicUrl,
  })
  const { maps, keys, digests: store } = stores
  const digests: Digests = new Digests({ store, maps, keys, read, mailer, at: digestAt, publicUrl, clock, log })
  const onLeft = (map: MapId, at: EpochMs, kept: Promise<void>) => versions.left(map, at, kept)
  return { versions, touches: new Touches(parts), visits: new Visits({ ...parts, onLeft }), webhooks, digests }
}

/** Some HTTP clients offer HTTP/2 with every first request; what we do not speak is to be overlooked (RFC 9110 7.8). */
function wantsSocket({ url, headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket' || url?.startsWith('/sync/') === true
}

/** As Express sees it, so that `TRUST_PROXY` counts for sockets too. */
function addressOf(routes: Express, request: IncomingMessage): string {
  const trust = routes.get('trust proxy fn') as (address: string, hop: number) => boolean
  const own = request.socket.remoteAddress ?? ''
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  // From the nearest hop outwards, as long as each can be trusted to name the one before it.
  let address = own
  for (const [hop, next] of forwarded.toReversed().entries()) {
    if (!trust(address, hop)) break
    address = next
  }
  return address
}
