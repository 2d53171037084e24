/** Whatever went wrong, as problem details (RFC 9457). The only place that turns an error into a status. */
import type { NextFunction, Request, Response } from 'express'
import { AppError, asAppError, ERROR_KINDS, type ErrorKind } from '@throughline/shared/errors'
import { PROBLEM_MEDIA_TYPE, problemType } from '@throughline/shared/protocol'
import { describeError, type Log } from '../log.ts'

/** Errors of Express and its body parser carry a status; their messages may quote the request, so they stay inside. */
const BY_STATUS: Readonly<Record<number, readonly [ErrorKind, string]>> = {
  400: ['bad-request', 'The request could not be read.'],
  413: ['too-large', 'The body is larger than the server takes.'],
  415: ['wrong-type', 'That encoding or content type is not understood here.'],
}

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const status = typeof error === 'object' && error !== null ? (error as { status?: unknown }).status : undefined
  const known = typeof status === 'number' ? BY_STATUS[status] : undefined
  return known === undefined ? asAppError(error) : new AppError(known[0], known[1], { cause: error })
}

const RETRY_AFTER_S = 5

/** Where the address itself is a secret as long as a workshop runs. */
const CODE_IN_PATH = /^\/j\/[^/]+/i

export function sendProblem(response: Response, { kind, message, extra }: AppError): void {
  const { http: status, title } = ERROR_KINDS[kind]
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer')
  const { retryAfter } = extra
  if (status === 429 || status === 503)
    response.setHeader('Retry-After', typeof retryAfter === 'number' ? retryAfter : RETRY_AFTER_S)
  response.setHeader('Cache-Control', 'no-store')
  response.status(status).type(PROBLEM_MEDIA_TYPE)
  response.send(JSON.stringify({ ...extra, type: problemType(kind), title, status, detail: message, kind }))
}

/** A call without one is complete only a moment after its headers; its connection can go on. */
function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

export function createErrorHandler(log: Log) {
  // Express tells an error handler by its four parameters.
  return (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const known = toAppError(error)
    const { http: status, log: level } = ERROR_KINDS[known.kind]
    const why = level === 'error' ? describeError(known.cause ?? known) : {}
    // `path` has no query string: that is where a key may be.
    const path = request.path.replace(CODE_IN_PATH, '/j/…')
    log[level]('call refused', { method: request.method, path, status, kind: known.kind, ...why })
    if (response.headersSent) {
      response.destroy()
      return
    }
    // What is still on its way is read and dropped: closing in the middle would hide this answer from the sender.
    if (!request.complete && hasBody(request)) {
      response.setHeader('Connection', 'close')
      request.resume()
    }
    sendProblem(response, known)
  }
}
