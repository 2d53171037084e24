/** Every word that a page gets from the server: answers, sockets and server-sent events. */
import type { Page } from '@playwright/test'

export interface Received {
  /** Whether these words were in anything that came. */
  has(words: string): Promise<boolean>
}

/** To be called before the page is opened. */
export async function recordReceived(page: Page): Promise<Received> {
  const texts: string[] = []
  const bodies: Promise<unknown>[] = []
  page.on('response', (response) => {
    // A stream ends with its page: its events are heard below.
    if (response.headers()['content-type']?.startsWith('text/event-stream') === true) return
    bodies.push(
      response.text().then(
        (text) => texts.push(text),
        () => undefined,
      ),
    )
  })
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) =>
      texts.push(typeof payload === 'string' ? payload : payload.toString('utf8')),
    ),
  )
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  devtools.on('Network.eventSourceMessageReceived', ({ data }) => texts.push(data))
  return {
    async has(words) {
      await Promise.all(bodies)
      return texts.some((text) => text.includes(words))
    },
  }
}
