/**
 * One JSON line an event on stdout. A line holds ids and figures: never what people wrote, never a key, a cookie or a
 * query string.
 */
import { writeSync } from 'node:fs'
import { pino } from 'pino'
import { LogOut } from './log-out.ts'

export type Fields = Readonly<Record<string, unknown>>

export interface Log {
  debug(event: string, fields?: Fields): void
  info(event: string, fields?: Fields): void
  warn(event: string, fields?: Fields): void
  error(event: string, fields?: Fields): void
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Name, message and stack of whatever was thrown; a message of Yjs or SQLite holds no content. */
export function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: String(error) }
  return {
    error: error.message,
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

const STDOUT = 1

export function createLog(level: LogLevel): Log {
  const destination = new LogOut({
    write: (bytes) => writeSync(STDOUT, bytes),
    lost: (lines) =>
      `${JSON.stringify({ level: 'warn', time: new Date().toISOString(), lines, event: 'log lines lost' })}\n`,
  })
  const out = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'event',
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
  return {
    debug: (event, fields = {}) => out.debug(fields, event),
    info: (event, fields = {}) => out.info(fields, event),
    warn: (event, fields = {}) => out.warn(fields, event),
    error: (event, fields = {}) => out.error(fields, event),
  }
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
