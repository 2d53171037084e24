/** What a kind of trouble means at each edge. */
interface Traits {
  readonly http: number
  /** WebSocket close code; y-websocket gives up on 4400–4499 and comes back after any other. */
  readonly close: number
  readonly log: 'debug' | 'info' | 'warn' | 'error'
  /** Whether trying again unchanged can help. */
  readonly retry: boolean
  /** RFC 9457 `title`: the same for every occurrence. */
  readonly title: string
}

/** Dashboards and clients depend on these names and codes: add, never rename. */
export const ERROR_KINDS = {
  'bad-request': { http: 400, close: 4400, log: 'info', retry: false, title: 'The request could not be read' },
  'bad-frame': { http: 400, close: 4400, log: 'info', retry: false, title: 'The message could not be read' },
  'no-key': { http: 401, close: 4401, log: 'debug', retry: false, title: 'A key is needed' },
  'not-allowed': { http: 403, close: 4403, log: 'info', retry: false, title: 'This key does not allow that' },
  'unknown-map': { http: 404, close: 4404, log: 'debug', retry: false, title: 'No such map, or a key of another map' },
  'not-found': { http: 404, close: 4404, log: 'debug', retry: false, title: 'Nothing is here' },
  'wrong-method': {
    http: 405,
    close: 4400,
    log: 'debug',
    retry: false,
    title: 'This address does not take that method',
  },
  'other-epoch': {
    http: 409,
    close: 4409,
    log: 'info',
    retry: false,
    title: 'The map has been put back to an earlier state',
  },
  'not-now': { http: 409, close: 4400, log: 'debug', retry: false, title: 'That does not fit what is there now' },
  'too-large': { http: 413, close: 4413, log: 'info', retry: false, title: 'That is larger than the server takes' },
  'wrong-type': {
    http: 415,
    close: 4400,
    log: 'info',
    retry: false,
    title: 'That content type is not understood here',
  },
  'bad-map-file': { http: 422, close: 4400, log: 'info', retry: false, title: 'That is not a map file' },
  'bad-input': { http: 422, close: 4400, log: 'info', retry: false, title: 'Something in the request does not fit' },
  'too-old': { http: 426, close: 4426, log: 'info', retry: false, title: 'This client is too old for the server' },
  'slow-down': { http: 429, close: 4529, log: 'info', retry: true, title: 'Too much at once' },
  'rights-changed': { http: 409, close: 4205, log: 'info', retry: true, title: 'The rights of this key have changed' },
  locked: { http: 423, close: 4205, log: 'debug', retry: true, title: 'The canvas is locked' },
  restarting: { http: 503, close: 1012, log: 'info', retry: true, title: 'The server is restarting' },
  'storage-unavailable': {
    http: 503,
    close: 4503,
    log: 'error',
    retry: true,
    title: 'The server cannot reach its storage',
  },
  'storage-full': { http: 507, close: 4503, log: 'error', retry: true, title: 'The server has no room left to save' },
  unexpected: { http: 500, close: 4500, log: 'error', retry: true, title: 'Something went wrong at the server' },
} as const satisfies Record<string, Traits>

export type ErrorKind = keyof typeof ERROR_KINDS

/** Something from outside that failed. `message` is a sentence for people: what is wrong and what to do about it. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly kind: ErrorKind
  /** Extra members of the problem document, such as a repair report. Never anything secret. */
  readonly extra: Readonly<Record<string, unknown>>

  constructor(kind: ErrorKind, message: string, options: { cause?: unknown; extra?: Record<string, unknown> } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.kind = kind
    this.extra = options.extra ?? {}
  }
}

/** Wraps whatever was thrown, once, at an edge. */
export function asAppError(error: unknown): AppError {
  return error instanceof AppError
    ? error
    : new AppError('unexpected', 'Something went wrong at the server; the log has the details.', { cause: error })
}
