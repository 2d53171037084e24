/**
 * `@` and a name, in the plain text of a comment. Whom it means is kept as ids beside the text; the names in it stay what
 * its author wrote.
 */
export interface Named {
  readonly id: string
  readonly name: string
}

export interface MentionPart {
  readonly text: string
  /** Whom it means; null for words between. */
  readonly person: Named | null
}

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/** The text in parts, its mentions of these people apart. The longest name wins: “@Ana Petrova” is not “@Ana”. */
export function splitMentions(text: string, people: readonly Named[]): readonly MentionPart[] {
  const named = people.filter(({ name }) => name !== '').toSorted((a, b) => b.name.length - a.name.length)
  const parts: MentionPart[] = []
  let from = 0
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (isLetter(text[at - 1])) continue
    const person = named.find(({ name }) => text.startsWith(name, at + 1) && !isLetter(text[at + 1 + name.length]))
    if (person === undefined) continue
    if (at > from) parts.push({ text: text.slice(from, at), person: null })
    from = at + 1 + person.name.length
    parts.push({ text: text.slice(at, from), person })
  }
  if (from < text.length) parts.push({ text: text.slice(from), person: null })
  return parts
}

/**
 * Ids of the people that a text mentions. Of several who go by one name those that were `chosen`; nobody chosen, all of
 * them: better told once too often than never.
 */
export function mentionsIn(text: string, people: readonly Named[], chosen: ReadonlySet<string>): readonly string[] {
  const names = new Set(splitMentions(text, people).flatMap(({ person }) => (person === null ? [] : [person.name])))
  return [...names].flatMap((name) => {
    const called = people.filter((person) => person.name === name)
    const picked = called.filter(({ id }) => chosen.has(id))
    return (picked.length > 0 ? picked : called).map(({ id }) => id)
  })
}

/** What is being typed after an `@` before the caret, and where that `@` stands; null where none is. */
export function mentionAt(text: string, caret: number): { readonly at: number; readonly typed: string } | null {
  const at = text.lastIndexOf('@', caret - 1)
  if (at === -1 || isLetter(text[at - 1])) return null
  const typed = text.slice(at + 1, caret)
  return typed.length > 40 || /[\n@]|\s\s|^\s/.test(typed) ? null : { at, typed }
}
