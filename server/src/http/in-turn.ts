/** Requests that arrive together are begun one a turn of the event loop: whoever edits meanwhile waits for one, not for all. */
import type { RequestListener } from 'node:http'
import { OneByOne } from '../one-by-one.ts'

export function inTurn(listener: RequestListener): RequestListener {
  const turns = new OneByOne()
  return (request, response) => void turns.run(async () => listener(request, response))
}
