/**
 * A client that is not ours: the stock y-websocket provider and the contract's page on the canvas document, nothing
 * from this project. What works here works for anybody's script.
 */
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { expect } from '@playwright/test'

export interface StockClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Adds a block with a kind and a statement alone, as the contract allows. */
  adds(id: string, kind: string, statement: string): void
  /** Types into the first paragraph of a statement, one character after the other. */
  types(id: string, text: string): void
  statement(id: string): string
  /** The code that the server closed the connection with, once it has. */
  closedWith(): Promise<number>
  leaves(): void
}

export function stockClient(origin: string, mapId: string, key: string): StockClient {
  const doc = new Y.Doc()
  const url = `${origin.replace(/^http/, 'ws')}/sync`
  const provider = new WebsocketProvider(url, `${mapId}/canvas`, doc, { params: { key }, disableBc: true })
  let code: number | null = null
  provider.on('connection-close', (event) => (code = event?.code ?? code))
  const fragment = (id: string): Y.XmlFragment => doc.getXmlFragment(`text:${id}:statement`)
  return {
    doc,
    provider,
    adds: (id, kind, statement) =>
      doc.transact(() => {
        doc.getMap('blocks').set(id, new Y.Map([['kind', kind]]))
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText(statement)])
        fragment(id).insert(0, [paragraph])
      }),
    types: (id, text) => {
      const words = (fragment(id).get(0) as Y.XmlElement).get(0) as Y.XmlText
      for (const character of text) words.insert(words.length, character)
    },
    statement: (id) =>
      fragment(id)
        .toArray()
        .map((paragraph) => (paragraph as Y.XmlElement).toArray().join(''))
        .join(' '),
    closedWith: async () => {
      await expect.poll(() => code, { message: 'the connection closes' }).not.toBeNull()
      return code ?? 0
    },
    leaves: () => {
      provider.destroy()
      // It looks every three seconds for who has gone, and so keeps a process from ending.
      provider.awareness.destroy()
    },
  }
}

/** Connects and waits until the document is there. */
export async function syncedClient(origin: string, mapId: string, key: string): Promise<StockClient> {
  const client = stockClient(origin, mapId, key)
  await expect.poll(() => client.provider.synced, { message: 'the stock client syncs' }).toBe(true)
  return client
}
