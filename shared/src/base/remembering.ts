/**
 * The same function, which answers from memory what it was asked before; it keeps `most` answers, and then begins anew.
 * For pure functions of a text that is asked for over and over, as the words of one map are.
 */
export function remembering<T>(work: (text: string) => T, most: number): (text: string) => T {
  const kept = new Map<string, { readonly answer: T }>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known.answer
    if (kept.size >= most) kept.clear()
    const answer = work(text)
    kept.set(text, { answer })
    return answer
  }
}
