/** A folder that is there afterwards, with those above it. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/**
 * For its owner alone. Not Node's own `recursive`: where the system makes no folder although the one above is there, as
 * under `/proc`, that one tries for ever (Node 24.21).
 *
 * @throws the system's error when it cannot be made; `EEXIST` when a file has its name.
 */
export function makeFolder(folder: string): void {
  try {
    makeOne(folder)
  } catch (error) {
    const above = dirname(folder)
    if (codeOf(error) !== 'ENOENT' || above === folder) throw error
    makeFolder(above)
    makeOne(folder)
  }
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Made already: then this asks for what is there, and fails where it is a file.
    if (codeOf(error) !== 'EEXIST') throw error
    mkdirSync(folder, { recursive: true })
  }
}
