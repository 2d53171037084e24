/** `pnpm throughline <command>`: what an operator does beside the running server. */
import { resolve } from 'node:path'
import { AppError } from '@throughline/shared/errors'
import type { MapId } from '@throughline/shared/schema'
import { makeKey } from './access/index.ts'
import { systemClock } from './clock.ts'
import { readConfig, type Config } from './config.ts'
import { addKeyToFile } from './stores/sqlite/add-key.ts'

const USAGE = `pnpm throughline owner-link <mapId>   makes a new owner's key for a map and prints its link
                                      (also while the server runs; needs the same DATA_DIR)`

function originOf({ PUBLIC_URL, HOST, PORT }: Config): string {
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST
  return PUBLIC_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`
}

function ownerLink(config: Config, map: string): string {
  const { record, secret } = makeKey(map as MapId, 'owner', systemClock.now(), { label: 'From the operator' })
  addKeyToFile(resolve(config.DATA_DIR), record)
  return `${originOf(config)}/m/${map}#key=${secret}`
}

function run([command, map, ...rest]: readonly string[]): string {
  if (command !== 'owner-link' || map === undefined || rest.length > 0)
    throw new AppError('bad-input', `These commands exist:\n\n${USAGE}`)
  return ownerLink(readConfig(process.env), map)
}

try {
  process.stdout.write(`${run(process.argv.slice(2))}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
