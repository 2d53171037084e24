import type { Lens } from './lens.ts'

export const valueProposition: Lens = {
  name: 'Value proposition canvas',
  from: 'Alexander Osterwalder, Value Proposition Design',
  shows: 'What an audience has to do, suffers and hopes for, and what of ours answers it.',
  groups: [
    {
      id: 'profile',
      heading: 'Customer profile',
      kind: 'audience',
      which: 'all',
      slots: [
        { id: 'customer', label: 'Customer', part: 'statement' },
        { id: 'jobs', label: 'Jobs', part: 'situation' },
        { id: 'pains', label: 'Pains', part: 'obstacle' },
        { id: 'gains', label: 'Gains', part: 'need' },
      ],
      groups: [
        {
          id: 'value-map',
          heading: 'Value map',
          kind: 'value',
          which: 'linked',
          repeats: true,
          slots: [
            { id: 'offer', label: 'Value', part: 'statement' },
            { id: 'products', label: 'Products and services', part: 'attribute' },
            { id: 'relievers', label: 'Pain relievers', part: 'difference' },
            { id: 'creators', label: 'Gain creators', part: 'gain' },
          ],
        },
      ],
    },
  ],
}
