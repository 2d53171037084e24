/** tldraw's icons, fonts and words from our own origin: without these it asks its makers' servers. */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'

export const ASSET_URLS = getAssetUrlsByImport()
