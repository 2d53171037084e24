/**
 * Which words of a statement were not in the wording that was agreed: the longest common run of words stays, the rest
 * is new. Words are what the language's own rules say they are, so Japanese has them too.
 */
import { segmentsOf as segmentsWithPlaces } from './segments.ts'

export interface Words {
  readonly text: string
  readonly isNew: boolean
}

const segmentsOf = (text: string): readonly string[] => segmentsWithPlaces(text).map((segment) => segment.text)

/** `lengths[i][j]`: how many words `a` from i and `b` from j have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? new Uint16Array()
    const below = rows[i + 1] ?? new Uint16Array()
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  }
  return rows
}

/** Joined again, the parts are exactly `now`. A space between two new words is new with them. */
export function newWords(before: string, now: string): readonly Words[] {
  const [a, b] = [segmentsOf(before), segmentsOf(now)]
  const common = commonLengths(a, b)
  const isNew: boolean[] = b.map(() => true)
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) isNew[j] = false
    const [skipOld, skipNew] = [common[i + 1]?.[j] ?? 0, common[i]?.[j + 1] ?? 0]
    if (isNew[j] === false) [i, j] = [i + 1, j + 1]
    else if (skipOld >= skipNew) i += 1
    else j += 1
  }
  for (const [at, segment] of b.entries())
    if (segment.trim() === '') isNew[at] = isNew[at - 1] === true && isNew[at + 1] === true
  return joined(b, isNew)
}

function joined(segments: readonly string[], isNew: readonly boolean[]): readonly Words[] {
  const parts: Words[] = []
  for (const [at, segment] of segments.entries()) {
    const last = parts.at(-1)
    if (last !== undefined && last.isNew === isNew[at]) parts[parts.length - 1] = { ...last, text: last.text + segment }
    else parts.push({ text: segment, isNew: isNew[at] === true })
  }
  return parts
}
