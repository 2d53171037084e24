/** tldraw's icons, fonts and words from our own origin: without these it asks its makers' servers. */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { allDefaultFontFaces } from 'tldraw'

const everything = getAssetUrlsByImport()

/** No embeds here, so no pictures of the services they come from. An absent address would be their makers'. */
const embedIcons = Object.fromEntries(Object.keys(everything.embedIcons).map((name) => [name, '']))

export const ASSET_URLS = { ...everything, embedIcons }

/** tldraw fetches all of its fonts as it opens; drawing here is set in ours (`tldraw-theme.css`). */
export function keepFontsFromLoading(): void {
  allDefaultFontFaces.length = 0
}
