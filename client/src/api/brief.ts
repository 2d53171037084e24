/** The brief of a map: as data, and as files. */
import type {
  Brief,
  BriefFormat,
  Design,
  LineChange,
  Paper,
  PrintedCopy,
  ShownBrief,
  Wording,
} from '@throughline/shared/brief'
import type { PublicBrief } from '@throughline/shared/protocol'
import type { LensId } from '@throughline/shared/lenses'
import type { BlockId, MapId } from '@throughline/shared/schema'
import { call, callJson } from './http.ts'
import { mapPath } from './maps.ts'

/** As in `@throughline/shared/protocol`, from where only types come: its schemas would bring zod to every page. */
const NO_ROOM_HEADER = 'X-Brief-No-Room'

export interface BriefWish {
  readonly audience: BlockId | null
  readonly paper: Paper
  /** Whether wordings that were kept as dissent stand among what is open. */
  readonly dissent: '0' | '1'
  readonly design: Design
  readonly wording: Wording
  /** The framework that the map is seen through; null for the map as it is. */
  readonly lens: LensId | null
}

/** What a brief says, whatever it looks like. */
export type BriefContent = Omit<BriefWish, 'paper' | 'design'>

function contentQuery({ audience, dissent, lens, wording }: BriefContent): Record<string, string> {
  return {
    ...(lens === null ? {} : { lens }),
    ...(wording === 'now' ? {} : { wording }),
    ...(audience === null ? {} : { audience }),
    ...(dissent === '0' ? {} : { dissent }),
  }
}

function query({ paper, design, ...content }: BriefWish): string {
  const look = design === 'quiet' ? {} : { design }
  return new URLSearchParams({ paper, ...look, ...contentQuery(content) }).toString()
}

export function fetchBrief(map: MapId, wish: BriefContent): Promise<Brief> {
  return callJson<Brief>(`${mapPath(map)}/brief?${new URLSearchParams(contentQuery(wish)).toString()}`)
}

/** All that the page of a brief shows, in one call. */
export function fetchBriefPage(map: MapId, wish: BriefContent): Promise<ShownBrief> {
  return callJson<ShownBrief>(`${mapPath(map)}/brief/page?${new URLSearchParams(contentQuery(wish)).toString()}`)
}

/** What has changed since a printed copy was made. */
export async function fetchBriefChanges(
  map: MapId,
  { asOf, audience, lens, wording }: PrintedCopy,
): Promise<readonly LineChange[]> {
  const asked = {
    since: String(asOf),
    ...(audience && { audience }),
    ...(lens && { lens }),
    ...(wording && { wording }),
  }
  const address = `${mapPath(map)}/brief/changes?${new URLSearchParams(asked).toString()}`
  return (await callJson<{ readonly lines: readonly LineChange[] }>(address)).lines
}

/** What readers are shown. */
export function publicBriefOf(map: MapId): Promise<PublicBrief> {
  return callJson<PublicBrief>(`${mapPath(map)}/brief/public`)
}

/** For owners; null follows the map. */
export function setPublicBrief(map: MapId, version: string | null): Promise<PublicBrief> {
  return callJson<PublicBrief>(`${mapPath(map)}/brief/public`, { method: 'PUT', body: { version } })
}

/** For readers, who may see no other picture. The id only tells two logos apart. */
export function briefLogoAddress(map: MapId, asset: string): string {
  return `${mapPath(map)}/brief/logo?is=${asset.slice(0, 12)}`
}

/** Where whoever may see the map has it at once: `assetPath` of the protocol, without what comes with that. */
export function pictureAddress(map: MapId, asset: string): string {
  return `${mapPath(map)}/assets/${asset}`
}

export type BriefFileFormat = Exclude<BriefFormat, 'json'>

export function briefFileAddress(map: MapId, format: BriefFileFormat, wish: BriefWish): string {
  return `${mapPath(map)}/brief.${format}?${query(wish)}`
}

export interface BriefFile {
  readonly blob: Blob
  readonly name: string
  /** How many blocks found no room in this format. */
  readonly noRoom: number
}

export async function fetchBriefFile(
  map: MapId,
  format: BriefFileFormat,
  wish: BriefWish,
  signal?: AbortSignal,
): Promise<BriefFile> {
  const response = await call(briefFileAddress(map, format, wish), signal === undefined ? {} : { signal })
  return {
    blob: await response.blob(),
    name: fileName(response.headers.get('Content-Disposition')) ?? `brief.${format}`,
    noRoom: Number(response.headers.get(NO_ROOM_HEADER)) || 0,
  }
}

/** RFC 6266: the encoded name wins over the plain one. */
export function fileName(disposition: string | null): string | null {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded)
    } catch {
      // Badly encoded: the plain name is there for that.
    }
  }
  return disposition?.match(/filename="([^"]+)"/i)?.[1] ?? null
}
