/** What a stage is called where its programme gives it no name of its own: on every screen and in the minutes. */
import type { StageKind } from '../protocol/http/workshop.ts'

const NAMES: Readonly<Record<StageKind, string>> = {
  gather: 'Write',
  reveal: 'Reveal',
  cluster: 'Cluster',
  vote: 'Vote',
  decide: 'Decide',
  link: 'Link',
  brief: 'Brief',
  break: 'Break',
  talk: 'Talk',
}

export const stageName = ({ kind, title = '' }: { readonly kind: StageKind; readonly title?: string }): string =>
  title.trim() === '' ? NAMES[kind] : title
