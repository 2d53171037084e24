import type { BlockSketch } from '../block-sketch.ts'

export const PURPOSE: BlockSketch = {
  id: 'purpose',
  kind: 'purpose',
  statement: 'No medicine should be thrown away because nobody noticed a fridge.',
  detail:
    'Vardeholm began in the back room of one pharmacy, after a door that did not close on a Friday and a Monday that cost eleven thousand crowns of insulin.\nThe sensors came later. The promise was first: somebody notices.',
  status: 'agreed',
  fields: {
    category: 'Cold-chain monitoring',
    whyNow:
      'From January every pharmacy has to show an unbroken temperature record. Most of them still keep it on a clipboard.',
    tone: 'We are calm and exact. We are not the alarm that cries all night.',
  },
  owner: 'Agnes Holm',
  tellings: {
    leadership: 'No medicine should be lost because nobody noticed a fridge.',
    product: 'We notice the fridge before the medicine does.',
    marketing: 'Confidence for the whole cold chain.',
    customer: 'Somebody else watches the fridge, so I can watch the counter.',
  },
  agreed: {
    statement: 'No medicine should be thrown away because nobody noticed a fridge.',
    at: '2026-05-12T09:40:00Z',
    by: 'Agnes Holm',
  },
  frame: { x: 0, y: 535, w: 330, h: 206 },
}
