/** Every setting: its type, its default, its sentence. Read once, at the start; a bad one stops the start. */
import { z } from 'zod'
import { AppError } from '@throughline/shared/errors'
import { LOG_LEVELS } from './log.ts'

const notYet = (what: string) => z.undefined({ error: `is set, but ${what} not supported yet; unset it` }).optional()

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\/[^/?#]+$/.test(text)
}

/** Express's `trust proxy`: a yes or no, a number of proxies, or a list of addresses. */
function readTrust(text: string): boolean | number | string {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^\d+$/.test(text) ? Number(text) : text
}

export const settings = z.object({
  PORT: z.coerce
    .number({ error: 'must be a port, 0 to 65535' })
    .int({ error: 'must be a port, 0 to 65535' })
    .min(0, { error: 'must be a port, 0 to 65535' })
    .max(65_535, { error: 'must be a port, 0 to 65535' })
    .default(4400)
    .describe('One port for pages, HTTP API and WebSockets; 0 picks a free one and prints it.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 opens it to the local network.'),
  DATA_DIR: z.string().min(1).default('./data').describe('Folder of everything that the embedded database keeps.'),
  DATABASE_URL: notYet('Postgres is').describe('Reserved for a database of its own.'),
  REDIS_URL: notYet('running several servers is').describe('Reserved for joining several servers.'),
  PUBLIC_URL: z
    .string()
    .transform((url) => url.replace(/\/$/, ''))
    .refine(isOrigin, { error: 'must be an origin such as https://maps.example.org, without a path' })
    .optional()
    .describe('Origin used in links; when set also the only allowed Origin.'),
  TRUST_PROXY: z
    .string()
    .transform(readTrust)
    .optional()
    .describe("Express's trust proxy value, for the real client address."),
  ADMIN_KEY: z
    .string()
    .min(16, { error: 'must have at least 16 characters' })
    .optional()
    .describe('When set, making a map and /metrics need it as a Bearer token.'),
  TLDRAW_LICENSE_KEY: z.string().optional().describe('Handed to tldraw in the browser.'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info')
    .describe('How much is logged: one JSON line an event on stdout.'),
})
export type Config = z.infer<typeof settings>

/** @throws {AppError} with a sentence that names the variable. An empty variable counts as unset. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const read = settings.safeParse(given)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new AppError('bad-input', `The setting ${String(issue?.path[0])} ${issue?.message ?? 'is wrong'}.`)
}
