import type { BlockSketch } from '../block-sketch.ts'

export const VALUES: readonly BlockSketch[] = [
  {
    id: 'value-alarm',
    kind: 'value',
    statement: 'A person answers the alarm first, and calls you only when you must act.',
    detail: 'Two people on duty, every night of the year. They know the fridge, the stock in it and whom to call.',
    status: 'agreed',
    fields: {
      attribute: 'A duty desk that sees every reading and the door beside it.',
      alternative: 'A text message at three in the morning, and a drive to find a door ajar.',
      difference: 'A message wakes you for everything. It cannot tell a door from a broken compressor.',
      gain: 'Nine nights in ten stay quiet, and none of them costs a fridge of stock.',
    },
    tags: ['night'],
    owner: 'Teo Marsh',
    tellings: {
      leadership: 'We take the alarm, so that the pharmacist can sleep.',
      product: 'Alarms go to a person on call, who escalates by rules you set.',
      marketing: 'Round-the-clock peace of mind for every fridge you own.',
      sales: 'A person answers every alarm, and your insurer likes it.',
      customer: 'They call me only when I must act. That is all I wanted.',
    },
    agreed: {
      statement: 'A person answers every alarm, and calls you only when you must act.',
      at: '2026-05-12T10:05:00Z',
      by: 'Agnes Holm',
    },
    frame: { x: 520, y: 0, w: 320, h: 160 },
  },
  {
    id: 'value-inspection',
    kind: 'value',
    statement: 'Inspection is a printout, not a week: every reading is filed as it is taken.',
    status: 'proposed',
    fields: {
      attribute: 'A record that nobody can change afterwards, kept for five years.',
      alternative: 'A clipboard on the fridge door, and a week of typing before the inspector comes.',
      difference: 'Paper has gaps, and a gap has to be explained.',
      gain: 'The week before an inspection is a week like any other.',
    },
    tags: ['inspection'],
    owner: 'Joon Park',
    tellings: {
      leadership: 'Inspection becomes a printout instead of a week.',
      marketing: 'Always ready for the auditor.',
      sales: 'You hand over a printout and go back to work.',
    },
    frame: { x: 520, y: 372, w: 320, h: 160 },
  },
  {
    id: 'value-lessons',
    kind: 'value',
    statement: 'What nearly went wrong in one pharmacy is known in all of them by the end of the month.',
    detail: 'The monthly note names the fault, never the pharmacy.',
    status: 'proposed',
    fields: {
      attribute: 'Readings from four hundred fridges, and people who read them.',
      alternative: 'Everybody finds out alone that this seal fails in its third summer.',
      gain: 'Faults are mended on a weekday, before they are alarms.',
    },
    owner: 'Ruth Adeyemi',
    tellings: {
      product: 'We compare fridges of one make and warn before the seal goes.',
      marketing: 'A community that learns from every near miss.',
      customer: 'The note told me to look at the seal. It was the seal.',
    },
    frame: { x: 520, y: 744, w: 320, h: 160 },
  },
  {
    id: 'value-offline',
    kind: 'value',
    statement: 'It works where the wi-fi does not: five years on one battery, from a cellar or a van.',
    status: 'draft',
    fields: {
      attribute: 'A logger that keeps its readings and sends them when it finds a network.',
      alternative: 'A thermometer on a string, read out over the telephone.',
      difference: 'What is not connected is not in the record.',
    },
    tags: ['next'],
    tellings: {
      product: 'The logger buffers five years of readings on one cell and syncs when it can.',
      sales: 'It works in the cellar, and it works in the van.',
    },
    frame: { x: 520, y: 1116, w: 320, h: 160 },
  },
]
