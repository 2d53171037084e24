/** The contract's HTTP calls, as a script outside the project would make them. */

export const ROLES = ['owner', 'editor', 'commenter', 'viewer', 'reader'] as const
export type Role = (typeof ROLES)[number]

export interface MapFile {
  readonly format: 'throughline-map'
  readonly version: 1
  readonly title?: string
  readonly blocks: readonly { readonly id: string; readonly kind: string; readonly statement: string }[]
  readonly links: readonly { readonly from: string; readonly to: string; readonly relation?: string }[]
}

export interface MadeMap {
  readonly id: string
  readonly keys: Readonly<Record<Role, string>>
  /** What a person opens to come in with that role. */
  link(role: Role): string
  /** The map file as the server has it now. */
  file(): Promise<MapFile>
}

export async function makeMap(origin: string, body: Readonly<Record<string, unknown>> = {}): Promise<MadeMap> {
  const response = await fetch(`${origin}/api/maps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.status !== 201) throw new Error(`POST /api/maps: ${response.status} ${await response.text()}`)
  const { id, keys } = (await response.json()) as Pick<MadeMap, 'id' | 'keys'>
  return {
    id,
    keys,
    link: (role) => `${origin}/m/${id}#key=${keys[role]}`,
    file: async () => (await (await callAs(keys.viewer, `${origin}/api/maps/${id}`)).json()) as MapFile,
  }
}

export function callAs(key: string, url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } })
}

/** A map file from a few words, for tests that need content but not its looks. */
export function mapFile(
  blocks: readonly { readonly id: string; readonly kind: string; readonly statement: string }[],
  links: readonly (readonly [from: string, to: string])[] = [],
): MapFile {
  return { format: 'throughline-map', version: 1, blocks, links: links.map(([from, to]) => ({ from, to })) }
}
