/** The floor: a `ws` server that keeps nothing but its sockets and calls every document empty. */
import { createServer, type IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import type { Duplex } from 'node:stream'
import { FRAME, SYNC } from '@throughline/shared/protocol'

interface Socket {
  on(event: 'message', listener: (data: Buffer) => void): void
  on(event: 'error', listener: () => void): void
  send(bytes: Uint8Array): void
}

interface Sockets {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, then: (socket: Socket) => void): void
}

// Ours, not the one that a peer brings along.
const require = createRequire(new URL('../../../server/package.json', import.meta.url))
const { WebSocketServer } = require('ws') as { readonly WebSocketServer: new (options: object) => Sockets }

const EMPTY_DOCUMENT = new Uint8Array([FRAME.sync, SYNC.step2, 2, 0, 0])

const { PORT = '' } = process.env
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false })
const server = createServer()
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (ws) => {
    ws.on('error', () => {})
    ws.on('message', (data: Buffer) => {
      if (data[0] === FRAME.sync && data[1] === SYNC.step1) ws.send(EMPTY_DOCUMENT)
    })
  })
})
server.listen(Number(PORT), '127.0.0.1', () => console.log(`listening on port ${PORT}`))
