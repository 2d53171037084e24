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

/** Of a map that this browser keeps, where the client's own files are kept too. */
export const AVAILABLE_OFFLINE = 'Available offline.'
/** When such a map is to be forgotten. */
export const EDITS_GO_TOO =
  'The edits that wait here have not reached it, and are lost: open it first to bring them there.'
export const EDITS_WAIT = 'Edits made here wait for the server; they go there when the map is opened.'
