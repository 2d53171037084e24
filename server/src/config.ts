/** Every setting: its type, its default, its sentence. Read once, at the start; a bad one stops the start. */
import { isIP } from 'node:net'
import { z } from 'zod'
import { AppError } from '@throughline/shared/errors'
import { LOG_LEVELS } from './log.ts'
import { readDigestTime } from './notify/day.ts'
import { isSender, isSmtpUrl } from './notify/mailer.ts'
import { readNetworks } from './notify/networks.ts'

const notYet = (what: string) => z.undefined({ error: `is set, but ${what} not supported yet; unset it` }).optional()

/** As browsers send it: lower case, without the port that its scheme has anyway. Null for what is more than an origin. */
function originOf(text: string): string | null {
  if (!/^https?:\/\/[^/?#@\s]+\/?$/i.test(text) || !URL.canParse(text)) return null
  return new URL(text).origin
}

/** Express's `trust proxy`: a yes or no, a number of proxies, or a list of addresses. */
function readTrust(text: string): boolean | number | string {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^\d+$/.test(text) ? Number(text) : text
}

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal']

function isTrust(text: string): boolean {
  if (text === 'true' || text === 'false' || /^\d{1,3}$/.test(text)) return true
  return text.split(',').every((part) => {
    const [address = '', bits, ...rest] = part.trim().split('/')
    const longest = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : null
    if (rest.length > 0 || (bits !== undefined && longest === null)) return false
    if (longest === null) return NAMED_NETWORKS.includes(address)
    return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest)
  })
}

export const settings = z.object({
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, { error: 'must be a port, 0 to 65535' })
    .transform(Number)
    .default(4400)
    .describe('One port for pages, HTTP API and WebSockets; 0 picks a free one and prints it.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 opens it to the local network.'),
  DATA_DIR: z.string().min(1).default('./data').describe('Folder of everything that the embedded database keeps.'),
  DATABASE_URL: notYet('Postgres is').describe('Reserved for a database of its own.'),
  REDIS_URL: notYet('running several servers is').describe('Reserved for joining several servers.'),
  PUBLIC_URL: z
    .string()
    .refine((text) => originOf(text) !== null, {
      error: 'must be an origin such as https://maps.example.org, without a path',
    })
    .transform((text) => originOf(text) ?? text)
    .optional()
    .describe('Origin used in links; when set also the only allowed Origin.'),
  TRUST_PROXY: z
    .string()
    .refine(isTrust, { error: 'must be true, false, a number of proxies, or a list of addresses and networks' })
    .transform(readTrust)
    .optional()
    .describe("Express's trust proxy value, for the real client address."),
  ADMIN_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, {
      error: 'must be letters, digits and signs of ASCII without spaces, as a header carries them',
    })
    .optional()
    .describe('When set, making a map and /metrics need it as a Bearer token.'),
  TLDRAW_LICENSE_KEY: z.string().optional().describe('Handed to tldraw in the browser.'),
  WEBHOOK_NETWORKS: z
    .string()
    .default('public')
    .transform((text, context) => {
      const networks = readNetworks(text)
      if (networks !== null) return networks
      context.addIssue({ code: 'custom', message: 'must be none, or a list of public and of addresses and networks' })
      return z.NEVER
    })
    .describe('Where webhooks may lead: public, addresses and networks such as 10.0.0.0/8, or none.'),
  SMTP_URL: z
    .string()
    .refine(isSmtpUrl, { error: 'must be the address of a mail server such as smtps://name:password@mail.example.org' })
    .optional()
    .describe('When set, people can ask for a daily mail; needs MAIL_FROM and PUBLIC_URL.'),
  MAIL_FROM: z
    .string()
    .refine(isSender, { error: 'must be one mail address, with or without a name: Throughline <maps@example.org>' })
    .optional()
    .describe('Who mails come from.'),
  DIGEST_AT: z
    .string()
    .default('07:00 UTC')
    .transform((text, context) => {
      const time = readDigestTime(text)
      if (time !== null) return time
      context.addIssue({ code: 'custom', message: 'must be a time and a time zone such as 07:00 Europe/Zurich' })
      return z.NEVER
    })
    .describe('When the daily mail is sent: a time of day and a time zone.'),
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
  if (read.success) return together(read.data)
  const [issue] = read.error.issues
  throw new AppError('bad-input', `The setting ${String(issue?.path[0])} ${issue?.message ?? 'is wrong'}.`)
}

/** A mail without a sender, or with links that lead nowhere, is none. */
function together(config: Config): Config {
  for (const name of ['MAIL_FROM', 'PUBLIC_URL'] as const)
    if (config.SMTP_URL !== undefined && config[name] === undefined)
      throw new AppError('bad-input', `The setting ${name} must be set where SMTP_URL is.`)
  return config
}
