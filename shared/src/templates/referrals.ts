import type { Template } from './template.ts'

export const referrals: Template = {
  id: 'referrals',
  name: 'Grown by word of mouth',
  says: 'For a service business whose customers sent the next ones, and which now has to explain itself to strangers.',
  blocks: {
    why: {
      kind: 'purpose',
      asks: 'Why did the first customers tell somebody else about you?',
      hint: 'It is rarely the service itself. Ask two of them what they said, word for word.',
    },
    relief: {
      kind: 'value',
      asks: 'What do customers stop worrying about?',
      hint: 'What they did themselves, or had done badly, before you.',
    },
    trust: {
      kind: 'value',
      asks: 'What did the person who recommended you vouch for?',
      hint: 'A stranger has nobody who vouches. What stands in for that?',
    },
    reach: {
      kind: 'value',
      asks: 'What do you offer that nobody inside the network ever asks about?',
      hint: 'Things that go without saying among friends are news to everybody else.',
    },
    inside: {
      kind: 'audience',
      asks: 'Who sends you customers, and whom do they think of?',
      hint: 'The people who carry you, and the moment in which they mention you.',
      fields: { reach: 'known' },
    },
    outside: {
      kind: 'audience',
      asks: 'Who needs this and knows none of your customers?',
      hint: 'Another town, another trade, the next size up.',
      fields: { reach: 'next' },
    },
    words: {
      kind: 'proof',
      asks: 'What does a customer say about you when you are not there?',
      hint: 'Their sentence, their name, the date. Unpolished is better.',
      fields: { evidence: 'customer' },
    },
    record: {
      kind: 'proof',
      asks: 'What can somebody check who trusts nobody you know?',
      hint: 'How many, how long, how often again: figures from your own books.',
      fields: { evidence: 'metric' },
    },
  },
  links: [
    ['why', 'relief'],
    ['why', 'trust'],
    ['why', 'reach'],
    ['relief', 'inside'],
    ['trust', 'inside'],
    ['reach', 'outside'],
    ['words', 'relief'],
    ['record', 'trust'],
  ],
}
