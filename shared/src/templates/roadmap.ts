import type { Template } from './template.ts'

export const roadmap: Template = {
  id: 'roadmap',
  name: 'The product runs ahead',
  says: 'For a company that built what customers asked for, request by request, and no longer sees what it all is for.',
  blocks: {
    why: {
      kind: 'purpose',
      asks: 'Which problem would you still solve if you had to begin again?',
      hint: 'Read the last ten things you shipped. What do they have in common, if anything?',
    },
    core: {
      kind: 'value',
      asks: 'What could users not do on the day you switch it off?',
      hint: 'What they would miss within the hour, not what they would notice within the month.',
    },
    next: {
      kind: 'value',
      asks: 'What are you building towards that customers have not asked for?',
      hint: 'If it serves the purpose above, say how. If not, it is a request.',
    },
    asked: {
      kind: 'value',
      asks: 'Which requests did you say yes to that pull somewhere else?',
      hint: 'Put each on a card. Those that lead back to the purpose stay linked; the others stand loose, and that is worth seeing.',
    },
    users: {
      kind: 'audience',
      asks: 'Who uses it most, and what are they doing just then?',
      hint: 'Of those who decide the roadmap today, who is loud and who is typical?',
      fields: { reach: 'known' },
    },
    market: {
      kind: 'audience',
      asks: 'Whom do you want as a customer in two years?',
      hint: 'What would they have to see in the product, and what in the story?',
      fields: { reach: 'next' },
    },
    usage: {
      kind: 'proof',
      asks: 'Which figure of use shows that it matters?',
      hint: 'How often, by how many, for how long; with the day on which you looked.',
      fields: { evidence: 'metric' },
    },
    change: {
      kind: 'proof',
      asks: 'Which customer works differently now?',
      hint: 'Before and after, in their words.',
      fields: { evidence: 'customer' },
    },
  },
  links: [
    ['why', 'core'],
    ['why', 'next'],
    ['core', 'users'],
    ['asked', 'users'],
    ['next', 'market'],
    ['usage', 'core'],
    ['change', 'core'],
  ],
}
