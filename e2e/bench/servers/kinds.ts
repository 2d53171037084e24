/** Ours and the two that others would take, each as its makers ship it. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { makeMap } from '../../world/api.ts'
import { freePort } from '../../world/free-port.ts'
import { hocuspocusDialect, yWebsocketDialect } from '../wire/dialect.ts'
import { startServer, type Kind, type Place } from './server.ts'

const require = createRequire(import.meta.url)

let places = 0
const nextName = () => `place-${(places += 1)}`

async function makeOurPlace(port: number): Promise<Place> {
  const { id, keys } = await makeMap(`http://127.0.0.1:${port}`)
  return { path: `/sync/${id}/canvas?key=${keys.editor}&app=1`, document: `${id}/canvas` }
}

const throughline: Kind = {
  name: 'Throughline',
  dialect: yWebsocketDialect,
  givesReceipts: true,
  start: () =>
    startServer({
      // As `pnpm start` does.
      script: ['--max-semi-space-size=4', 'server/src/main.ts'],
      listening: /listening on http:\/\/127\.0\.0\.1:(\d+)/,
      env: async (DATA_DIR) => ({ DATA_DIR, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' }),
      makePlace: makeOurPlace,
    }),
}

const hocuspocus: Kind = {
  name: 'Hocuspocus 4.7 + SQLite',
  dialect: hocuspocusDialect,
  givesReceipts: false,
  start: () =>
    startServer({
      script: ['e2e/bench/servers/hocuspocus-process.ts'],
      listening: /listening on port (\d+)/,
      env: async (dataDir) => ({ PORT: String(await freePort()), FILE: join(dataDir, 'hocuspocus.db') }),
      makePlace: async () => ({ path: '/', document: nextName() }),
    }),
}

function yWebsocket(name: string, persist: boolean): Kind {
  const server = join(dirname(require.resolve('@y/websocket-server/package.json')), 'src', 'server.js')
  return {
    name,
    dialect: yWebsocketDialect,
    givesReceipts: false,
    start: () =>
      startServer({
        script: [server],
        listening: /running at .* on port (\d+)/,
        env: async (dataDir) => ({
          PORT: String(await freePort()),
          HOST: '127.0.0.1',
          ...(persist ? { YPERSISTENCE: dataDir } : {}),
        }),
        makePlace: async () => {
          const document = nextName()
          return { path: `/${document}`, document }
        },
      }),
  }
}

/** No server of documents: what three sockets cost whoever uses `ws`. */
const bare: Kind = {
  name: 'bare ws, no documents',
  dialect: yWebsocketDialect,
  givesReceipts: false,
  start: () =>
    startServer({
      script: ['e2e/bench/servers/bare-process.ts'],
      listening: /listening on port (\d+)/,
      env: async () => ({ PORT: String(await freePort()) }),
      makePlace: async () => ({ path: `/${nextName()}`, document: '' }),
    }),
}

/** `persistent` are those that can be asked for a document after a restart. */
export const KINDS = {
  live: [throughline, hocuspocus, yWebsocket('@y/websocket-server 0.1.1 (memory)', false)],
  bare,
  persistent: [throughline, hocuspocus, yWebsocket('@y/websocket-server 0.1.1 + y-leveldb', true)],
} as const satisfies Record<string, Kind | readonly Kind[]>
