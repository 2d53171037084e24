/** A line to a server that can go dead as lines do on a train: nothing is closed, nothing arrives any more. */
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Line {
  /** Where the server is found at this end of the line. */
  readonly origin: string
  /** From now on both directions are silent, for open connections and for new ones. */
  goesDead(): void
  /** New connections work again; those that were open stay silent for good. */
  comesBack(): void
  close(): Promise<void>
}

export async function lineTo(origin: string): Promise<Line> {
  const { hostname, port } = new URL(origin)
  const sockets = new Set<Socket>()
  let dead = false
  const server = createServer((near) => {
    keep(near)
    if (dead) return
    const far = connect(Number(port), hostname)
    keep(far)
    near.pipe(far)
    far.pipe(near)
  })
  function keep(socket: Socket): void {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    goesDead: () => {
      dead = true
      for (const socket of sockets) socket.unpipe().pause()
    },
    comesBack: () => {
      dead = false
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
