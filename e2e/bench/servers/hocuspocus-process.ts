/**
 * Hocuspocus with its database extension over SQLite. Its own SQLite extension is the same two statements on a library
 * that has to be compiled or fetched from outside the registry; Node's own SQLite takes its place.
 */
import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'

const { PORT = '', FILE = '' } = process.env
const db = new DatabaseSync(FILE)
db.exec('CREATE TABLE IF NOT EXISTS documents (name VARCHAR(255) NOT NULL, data BLOB NOT NULL, UNIQUE(name))')
const read = db.prepare('SELECT data FROM documents WHERE name = ? ORDER BY rowid DESC')
const write = db.prepare(
  'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data',
)

const server = new Server({
  port: Number(PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => {
        const data = read.get(documentName)?.['data']
        return data instanceof Uint8Array ? data : null
      },
      store: async ({ documentName, state }) => void write.run(documentName, state),
    }),
  ],
})
await server.listen()
console.log(`listening on port ${PORT}`)
