import type { Lens } from './lens.ts'

export const storybrand: Lens = {
  name: 'StoryBrand',
  from: 'Donald Miller, Building a StoryBrand',
  shows: 'The audience is who the story is about; we are the guide in it.',
  groups: [
    {
      id: 'character',
      heading: 'A character',
      kind: 'audience',
      which: 'all',
      slots: [
        { id: 'character', label: 'A character', part: 'statement' },
        { id: 'wants', label: 'wants', name: 'What they want', part: 'need' },
      ],
    },
    {
      id: 'problem',
      heading: 'has a problem',
      kind: 'audience',
      which: 'all',
      slots: [{ id: 'problem', label: 'Problem', part: 'obstacle' }],
    },
    {
      id: 'guide',
      heading: 'meets a guide',
      kind: 'purpose',
      which: 'first',
      slots: [{ id: 'guide', label: 'Guide', part: 'statement' }],
      groups: [
        {
          id: 'authority',
          heading: 'Authority',
          kind: 'proof',
          which: 'linked',
          slots: [{ id: 'authority', label: 'Authority', part: 'statement' }],
        },
      ],
    },
    {
      id: 'plan',
      heading: 'who gives them a plan',
      kind: 'value',
      which: 'all',
      slots: [{ id: 'plan', label: 'Plan', part: 'statement' }],
    },
    {
      id: 'call',
      heading: 'and calls them to act',
      kind: 'purpose',
      which: 'first',
      slots: [{ id: 'call', label: 'Why act now', part: 'whyNow' }],
    },
    {
      id: 'failure',
      heading: 'It spares them',
      kind: 'value',
      which: 'all',
      slots: [{ id: 'failure', label: 'Spares them', part: 'alternative' }],
    },
    {
      id: 'success',
      heading: 'and ends well',
      kind: 'value',
      which: 'all',
      slots: [{ id: 'success', label: 'Ends in', part: 'gain' }],
    },
  ],
}
