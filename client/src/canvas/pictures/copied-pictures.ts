/**
 * Pictures in what is copied. The clipboard carries their addresses, not their bytes: pasted into the map they come from
 * they are the same pictures; pasted into another map of this server they are sent there, if this browser may see them.
 */
import { asAppError } from '@throughline/shared/errors'
import type { Editor, TLAsset, TLContent, TLShape } from 'tldraw'
import { fetchPicture, sendPicture } from '../../api/assets.ts'
import type { MapSession } from '../../session/map-session.ts'
import { PICTURE_ELSEWHERE, pictureRefusal } from '../../text/pictures.ts'
import { assetOf, pictureOf, readPictureFields, type Picture } from './picture.ts'

const assetIn = (shape: TLShape): unknown => (shape.props as { readonly assetId?: unknown }).assetId

function assetsOf(content: TLContent): ReadonlyMap<unknown, TLAsset> {
  return new Map(content.assets.map((asset) => [asset.id, asset]))
}

/** Whether some of the pictures have to be fetched from another map before this can be put here. */
export function hasStrangers(content: TLContent, { mapId }: MapSession): boolean {
  const assets = assetsOf(content)
  return content.shapes.some((shape) => shape.type === 'image' && pictureOf(mapId, assets.get(assetIn(shape))) === null)
}

/**
 * The content with every picture in it as one of this map's. `brought` are those that come from other maps; a picture
 * that is neither of this map nor among them is left out.
 */
export function withOwnPictures(
  content: TLContent,
  editor: Editor,
  { mapId }: MapSession,
  brought: ReadonlyMap<unknown, Picture> = new Map(),
): TLContent {
  const assets = assetsOf(content)
  const own = new Map<string, Picture>()
  const shapes = content.shapes.flatMap((shape): TLShape[] => {
    if (shape.type !== 'image') return [shape]
    const id = assetIn(shape)
    const picture = pictureOf(mapId, assets.get(id)) ?? brought.get(id)
    if (picture === undefined) return []
    own.set(picture.src, picture)
    return [{ ...shape, props: readPictureFields(shape.props as Record<string, unknown>, picture) } as TLShape]
  })
  editor.createAssets([...own.values()].map(assetOf).filter(({ id }) => editor.getAsset(id) === undefined))
  return { ...content, shapes }
}

async function bring(session: MapSession, asset: TLAsset | undefined): Promise<Picture | string> {
  if (asset?.type !== 'image') return PICTURE_ELSEWHERE
  const { src, w, h } = asset.props
  const bytes = await fetchPicture(src).catch(() => null)
  if (bytes === null) return PICTURE_ELSEWHERE
  try {
    return { src: (await sendPicture(session.mapId, bytes)).url, w, h }
  } catch (error) {
    return pictureRefusal(asAppError(error))
  }
}

/** Fetches what lies on other maps and sends it to this one; says why where that fails. */
export async function bringPictures(content: TLContent, session: MapSession): Promise<ReadonlyMap<unknown, Picture>> {
  const assets = assetsOf(content)
  const brought = new Map<unknown, Picture>()
  const ids = new Set(content.shapes.filter(({ type }) => type === 'image').map(assetIn))
  for (const id of ids) {
    if (pictureOf(session.mapId, assets.get(id)) !== null) continue
    const picture = await bring(session, assets.get(id))
    if (typeof picture === 'string') session.say(picture)
    else brought.set(id, picture)
  }
  return brought
}
