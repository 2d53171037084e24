import type { Lens } from './lens.ts'

export const moore: Lens = {
  name: 'Positioning statement',
  from: 'Geoffrey Moore, Crossing the Chasm',
  isSentence: true,
  shows: 'One sentence for each audience, with its slots open.',
  groups: [
    {
      id: 'sentences',
      heading: 'For',
      kind: 'audience',
      which: 'all',
      slots: [
        { id: 'for', label: 'For', name: 'Audience', part: 'statement' },
        { id: 'who', label: 'who need', name: 'Need', part: 'need' },
      ],
      groups: [
        {
          id: 'category',
          heading: 'Category',
          kind: 'purpose',
          which: 'first',
          repeats: true,
          slots: [{ id: 'is-a', label: '{subject} is', name: 'Market category', part: 'category' }],
        },
        {
          id: 'offer',
          heading: 'Value',
          kind: 'value',
          which: 'linked',
          most: 1,
          repeats: true,
          slots: [
            { id: 'that', label: 'that means', name: 'Value', part: 'statement' },
            { id: 'unlike', label: 'Unlike', name: 'Alternative', part: 'alternative' },
            { id: 'ours', label: 'the difference is', name: 'Difference', part: 'difference' },
          ],
        },
      ],
    },
  ],
}
