/** Maps with one block, to look for. */
import type { MadeMap } from '@throughline/shared/protocol'
import type { TestServer } from './start-test-server.ts'

export function makeSmallMap(server: TestServer): Promise<MadeMap> {
  return server.makeMap({
    title: 'Start',
    map: { format: 'throughline-map', version: 1, blocks: [{ id: 'a', kind: 'value', statement: 'Fast' }] },
  })
}

/** As a file, for whoever adds to it. */
export const FRIDGES = {
  format: 'throughline-map',
  version: 1,
  title: 'Fridges',
  blocks: [{ id: 'fast', kind: 'value', statement: 'It is fast.' }],
}
