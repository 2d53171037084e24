/** Files whose words may become blocks: map files, and texts from other tools. */
const ENDINGS = ['.json', '.canvas', '.csv', '.tsv', '.md', '.markdown', '.txt']

export const TEXT_FILES = [...ENDINGS, 'application/json', 'text/csv', 'text/markdown', 'text/plain'].join(',')

export function isText({ type, name }: Pick<File, 'type' | 'name'>): boolean {
  const lower = name.toLowerCase()
  return type === 'application/json' || ENDINGS.some((ending) => lower.endsWith(ending))
}
