/** A line to a server that does what lines do on a train: it goes dead, or brings everything late. Nothing is closed by that. */
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Line {
  /** Where the server is found at this end of the line. */
  readonly origin: string
  /** From now on both directions are silent, for open connections and for new ones. */
  goesDead(): void
  /** New connections work again; those that were open are broken off without another word. */
  comesBack(): void
  /** From now on nothing gets through in either direction, and nothing is lost. */
  stalls(): void
  /** All that a stalled line holds arrives, in order, and it works again. */
  delivers(): void
  close(): Promise<void>
}

interface Ends {
  readonly near: Socket
  readonly far: Socket
}

export async function lineTo(origin: string): Promise<Line> {
  const { hostname, port } = new URL(origin)
  const sockets = new Set<Socket>()
  /** Connections whose two ends talk, or will when the line delivers. */
  const open = new Set<Ends>()
  let dead = false
  let stalled = false
  const server = createServer((near) => {
    keep(near)
    if (dead) return
    const far = connect(Number(port), hostname)
    keep(far)
    const ends = { near, far }
    open.add(ends)
    far.on('close', () => open.delete(ends))
    if (!stalled) join(ends)
  })
  function keep(socket: Socket): void {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  }
  function silence(): void {
    for (const socket of sockets) socket.unpipe().pause()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    goesDead: () => {
      dead = true
      silence()
      open.clear()
    },
    comesBack: () => {
      dead = false
      for (const socket of sockets) socket.destroy()
    },
    stalls: () => {
      stalled = true
      silence()
    },
    delivers: () => {
      stalled = false
      for (const ends of open) join(ends)
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function join({ near, far }: Ends): void {
  near.pipe(far)
  far.pipe(near)
}
