/**
 * One POST to an address that somebody has typed in: the only place where this server calls out by HTTP.
 *
 * - **PO1** The name is resolved once, here, and the connection goes to what was resolved. When one of its addresses may
 *   not be reached (`Networks`), none is: so a name that changes its mind in between gains nothing.
 * - **PO2** No redirect is followed, no cookie kept, no proxy asked, nothing of the answer read but its status and
 *   `Retry-After`.
 * - **PO3** It ends within `timeoutMs`, whatever the other end does, and never throws: how it went is the answer.
 */
import { lookup as systemLookup } from 'node:dns'
import { request as requestHttp, STATUS_CODES, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Networks } from './networks.ts'

export interface Answer {
  readonly ok: boolean
  /** Null when there was none. */
  readonly status: number | null
  /** For the owner's eyes; `''` when all went well. Nothing of what the other end wrote. */
  readonly why: string
  /** How long the other end asks to be left alone; 0 when it does not ask. */
  readonly restMs: number
}

export interface PostParts {
  readonly networks: Networks
  readonly timeoutMs?: number
  /** In place of the system's, for tests. */
  readonly lookup?: LookupFunction
}

export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal?: AbortSignal,
) => Promise<Answer>

const TIMEOUT_MS = 15_000

class NotAllowed extends Error {}

const WHY: Readonly<Record<string, string>> = {
  ENOTFOUND: 'nobody knows that name',
  EAI_AGAIN: 'the name could not be looked up',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection broke off',
  EHOSTUNREACH: 'the address cannot be reached',
  ENETUNREACH: 'the address cannot be reached',
  ETIMEDOUT: 'no answer',
}

export const NOT_ALLOWED = 'that address is not one that this server may call'

export function createPost({ networks, timeoutMs = TIMEOUT_MS, lookup = systemLookup }: PostParts): Post {
  /** PO1. Called by the connection itself, for a name; what it answers is what is connected to. */
  const checked: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : []
      const [first] = addresses
      if (error !== null || first === undefined) callback(error ?? new Error('no address'), '', 0)
      else if (!addresses.every(({ address }) => networks.allows(address))) callback(new NotAllowed(), '', 0)
      else if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }

  return async (url, headers, body, signal) => {
    const target = new URL(url)
    const host = target.hostname.replace(/^\[|\]$/g, '')
    // Without a name there is nothing to look up.
    if (isIP(host) !== 0 && !networks.allows(host)) return failed(NOT_ALLOWED)
    const late = AbortSignal.timeout(timeoutMs)
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        const request = (target.protocol === 'https:' ? requestHttps : requestHttp)(target, {
          method: 'POST',
          headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' },
          agent: false,
          lookup: checked,
          signal: signal === undefined ? late : AbortSignal.any([late, signal]),
        })
        request.on('response', resolve)
        request.on('error', reject)
        request.end(body)
      })
      // What it says is nobody's business here, and may be without end.
      response.on('error', () => {})
      response.destroy()
      return answerOf(response)
    } catch (error) {
      return failed(late.aborted ? `no answer within ${timeoutMs / 1000} seconds` : sayWhy(error))
    }
  }
}

function failed(why: string): Answer {
  return { ok: false, status: null, why, restMs: 0 }
}

function answerOf({ statusCode = 0, headers }: IncomingMessage): Answer {
  const ok = statusCode >= 200 && statusCode < 300
  const why = ok ? '' : `${statusCode} ${STATUS_CODES[statusCode] ?? ''}`.trim()
  const seconds = Number(headers['retry-after'] ?? 0)
  return { ok, status: statusCode, why, restMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0 }
}

function sayWhy(error: unknown): string {
  if (error instanceof NotAllowed) return NOT_ALLOWED
  // Several addresses that all failed come as one error that holds theirs.
  const [one] = error instanceof AggregateError ? (error.errors as unknown[]) : [error]
  const code = one instanceof Error && 'code' in one ? String(one.code) : ''
  if (/CERT|TLS|SSL|SELF_SIGNED|ALTNAME/.test(code)) return 'its certificate could not be checked'
  return WHY[code] ?? 'no connection came about'
}
