import type { Lens } from './lens.ts'

export const messageHouse: Lens = {
  name: 'Message house',
  from: 'Used in public relations since the 1980s',
  shows: 'One message for a roof, the values that carry it, and the proof that everything stands on.',
  groups: [
    {
      id: 'roof',
      heading: 'The message',
      kind: 'purpose',
      which: 'all',
      slots: [{ id: 'message', label: 'The message', part: 'statement' }],
    },
    {
      id: 'pillars',
      heading: 'Pillars',
      kind: 'value',
      which: 'all',
      slots: [
        { id: 'pillar', label: 'Pillar', part: 'statement' },
        { id: 'gives', label: 'What it gives', part: 'gain' },
      ],
      groups: [
        {
          id: 'pillar-proof',
          heading: 'Proof',
          kind: 'proof',
          which: 'linked',
          repeats: true,
          slots: [{ id: 'holds', label: 'Proof', part: 'statement' }],
        },
      ],
    },
    {
      id: 'ground',
      heading: 'Foundation',
      kind: 'proof',
      which: 'rest',
      hangsOn: 'purpose',
      slots: [{ id: 'ground-proof', label: 'Proof of the whole', part: 'statement' }],
    },
    {
      id: 'tone',
      heading: 'Tone',
      kind: 'purpose',
      which: 'first',
      slots: [{ id: 'how-we-speak', label: 'How we speak', part: 'tone' }],
    },
  ],
}
