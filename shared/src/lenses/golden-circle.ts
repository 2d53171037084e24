import type { Lens } from './lens.ts'

export const goldenCircle: Lens = {
  name: 'Golden Circle',
  from: 'Simon Sinek, Start with Why',
  shows: 'Why before how, and how before what.',
  groups: [
    {
      id: 'why',
      heading: 'Why',
      kind: 'purpose',
      which: 'all',
      slots: [{ id: 'why', label: 'Why', part: 'statement' }],
    },
    {
      id: 'how',
      heading: 'How',
      kind: 'value',
      which: 'all',
      slots: [{ id: 'how', label: 'How', part: 'statement' }],
    },
    {
      id: 'what',
      heading: 'What',
      kind: 'value',
      which: 'all',
      slots: [{ id: 'what', label: 'What', part: 'attribute' }],
    },
  ],
}
