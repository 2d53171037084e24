/**
 * One piece of Markdown as the words that a person reads: no emphasis, no escapes, links by their words. Linear in its
 * length, whatever is in it: each mark is looked at once, and looks ahead no further than a link can be long.
 */
export interface Words {
  readonly text: string
  /** Where its links and bare addresses lead, in their order. */
  readonly addresses: readonly string[]
}

const LINK = /!?\[([^[\]]{0,500})\]\(<?([^()<>\s]{0,2000})>?(?: "[^"\n]{0,200}")?\)/y
const WIKI_LINK = /!?\[\[([^[\]|]{1,500})(?:\|([^[\]]{1,500}))?\]\]/y
const AUTO_LINK = /<(https?:\/\/[^<>\s]{1,2000})>/y
const TAG = /<\/?[a-z][a-z0-9-]{0,20}(?: [^<>]{0,500})?\/?>/iy
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/iy
const BARE_ADDRESS = /https?:\/\/[^\s<>"”»)\]]{1,2000}/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const WORD = /[\p{L}\p{N}]/u
const ESCAPABLE = /[!-/:-@[-`{-~]/

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at
  return form.exec(text)
}

function characterOf([, decimal, hex, name]: RegExpExecArray): string | null {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? null
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : null
}

/** Whether a mark at this place opens or closes emphasis, and is not a star between figures or a word with_underscores. */
function isEmphasis(text: string, at: number, end: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[end] ?? ' ']
  if (/\s/.test(before) && /\s/.test(after)) return false
  return text[at] !== '_' || !(WORD.test(before) && WORD.test(after))
}

interface Step {
  readonly says: string
  readonly length: number
  readonly address?: string | undefined
}

/** What begins at a mark: what it says, and how much of the text that takes. */
function stepAt(text: string, at: number): Step {
  const mark = text[at] ?? ''
  const here = { says: mark, length: 1 }
  if (mark === '\\') return ESCAPABLE.test(text[at + 1] ?? '') ? { says: text[at + 1] ?? '', length: 2 } : here
  if (mark === '`') return { says: '', length: 1 }
  if (mark === '~') return text[at + 1] === '~' ? { says: '', length: 2 } : here
  if (mark === '*' || mark === '_') {
    let end = at + 1
    while (text[end] === mark && end - at < 3) end += 1
    return isEmphasis(text, at, end) ? { says: '', length: end - at } : { says: text.slice(at, end), length: end - at }
  }
  if (mark === '[' || mark === '!') {
    const wiki = matchAt(WIKI_LINK, text, at)
    if (wiki !== null) return { says: wiki[2] ?? wiki[1] ?? '', length: wiki[0].length }
    const link = matchAt(LINK, text, at)
    return link === null ? here : { says: link[1] ?? '', length: link[0].length, address: link[2] }
  }
  if (mark === '<') {
    const auto = matchAt(AUTO_LINK, text, at)
    if (auto !== null) return { says: auto[1] ?? '', length: auto[0].length }
    const tag = matchAt(TAG, text, at)
    return tag === null ? here : { says: /^<br/i.test(tag[0]) ? '\n' : '', length: tag[0].length }
  }
  const entity = matchAt(ENTITY, text, at)
  const character = entity === null ? null : characterOf(entity)
  return entity === null || character === null ? here : { says: character, length: entity[0].length }
}

export function plainWords(markdown: string): Words {
  const said: string[] = []
  const addresses: string[] = []
  const marks = /[\\`~*_[!<&]/g
  let at = 0
  for (let mark = marks.exec(markdown); mark !== null; mark = marks.exec(markdown)) {
    said.push(markdown.slice(at, mark.index))
    const { says, length, address } = stepAt(markdown, mark.index)
    said.push(says)
    if (address !== undefined && address !== '') addresses.push(address)
    at = mark.index + length
    marks.lastIndex = at
  }
  said.push(markdown.slice(at))
  const text = said.join('').trim()
  return { text, addresses: [...addresses, ...(text.match(BARE_ADDRESS) ?? [])] }
}
