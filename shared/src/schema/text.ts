/**
 * Plain text as a map holds it: well-formed Unicode, no control characters, one kind of line break.
 * The same rule at every door, so that what one person pastes never breaks another's screen, file or page.
 */

/** C0 and C1 controls but tab and newline, the two noncharacters XML and Typst refuse, and lone surrogates (`\p{Cs}`). */
// oxlint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Cs}/gu
const LINE_BREAKS = /\r\n?|[\u2028\u2029\u0085\u000B\u000C]/g

/** Removes lone surrogates and control characters; line breaks become `\n`. The identity on clean text. */
export function cleanText(text: string): string {
  return text.replace(LINE_BREAKS, '\n').replace(NOT_TEXT, '')
}

/** How many characters `cleanText` removes for not being text; line breaks, which it only evens out, do not count. */
export function countStrays(text: string): number {
  return text.replace(LINE_BREAKS, '\n').match(NOT_TEXT)?.length ?? 0
}

/** A statement, telling or field: one line, its breaks read as spaces. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\t\n]+/g, ' ')
    .trim()
}

/** A detail: paragraphs separated by one newline, none of them empty. */
export function cleanParagraphs(text: string): string {
  return cleanText(text)
    .split('\n')
    .map((line) => line.replace(/\t/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** At most `length` UTF-16 units, never half a surrogate pair; a cut ends on no space, so that clean text stays clean. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return (cut.isWellFormed() ? cut : cut.slice(0, -1)).trimEnd()
}
