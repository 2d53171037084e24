/** For our own mistakes only: input from outside gets an `AppError`, a person's wish a `Result`. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`)
}

/** Ends every switch over a union: a new member then breaks the build wherever it must be thought of. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`)
}
