/** What stands around the words that are taken along from a brief. */
import type { CopyPart } from '@throughline/shared/brief'

export const COPY_KIT = {
  title: 'Words to take along',
  intro: 'The agreed wording, as it was agreed.',
  copy: 'Copy',
  copied: 'Copied.',
  refused: 'This browser does not let a page copy. Select the words and copy them yourself.',
} as const

export const PART_NAMES: Readonly<Record<CopyPart, string>> = {
  'one-liner': 'In one line',
  pitch: 'In fifty words',
  audience: 'To an audience',
  proofs: 'The proofs',
}

/** In place of words that are not there yet. */
export const NOTHING_AGREED: Readonly<Record<CopyPart, string>> = {
  'one-liner': 'No purpose is agreed yet.',
  pitch: 'Nothing that makes a pitch is agreed yet.',
  audience: 'No audience with a value is agreed yet.',
  proofs: 'No proof is agreed yet.',
}
