/**
 * A detail in fewer words, before all of it goes: its first sentence where it is sure where that ends, else its first
 * paragraph. Nothing is ever cut within a sentence.
 */
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' })

/** A full stop behind a word that is no abbreviation: “Dr.”, “e.g.” and “No.” are shorter, or have stops in them. */
const SURE_END = /(?:[!?…]|(?<![\p{L}\p{N}.])[\p{L}\p{N}'’-]{4,}\.)["'”’»)\]]*\s*$|[。！？][」』”’）]*\s*$/u

/** The same text where there is no shorter form. */
export function shorterForm(detail: string): string {
  const [paragraph = ''] = detail.split('\n').filter((line) => line.trim() !== '')
  return firstSentence(paragraph)
}

function firstSentence(paragraph: string): string {
  let sentence = ''
  for (const { segment } of SENTENCES.segment(paragraph)) {
    sentence += segment
    if (SURE_END.test(sentence) && isWhole(sentence)) return sentence.trim()
  }
  return paragraph.trim()
}

const PAIRS = [
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
  ['（', '）'],
] as const

/** Whether every bracket and quotation that was opened is closed. */
function isWhole(sentence: string): boolean {
  return PAIRS.every(([open, close]) => sentence.split(open).length <= sentence.split(close).length)
}
