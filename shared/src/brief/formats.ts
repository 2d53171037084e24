/** The files a brief leaves in: the end of the address, the type, the end of the file name. */
export const BRIEF_FORMATS = {
  json: { contentType: 'application/json; charset=utf-8' },
  md: { contentType: 'text/markdown; charset=utf-8' },
  html: { contentType: 'text/html; charset=utf-8' },
  pdf: { contentType: 'application/pdf' },
  png: { contentType: 'image/png' },
  docx: { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
} as const satisfies Record<string, { readonly contentType: string }>
export type BriefFormat = keyof typeof BRIEF_FORMATS

export function isBriefFormat(name: string): name is BriefFormat {
  return Object.hasOwn(BRIEF_FORMATS, name)
}

/** Millimetres. */
export const PAPERS = {
  a4: { name: 'A4', width: 210, height: 297 },
  letter: { name: 'Letter', width: 215.9, height: 279.4 },
} as const
export type Paper = keyof typeof PAPERS

export function isPaper(name: string): name is Paper {
  return Object.hasOwn(PAPERS, name)
}

/** What a brief words: each statement as it reads now, or the agreed ones alone. */
export const WORDINGS = ['now', 'agreed'] as const
export type Wording = (typeof WORDINGS)[number]

export function isWording(name: string): name is Wording {
  return WORDINGS.some((known) => known === name)
}

/** How a page looks. What it says is the same in each. */
export const DESIGNS = {
  quiet: { name: 'Quiet' },
  editorial: { name: 'Editorial' },
  bold: { name: 'Bold' },
} as const
export type Design = keyof typeof DESIGNS

export function isDesign(name: string): name is Design {
  return Object.hasOwn(DESIGNS, name)
}
