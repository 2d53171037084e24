import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { inTurn } from './in-turn.ts'

/** Begins it, and says of each turn of the loop which requests were begun in it. */
async function beganIn(requests: number): Promise<readonly string[][]> {
  const turns: string[][] = [[]]
  const goOn = (): void => {
    turns.push([])
    next = setImmediate(goOn)
  }
  let next = setImmediate(goOn)
  const server = createServer(
    inTurn((request, response) => {
      turns.at(-1)?.push(request.url ?? '')
      response.end()
    }),
  )
  onTestFinished(async () => {
    clearImmediate(next)
    server.close()
    await once(server, 'close')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // In one piece: the server reads them all before it has begun any.
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const all = Array.from({ length: requests }, (_, at) => {
    const last = at === requests - 1 ? 'Connection: close\r\n' : ''
    return `GET /${at} HTTP/1.1\r\nHost: here\r\n${last}\r\n`
  })
  socket.write(all.join(''))
  await text(socket)
  return turns.filter((begun) => begun.length > 0)
}

test('requests that arrive together are begun in the order they came, and the loop turns between two', async () => {
  expect(await beganIn(5)).toEqual([['/0'], ['/1'], ['/2'], ['/3'], ['/4']])
})
