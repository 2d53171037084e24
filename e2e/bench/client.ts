/** One person in a room under load: there at once, heard only when somebody wants to listen. */
import type { Place } from './servers/server.ts'
import type { Dialect, Heard } from './wire/dialect.ts'
import { LeanSocket } from './wire/lean-socket.ts'

const IN_WITHIN_MS = 60_000

export interface Client {
  readonly socket: LeanSocket
  /** Whoever listens hears everything from now on; nobody listening costs nothing. */
  listen(to: (heard: Heard) => void): void
  leave(): void
}

/** Resolves when the server has answered with its document. `hear` gets what comes before that, too. */
export async function comeIn(
  port: number,
  { path, document }: Place,
  dialect: Dialect,
  hear: (heard: Heard) => void = () => {},
): Promise<Client> {
  let listener = hear
  let isIn: () => void = () => {}
  const entered = new Promise<void>((resolve) => (isIn = resolve))
  const socket = new LeanSocket(port, path, (message) => {
    const heard = dialect.hear(message)
    if (heard.is === 'state') isIn()
    listener(heard)
  })
  await socket.opened
  for (const frame of dialect.greet(document)) socket.send(frame)
  await soon(Promise.race([entered, socket.closed]), IN_WITHIN_MS, 'the document')
  return {
    socket,
    listen: (to) => (listener = to),
    leave: () => socket.end(),
  }
}

/** @throws when it does not come in time. */
export async function soon<Value>(what: Promise<Value>, ms: number, name: string): Promise<Value> {
  let late: NodeJS.Timeout | undefined
  const gaveUp = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(new Error(`${name} did not come within ${ms / 1_000} s`)), ms)
  })
  try {
    return await Promise.race([what, gaveUp])
  } finally {
    clearTimeout(late)
  }
}
