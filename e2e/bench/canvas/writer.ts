/** Somebody else on the map, who writes while the camera moves: the stock client, as any script would. */
import { stockClient } from '../../world/stock-client.ts'
import type { Board } from './boards.ts'

const A_SECOND = 20

/** A letter into twenty statements a second, one block after the other. Resolves when it has begun; returns what ends it. */
export async function startWriting(origin: string, { map, blocks }: Board): Promise<() => void> {
  if (map === undefined) throw new Error('Nobody can write on a board that is none of ours.')
  const client = stockClient(origin, map.id, map.key)
  await new Promise<void>((resolve) => client.provider.on('sync', () => resolve()))
  let written = 0
  const timer = setInterval(() => {
    // Those in the middle are the ones on the screen.
    const at = Math.floor(blocks / 2) + ((written * 7) % 100) - 50
    client.types(`block-${at}`, 'n')
    written += 1
  }, 1_000 / A_SECOND)
  return () => {
    clearInterval(timer)
    client.leaves()
  }
}
