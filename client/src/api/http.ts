/**
 * One call to the server. Whatever goes wrong comes out as an `AppError`: a problem document by its status and type, no
 * answer at all as `unexpected` with `extra.unreachable`.
 */
import { AppError, ERROR_KINDS, type ErrorKind } from '@throughline/shared/errors'

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as they are, under their own type, in place of a body. */
  readonly bytes?: Blob
  /** A key to show instead of the cookie. */
  readonly key?: string
  readonly signal?: AbortSignal
}

export async function call(path: string, { method = 'GET', body, bytes, key, signal }: Call = {}): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json, application/problem+json, */*' })
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  if (bytes !== undefined) headers.set('Content-Type', bytes.type)
  if (key !== undefined) headers.set('Authorization', `Bearer ${key}`)
  const response = await fetch(path, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(bytes === undefined ? {} : { body: bytes }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((cause: unknown) => {
    throw new AppError('unexpected', 'The server does not answer.', { cause, extra: { unreachable: true } })
  })
  if (!response.ok) throw await problemOf(response)
  return response
}

/** The answer's JSON, of the shape that `shared/protocol` gives this call. */
export async function callJson<Answer>(path: string, options: Call = {}): Promise<Answer> {
  const response = await call(path, options)
  return (await response.json().catch((cause: unknown) => {
    throw new AppError('unexpected', 'The answer was no JSON.', { cause })
  })) as Answer
}

/** A refusal as our own error: by the kind its `type` ends in, else by its status. */
export async function problemOf(response: Response): Promise<AppError> {
  const body: unknown = await response.json().catch(() => null)
  const { type, detail, ...extra } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const named = typeof type === 'string' ? type.split(/[/#:]/).at(-1) : undefined
  // A proxy in between answers for a server that is gone.
  const gateway = named === undefined && [502, 503, 504].includes(response.status)
  const kind = kindNamed(named) ?? kindOfStatus(response.status)
  return new AppError(kind, typeof detail === 'string' ? detail : '', {
    extra: gateway ? { ...extra, unreachable: true } : extra,
  })
}

function kindNamed(name: string | undefined): ErrorKind | undefined {
  return name !== undefined && Object.hasOwn(ERROR_KINDS, name) ? (name as ErrorKind) : undefined
}

function kindOfStatus(status: number): ErrorKind {
  const kinds = Object.keys(ERROR_KINDS) as ErrorKind[]
  return kinds.find((kind) => ERROR_KINDS[kind].http === status) ?? 'unexpected'
}

/** The kind behind a WebSocket close code. */
export function kindOfClose(code: number): ErrorKind {
  const kinds = Object.keys(ERROR_KINDS) as ErrorKind[]
  return kinds.find((kind) => ERROR_KINDS[kind].close === code) ?? 'unexpected'
}
