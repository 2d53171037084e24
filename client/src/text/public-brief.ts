/** What readers of the brief are shown, in words. */
import { sayDate, sayVersion } from '@throughline/shared/brief'
import type { PublicBrief } from '@throughline/shared/protocol'

export const PUBLIC_BRIEF = {
  title: 'What readers see',
  follows: 'The map as it stands, also tomorrow',
  version: 'They see',
  keepNow: 'Stay as it is now',
  named: 'Versions with a name are offered here; those without one are thinned out as they age.',
  unlisted: 'The versions of this map could not be listed.',
  listAgain: 'Try again',
  lost: 'The version that readers were shown is gone. They see nothing until you choose again.',
} as const

/** The name of a version that is kept for readers; its day stands beside it everywhere. */
export const NAME_FOR_READERS = 'Public brief'

export const sayNamed = ({ name, at }: { readonly name: string; readonly at: number }) =>
  `${name}, ${sayDate(new Date(at).toISOString())}`

/** For whoever may not choose. */
export function saySeen({ version, lost }: PublicBrief): string {
  if (lost) return 'The version that readers were shown is gone; they see nothing now.'
  if (version === null) return 'Readers see the map as it stands.'
  return `Readers see ${lower(sayVersion({ name: version.name, at: new Date(version.at).toISOString() }))}.`
}

export const sayStays = (version: { readonly name: string; readonly at: string }) =>
  `This page stays on ${lower(sayVersion(version))}, whatever is written since.`

export const NEWER_COPY = 'Your printed copy is newer than the version that this page stays on.'

const lower = (text: string) => `the ${text.charAt(0).toLowerCase()}${text.slice(1)}`
