/** What stands in front of a colon, and where a line leads. */
import type { DraftLine } from './draft.ts'
import { isBareLabel } from './kind-words.ts'
import { plainWords } from './plain-words.ts'

const LABEL_IN_BOLD = /^(\*\*|__|\*|_)([^*_\n]{1,60}?):?\1 ?[:–—-]? ?([^]*)$/
const LABEL = /^([^:.!?\n*_]{1,40}): ([^]+)$/
export interface Labelled {
  readonly label: string
  /** Still Markdown. */
  readonly rest: string
}

export function labelled(markdown: string): Labelled | null {
  const [, , bold, after] = LABEL_IN_BOLD.exec(markdown) ?? []
  if (bold !== undefined && after !== undefined && after !== '') return { label: plainWords(bold).text, rest: after }
  const [, label, rest] = LABEL.exec(markdown) ?? []
  return label === undefined || rest === undefined ? null : { label: plainWords(label).text, rest }
}

/** A label that only names the kind goes with it; any other stays in front of its words. */
export function withoutBareLabel(markdown: string, label: Labelled | null): string {
  return label !== null && isBareLabel(label.label) ? label.rest : markdown
}

/** An address is where a proof comes from; on any other line it stays readable, in its detail. */
export function keepAddresses(line: DraftLine, addresses: readonly string[]): void {
  for (const address of addresses) {
    if (line.kind === 'proof' && line.fields.source === undefined) line.fields.source = address
    else if (!line.statement.includes(address) && !line.detail.some((part) => part.includes(address)))
      line.detail.push(address)
  }
}
