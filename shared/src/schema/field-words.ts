import type { FieldName } from './block.ts'

/** What people call a field, in panels and in the map as text. */
export const FIELD_WORDS: Record<FieldName, string> = {
  category: 'Category',
  whyNow: 'Why now',
  tone: 'Tone',
  attribute: 'What we have',
  alternative: 'Without us',
  difference: 'Difference',
  gain: 'Gain',
  situation: 'Situation',
  need: 'Need',
  obstacle: 'Obstacle',
  reach: 'Reach',
  notFor: 'Not for',
  evidence: 'Evidence',
  source: 'Source',
  by: 'Who says so',
  observedOn: 'Observed on',
  reviewBy: 'Look again by',
}
