/** `pnpm throughline <command>`: what an operator does beside the running server. */
import { join, resolve } from 'node:path'
import { AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import { makeKey } from './access/index.ts'
import { BRIEF_USAGE, briefCommand } from './brief/brief-command.ts'
import { systemClock } from './clock.ts'
import { readConfig, type Config } from './config.ts'
import { addKeyToFile } from './stores/sqlite/add-key.ts'
import { backupTo, restoreFrom } from './stores/sqlite/backup-file.ts'
import { DATABASE_FILE } from './stores/sqlite/open-sqlite-stores.ts'
import { verifyFile, type Verification } from './stores/sqlite/verify-file.ts'
import { verifyPictures } from './stores/sqlite/verify-pictures.ts'

const USAGE = `pnpm throughline owner-link <mapId>   makes a new owner's key for a map and prints its link
pnpm throughline backup <file>        saves all maps, keys and people in one file
pnpm throughline verify [file]        reads every stored map and picture, or those of a backup, and says what is damaged
pnpm throughline restore <file>       puts a backup in the place of what is there; the server must be stopped
${BRIEF_USAGE}

All but brief need the same DATA_DIR as the server. All but restore work while it runs.`

function originOf({ PUBLIC_URL, HOST, PORT }: Config): string {
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST
  return PUBLIC_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`
}

function ownerLink(config: Config, map: string): string {
  const { record, secret } = makeKey(map as MapId, 'owner', systemClock.now(), { label: 'From the operator' })
  addKeyToFile(resolve(config.DATA_DIR), record)
  return `${originOf(config)}/m/${map}#key=${secret}`
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

function inWords({ maps, documents, updates }: Verification): string {
  return `${counted(maps, 'map')}, ${counted(documents, 'document')}, ${counted(updates, 'update')} after their snapshots`
}

function verify({ DATA_DIR }: Config, file: string = join(resolve(DATA_DIR), DATABASE_FILE)): string {
  const found = verifyFile(file)
  const { pictures, problems } = verifyPictures(file)
  const read = `${inWords(found)}, ${counted(pictures, 'picture')}`
  if (found.problems.length + problems.length === 0) return `${read}: all is well.`
  const advice =
    found.problems.length === 0 ? '' : '\nCopy DATA_DIR as it is, then restore a backup in which verify finds nothing.'
  throw new AppError(
    'storage-unavailable',
    `${[...found.problems, ...problems, read].join('\n')}: not all is well.${advice}`,
  )
}

function restore({ DATA_DIR }: Config, file: string): string {
  const { found, kept } = restoreFrom(resolve(DATA_DIR), file, new Date(systemClock.now()).toISOString())
  const aside = kept === null ? '' : `\nWhat was there before is kept in ${kept}.`
  return `Restored: ${inWords(found)}.${aside}
Programs of your own that have a map open would write its later state back: stop them first. Our pages do not.`
}

async function run([command, operand, ...rest]: readonly string[]): Promise<string> {
  // Paths are meant from where one stands, not from where the package manager has gone.
  if (command === 'brief') return briefCommand(process.argv.slice(3), process.env['INIT_CWD'] ?? process.cwd())
  const config = readConfig(process.env)
  if (rest.length === 0 && command === 'verify') return verify(config, operand)
  if (rest.length === 0 && operand !== undefined) {
    if (command === 'owner-link') return ownerLink(config, operand)
    if (command === 'backup') return `Saved in ${operand}: ${inWords(backupTo(resolve(config.DATA_DIR), operand))}.`
    if (command === 'restore') return restore(config, operand)
  }
  throw new AppError('bad-input', `These commands exist:\n\n${USAGE}`)
}

try {
  process.stdout.write(`${await run(process.argv.slice(2))}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
