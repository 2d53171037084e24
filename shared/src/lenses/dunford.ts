import type { Lens } from './lens.ts'

export const dunford: Lens = {
  name: 'Positioning canvas',
  from: 'April Dunford, Obviously Awesome',
  shows: 'From what people would do without us to who cares a lot that they need not: one line a value.',
  groups: [
    {
      id: 'market',
      heading: 'Market category',
      kind: 'purpose',
      which: 'first',
      slots: [{ id: 'category', label: 'Market category', part: 'category' }],
    },
    {
      id: 'trends',
      heading: 'Relevant trend',
      kind: 'purpose',
      which: 'first',
      slots: [{ id: 'trend', label: 'Relevant trend', part: 'whyNow' }],
    },
    {
      id: 'lines',
      heading: 'Value',
      kind: 'value',
      which: 'all',
      slots: [
        { id: 'alternative', label: 'Competitive alternative', part: 'alternative' },
        { id: 'attribute', label: 'Unique attribute', part: 'attribute' },
        { id: 'value', label: 'Value', part: 'statement' },
      ],
      groups: [
        {
          id: 'cares',
          heading: 'Who cares a lot',
          kind: 'audience',
          which: 'linked',
          repeats: true,
          slots: [{ id: 'best-fit', label: 'Who cares a lot', part: 'statement' }],
        },
        {
          id: 'value-proof',
          heading: 'Proof',
          kind: 'proof',
          which: 'linked',
          repeats: true,
          slots: [{ id: 'proof', label: 'Proof', part: 'statement' }],
        },
      ],
    },
  ],
}
