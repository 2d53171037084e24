/** What a text says about itself while somebody writes in it. */

const figure = (n: number): string => n.toLocaleString('en-GB')

export const textFull = (limit: number): string => `A text holds ${figure(limit)} characters, and this one is full.`
export const textCut = (limit: number): string =>
  `A text holds ${figure(limit)} characters. What was pasted has been cut to fit.`

/** A text that some other program wrote in a form that cannot be edited here. */
export const UNFIT_TEXT = 'Another program wrote this in a form that cannot be edited here.'
export const UNFIT_ROOT = 'Another program has put something here that cannot be read.'
export const REPAIR = 'Repair'
export const REPAIRED_AND_COPIED = 'Repaired: the words are plain text now, and copied. Undo brings the old form back.'
export const REPAIRED = 'Repaired: the words are plain text now. Undo brings the old form back.'
