import type { Template } from './template.ts'

export const consultant: Template = {
  id: 'consultant',
  name: 'The expertise is one person',
  says: 'For a practice that people come to because of who runs it, and that should work when somebody else does.',
  blocks: {
    why: {
      kind: 'purpose',
      asks: 'What should be different for clients because this practice exists?',
      hint: 'Not what you know, but what you want to be true when you have left the room.',
    },
    judgement: {
      kind: 'value',
      asks: 'What do clients decide better, or sooner, with you?',
      hint: 'Take the last three engagements. What did each of them decide that had been waiting?',
    },
    method: {
      kind: 'value',
      asks: 'What is the way of working that somebody else could follow?',
      hint: 'Describe it to a colleague who has never seen you do it. What they can repeat is the offer; the rest is you.',
    },
    lasting: {
      kind: 'value',
      asks: 'What can they still do by themselves a year later?',
      hint: 'A tool, a habit, a decision they no longer need you for.',
    },
    callers: {
      kind: 'audience',
      asks: 'Who calls you today, and what has just happened when they do?',
      hint: 'The situation matters more than the industry.',
      fields: { reach: 'known' },
    },
    strangers: {
      kind: 'audience',
      asks: 'Who has the same trouble and has never heard your name?',
      hint: 'They cannot ask a friend about you. What would they have to know first?',
      fields: { reach: 'next' },
    },
    result: {
      kind: 'proof',
      asks: 'Which result would a client confirm, with a figure?',
      hint: 'Ask the client for the sentence, and for leave to use it.',
      fields: { evidence: 'customer' },
    },
    handed: {
      kind: 'proof',
      asks: 'When did it work without you?',
      hint: 'A colleague, a licence, a client who went on alone. This one carries the method.',
      fields: { evidence: 'demonstration' },
    },
  },
  links: [
    ['why', 'judgement'],
    ['why', 'method'],
    ['why', 'lasting'],
    ['judgement', 'callers'],
    ['method', 'strangers'],
    ['lasting', 'callers'],
    ['result', 'judgement'],
    ['handed', 'method'],
  ],
}
