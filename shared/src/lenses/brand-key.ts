import type { Lens } from './lens.ts'

export const brandKey: Lens = {
  name: 'Brand key',
  from: 'Unilever',
  shows: 'The essence in the middle, and the parts of the key around it.',
  groups: [
    {
      id: 'essence',
      heading: 'Brand essence',
      kind: 'purpose',
      which: 'first',
      slots: [{ id: 'essence', label: 'Brand essence', part: 'statement' }],
    },
    {
      id: 'environment',
      heading: 'Competitive environment',
      kind: 'value',
      which: 'all',
      slots: [{ id: 'environment', label: 'Competitive environment', part: 'alternative' }],
    },
    {
      id: 'target',
      heading: 'Target',
      kind: 'audience',
      which: 'all',
      slots: [{ id: 'target', label: 'Target', part: 'statement' }],
    },
    {
      id: 'insight',
      heading: 'Insight',
      kind: 'audience',
      which: 'all',
      slots: [{ id: 'insight', label: 'Insight', part: 'need' }],
    },
    {
      id: 'benefits',
      heading: 'Benefits',
      kind: 'value',
      which: 'all',
      slots: [{ id: 'benefit', label: 'Benefit', part: 'statement' }],
    },
    {
      id: 'personality',
      heading: 'Values and personality',
      kind: 'purpose',
      which: 'first',
      slots: [{ id: 'personality', label: 'Values and personality', part: 'tone' }],
    },
    {
      id: 'reasons',
      heading: 'Reasons to believe',
      kind: 'proof',
      which: 'all',
      slots: [{ id: 'reason', label: 'Reason to believe', part: 'statement' }],
    },
    {
      id: 'discriminator',
      heading: 'Discriminator',
      kind: 'value',
      which: 'all',
      slots: [{ id: 'discriminator', label: 'Discriminator', part: 'difference' }],
    },
    {
      id: 'roots',
      heading: 'Root strengths',
      kind: 'value',
      which: 'all',
      slots: [{ id: 'root', label: 'Root strength', part: 'attribute' }],
    },
  ],
}
