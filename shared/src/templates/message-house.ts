import type { Template, TemplateBlock } from './template.ts'

const pillar = (asks: string): TemplateBlock => ({
  kind: 'value',
  asks,
  hint: 'One thought. If it needs “and”, it is two pillars.',
})
const ground = (asks: string): TemplateBlock => ({
  kind: 'proof',
  asks,
  hint: 'A fact that somebody outside could check: a figure, a name, a date.',
})

export const messageHouse: Template = {
  id: 'message-house',
  name: 'Message house',
  says: 'One roof, three pillars, and the ground each stands on: for a launch, a talk, or one message for everybody.',
  blocks: {
    roof: {
      kind: 'purpose',
      asks: 'What is the one thing people should remember?',
      hint: 'The roof: a sentence that each pillar below says more of.',
    },
    'pillar-1': pillar('What is the first reason that it is so?'),
    'pillar-2': pillar('What is the second?'),
    'pillar-3': pillar('What is the third?'),
    listeners: {
      kind: 'audience',
      asks: 'Who hears this, and what do they believe before they do?',
      hint: 'One house for one audience. A second audience may need another pillar.',
    },
    'ground-1': ground('What shows the first?'),
    'ground-2': ground('What shows the second?'),
    'ground-3': ground('What shows the third?'),
  },
  links: [
    ...(['1', '2', '3'] as const).flatMap((n) => [
      ['roof', `pillar-${n}`] as const,
      [`pillar-${n}`, 'listeners'] as const,
      [`ground-${n}`, `pillar-${n}`] as const,
    ]),
  ],
}
