/** What reads pasted text comes only when somebody brings one: readers and a plain visit never load it. */
import { late } from '../../late.tsx'

const Nothing = () => null

export const PasteDialog = late(async () => (await import('./PasteDialog.tsx')).PasteDialog, Nothing)
export const loadSource = () => import('./paste-source.ts')
export const loadLanding = () => import('./land-pasted.ts')
