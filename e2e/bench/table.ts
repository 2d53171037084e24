/** Figures as a table that people read in a terminal. */

export type Row = Readonly<Record<string, string>>

export function printTable(title: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const width = (column: string): number => Math.max(column.length, ...rows.map((row) => row[column]?.length ?? 0))
  const line = (cell: (column: string) => string): string =>
    columns.map((column) => cell(column).padStart(width(column))).join('   ')
  const body = rows.map((row) => line((column) => row[column] ?? ''))
  console.log(['', title, line((column) => column), ...body].join('\n'))
}

/** The same for a document. Notes say what no figure says: who fell over, and how. */
export function markdownTable(title: string, rows: readonly Row[], notes: readonly string[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const table = [columns, columns.map(() => '---'), ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  const said = notes.map((note) => `- ${note}`)
  return [`**${title}**`, rows.length === 0 ? '' : table.map(line).join('\n'), said.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** 0 for no values. `share` is 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
