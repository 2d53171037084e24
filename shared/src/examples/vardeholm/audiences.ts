import type { BlockSketch } from '../block-sketch.ts'

export const AUDIENCES: readonly BlockSketch[] = [
  {
    id: 'audience-pharmacists',
    kind: 'audience',
    statement: 'Independent pharmacists who own the fridge, the stock and the worry.',
    status: 'agreed',
    fields: {
      situation: 'The alarm is a telephone beside the bed, and the bed is twenty minutes away.',
      need: 'To know that somebody looks, and to be called for a reason.',
      obstacle: 'They were sold an alarm before, and switched it off.',
      reach: 'known',
      notFor: 'Chains with a duty desk of their own.',
    },
    tellings: {
      leadership: 'The pharmacist who does everything alone.',
      sales: 'Owners of one to three shops.',
      customer: 'People like me, with one fridge too many.',
    },
    agreed: {
      statement: 'Independent pharmacists who own the fridge, the stock and the worry.',
      at: '2026-05-12T10:20:00Z',
      by: 'Agnes Holm',
    },
    frame: { x: 1280, y: 0, w: 320, h: 160 },
  },
  {
    id: 'audience-hospitals',
    kind: 'audience',
    statement: 'Hospital pharmacy managers with forty fridges and one auditor.',
    status: 'agreed',
    fields: {
      situation: 'The yearly inspection is announced, and the records lie in nine wards.',
      need: 'One record for all fridges, in the form the auditor asks for.',
      obstacle: 'Whatever is new has to pass the hospital’s own network people.',
      reach: 'known',
    },
    tellings: {
      product: 'Sites with twenty fridges or more.',
      sales: 'The manager who signs for the cold chain.',
    },
    agreed: {
      statement: 'Hospital pharmacy managers with forty fridges and one auditor.',
      at: '2026-05-12T10:25:00Z',
      by: 'Agnes Holm',
    },
    frame: { x: 1280, y: 372, w: 320, h: 160 },
  },
  {
    id: 'audience-boards',
    kind: 'audience',
    statement: 'Health boards that pay for what is thrown away.',
    status: 'proposed',
    fields: {
      situation: 'The waste report is due, and half of it says “cause unknown”.',
      need: 'A cause for each loss, and something that can be done about it.',
      obstacle: 'They do not buy equipment; they advise those who do.',
      reach: 'next',
    },
    tellings: { marketing: 'Public payers with a sustainability target.' },
    frame: { x: 1280, y: 744, w: 320, h: 160 },
  },
  {
    id: 'audience-teams',
    kind: 'audience',
    statement: 'Vaccination teams on the road, with no building to plug into.',
    status: 'draft',
    fields: {
      situation: 'Six villages in a day, and a cool box that was packed at five.',
      obstacle: 'Nobody at the health board knows us from there.',
      reach: 'next',
    },
    frame: { x: 1280, y: 1116, w: 320, h: 160 },
  },
]
