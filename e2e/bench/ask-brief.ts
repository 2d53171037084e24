import { callAs } from '../world/api.ts'

/** What it takes to ask for one PDF. */
export interface Ask {
  readonly url: string
  readonly key: string
}

/** Milliseconds until all of it has come. */
export async function askBrief({ url, key }: Ask): Promise<number> {
  const start = performance.now()
  const answer = await callAs(key, url)
  if (!answer.ok) throw new Error(`brief.pdf: ${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
  return performance.now() - start
}
