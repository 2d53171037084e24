/**
 * The words on a clipboard. Some programs put a formatted page there and no plain text; its words are read from it as
 * they stand, a line for each paragraph, list item and row.
 *
 * - **CW1** Nothing of the page runs and nothing is fetched: it is parsed apart from this one, and only its texts are read.
 */

const LINES = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
)
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE', 'HEAD', 'NOSCRIPT'])

/** What a heading or an item of a list is in plain text, so that it goes on being one. */
function markOf({ tagName }: Element): string {
  if (tagName === 'LI') return '- '
  return /^H[1-6]$/.test(tagName) ? `${'#'.repeat(Number(tagName.charAt(1)))} ` : ''
}

function wordsIn(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').replace(/\s+/gu, ' ')
  if (!(node instanceof Element) || UNSEEN.has(node.tagName)) return ''
  if (node.tagName === 'BR') return '\n'
  const words = Array.from(node.childNodes, wordsIn).join('')
  if (node.tagName === 'TD' || node.tagName === 'TH') return `${words.trim()}\t`
  return LINES.has(node.tagName) ? `\n${markOf(node)}${words.replace(/^\s+/u, '')}\n` : words
}

export function wordsOfPage(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return Array.from(body.childNodes, wordsIn)
    .join('')
    .split('\n')
    .map((line) => line.replace(/^ +|[ \t]+$/gu, '').replace(/ {2,}/gu, ' '))
    .filter((line) => !/^(?:-|#+)?$/u.test(line.trim()))
    .join('\n')
}

/** `''` where there are none. */
export function wordsOn(clipboard: DataTransfer | null): string {
  const plain = clipboard?.getData('text/plain') ?? ''
  return plain.trim() === '' ? wordsOfPage(clipboard?.getData('text/html') ?? '') : plain
}
