/** A proof of several values is said in full where it comes first; further down the page points back to it. */
import type { Brief, BriefEntry, BriefItem } from './brief.ts'

export function markRepeated(sections: Brief['sections']): Brief['sections'] {
  const said = new Set<string>()
  const mark = <Entry extends BriefEntry>(entry: Entry): Entry => {
    if (entry.kind !== 'proof') return entry
    const words = wordsOf(entry.text)
    const repeated = said.has(words)
    said.add(words)
    return { ...entry, repeated }
  }
  const markItem = (item: BriefItem): BriefItem => ({ ...mark(item), proofs: item.proofs.map(mark) })
  return sections.map((section) => ({ ...section, items: section.items.map(markItem) }))
}

/** Two texts that differ only in quotation marks, case or spacing say the same. */
function wordsOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{S}\p{M}]+/gu)
  return words === null ? text.trim() : words.join(' ')
}
