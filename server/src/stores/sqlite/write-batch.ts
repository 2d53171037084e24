/** What goes to the writer thread and comes back: plain statements, so that the thread knows nothing of the tables. */

export type Value = string | number | null | Uint8Array
export interface Statement {
  readonly sql: string
  readonly values: readonly Value[]
}
/** Statements that happen together or not at all. */
export type Write = readonly Statement[]
export type Row = Readonly<Record<string, unknown>>

export interface Refusal {
  readonly message: string
  /** SQLite's result code; 13 is a full disk. */
  readonly code: number
}
/** Rows of each statement, or why the write as a whole did not happen. */
export type WriteResult = { readonly rows: readonly (readonly Row[])[] } | { readonly refusal: Refusal }

/** How far to go with putting the files in order: give room back, or leave nothing of what was deleted either. */
export type Thoroughness = 'a little' | 'to the last byte'

export type ToWriter =
  | { readonly is: 'batch'; readonly writes: readonly Write[] }
  | { readonly is: 'tidy'; readonly how: Thoroughness }
  | { readonly is: 'close' }
export type FromWriter =
  | { readonly is: 'ready' }
  | { readonly is: 'failed'; readonly refusal: Refusal }
  | { readonly is: 'results'; readonly results: readonly WriteResult[] }
  /** False while somebody who reads still needs what was to go. */
  | { readonly is: 'tidied'; readonly done: boolean }

export function statement(sql: string, ...values: Value[]): Statement {
  return { sql, values }
}
