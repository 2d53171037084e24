import type { EVIDENCES, FieldName, REACHES } from './block.ts'

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

export const REACH_WORDS: Record<(typeof REACHES)[number], string> = {
  known: 'Known',
  next: 'Next: needs more context',
}

export const EVIDENCE_WORDS: Record<(typeof EVIDENCES)[number], string> = {
  customer: 'Customer',
  metric: 'Metric',
  reference: 'Reference',
  award: 'Award',
  demonstration: 'Demonstration',
  research: 'Research',
}

const CHOICES: Partial<Record<FieldName, Readonly<Record<string, string>>>> = {
  reach: REACH_WORDS,
  evidence: EVIDENCE_WORDS,
}

/** What people call a value that is chosen from a list; null where a field holds words or a day. */
export function sayChoice(name: FieldName, value: string): string | null {
  return CHOICES[name]?.[value] ?? null
}
