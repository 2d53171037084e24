/** The process: settings, stores, listening, signals. Nothing else touches `process`. */
import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { resolve } from 'node:path'
import { AppError } from '@throughline/shared/errors'
import { createApp } from './app.ts'
import { systemClock } from './clock.ts'
import { readConfig, type Config } from './config.ts'
import { createLog, describeError } from './log.ts'
import { createMailer, type Mailer } from './notify/index.ts'
import { createShutdown } from './shutdown.ts'
import { openSqliteStores } from './stores/sqlite/open-sqlite-stores.ts'

const CLIENT_DIR = fileURLToPath(new URL('../../client/dist', import.meta.url))
const PACKAGE = new URL('../../package.json', import.meta.url)

function versionOf(): string {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version?: unknown }
  return typeof version === 'string' ? version : 'unknown'
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function asHost(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}

function sayWhereToOpen({ HOST }: Config, port: number): void {
  say(`Throughline is listening on http://${asHost(HOST)}:${port}`)
  const isOpen = HOST === '0.0.0.0' || HOST === '::'
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => `http://${address}:${port}`)
  if (isOpen)
    say(
      `Open it here: http://localhost:${port}, and from the local network: ${outside.join(', ') || 'no network found'}`,
    )
  else say('Only this computer can open it. To let others on the local network in, start it with HOST=0.0.0.0.')
}

const WHY_NOT: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses that port; stop it, or set PORT to another (0 picks a free one)',
  EACCES: 'this user may not use that port; set PORT to one above 1023',
  EADDRNOTAVAIL: 'this computer has no such address; set HOST to one of its own, 127.0.0.1 or 0.0.0.0',
  ENOTFOUND: 'nobody knows that address; set HOST to one of this computer, 127.0.0.1 or 0.0.0.0',
}

function cannotListen({ HOST, PORT }: Config, { code, message }: NodeJS.ErrnoException): AppError {
  const why = WHY_NOT[code ?? ''] ?? code ?? message
  return new AppError('bad-input', `Cannot listen on HOST ${HOST}, PORT ${PORT}: ${why}.`)
}

function mailerOf({ SMTP_URL: smtpUrl, MAIL_FROM: from }: Config): Mailer | null {
  return smtpUrl === undefined || from === undefined ? null : createMailer({ smtpUrl, from })
}

async function start(config: Config): Promise<void> {
  const log = createLog(config.LOG_LEVEL)
  let giveUp = (): void => process.exit(1)
  const stores = await openSqliteStores(resolve(config.DATA_DIR), log, { onLost: () => giveUp() })
  const app = createApp({
    stores,
    clock: systemClock,
    log,
    publicUrl: config.PUBLIC_URL ?? null,
    adminKey: config.ADMIN_KEY ?? null,
    tldrawLicenseKey: config.TLDRAW_LICENSE_KEY ?? null,
    trustProxy: config.TRUST_PROXY ?? null,
    webhookNetworks: config.WEBHOOK_NETWORKS,
    mailer: mailerOf(config),
    digestAt: config.DIGEST_AT,
    clientDir: CLIENT_DIR,
    version: versionOf(),
  })
  const stop = createShutdown({
    steps: [() => app.close(), () => stores.close()],
    log,
    exit: (code) => process.exit(code),
  })
  // Whoever looks after this process starts a fresh one; until then nothing could be saved.
  giveUp = () => stop('storage lost', 1)
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
  // Started by a launcher: when that is gone, however it went, nobody else would end this process.
  if (process.send) process.on('disconnect', () => stop('launcher gone'))
  process.on('unhandledRejection', (error) => log.error('unhandled rejection', describeError(error)))
  process.on('uncaughtException', (error) => {
    log.error('uncaught exception', describeError(error))
    stop('uncaught exception', 1)
  })
  app.server.on('error', (error) => refuseStart(cannotListen(config, error)))
  app.server.listen(config.PORT, config.HOST, () => {
    const { port } = app.server.address() as AddressInfo
    log.info('listening', { host: config.HOST, port })
    sayWhereToOpen(config, port)
  })
}

function refuseStart(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (error instanceof AppError && error.cause instanceof Error) process.stderr.write(`(${error.cause.message})\n`)
  process.exit(1)
}

try {
  await start(readConfig(process.env))
} catch (error) {
  refuseStart(error)
}
