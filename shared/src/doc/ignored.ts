/** What a reader leaves out, and how much of it is listed. */
import { compareText } from '../schema/index.ts'

/**
 * Something in the document that is no part of the map. `path` names the root and key, never what people wrote;
 * `problem` holds no figure that grows, so that one problem is one line of the log.
 */
export interface Ignored {
  readonly path: string
  readonly problem: string
}

/** A hundred thousand lines would tell nobody more than the first of them. */
const LISTED = 100

/** The first of them by the alphabet, the same for everybody. One pass, since a peer may have written any number. */
export function listed(all: Iterable<Ignored>): readonly Ignored[] {
  const first: Ignored[] = []
  let isMore = false
  for (const one of all) {
    const last = first[LISTED - 1]
    if (last !== undefined) isMore = true
    if (last !== undefined && order(one, last) >= 0) continue
    const at = first.findIndex((other) => order(one, other) < 0)
    first.splice(at === -1 ? first.length : at, 0, one)
    if (first.length > LISTED) first.pop()
  }
  const root = first[0]?.path.split('/')[0] ?? ''
  return isMore ? [...first, { path: root, problem: 'more of the kind' }] : first
}

function order(a: Ignored, b: Ignored): number {
  return compareText(a.path, b.path) || compareText(a.problem, b.problem)
}
