/** What the home page says about beginning. */
export const TEMPLATE_TITLE = 'Begin with questions'
export const TEMPLATE_INTRO =
  'Each template is a map of questions. They stand where the words will be, and go when something is written.'

export const WAYS = {
  blank: ['Blank', 'One purpose, waiting for its sentence.'],
  template: ['From a template', 'Three patterns of growth and a message house, as questions.'],
  paste: ['From notes or a file', 'Markdown, CSV, a canvas, a map file; or drop one anywhere. You check each line.'],
  example: ['The example', 'Vardeholm, told once: a filled map to look around in.'],
} as const
