/** Bodies: JSON in UTF-8 or plain bytes, of a size and depth that nobody minds. The only place that reads one. */
import express, { type Request, type Response } from 'express'
import type { z } from 'zod'
import { AppError } from '@throughline/shared/errors'
import { parseMapJson } from '@throughline/shared/map-file'
import { LIMITS } from '@throughline/shared/schema'

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json$/

function isJson({ headers }: { headers: Record<string, string | string[] | undefined> }): boolean {
  const [type = '', ...parameters] = String(headers['content-type'] ?? '').split(';')
  const charset = parameters.map((one) => one.trim().toLowerCase()).find((one) => one.startsWith('charset='))
  return JSON_TYPE.test(type.trim().toLowerCase()) && (charset === undefined || /^charset="?utf-?8"?$/.test(charset))
}

const readers = new Map<number, ReturnType<typeof express.raw>>()

function readerFor(limit: number) {
  const known = readers.get(limit) ?? express.raw({ type: () => true, limit })
  readers.set(limit, known)
  return known
}

function readRaw(request: Request, response: Response, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    readerFor(limit)(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error as Error)))
  })
}

/** As it was sent, unpacked; empty when nothing was. */
export async function readBytes(request: Request, response: Response, limit: number): Promise<Uint8Array> {
  await readRaw(request, response, limit)
  const body: unknown = request.body
  return body instanceof Uint8Array ? body : new Uint8Array()
}

/** @throws {AppError} `wrong-type`, `too-large` or `bad-request`. */
async function readText(request: Request, response: Response, limit: number): Promise<string> {
  if (!isJson(request)) throw new AppError('wrong-type', 'Send JSON in UTF-8, as application/json.')
  const bytes = await readBytes(request, response, limit)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AppError('bad-request', 'The body is not UTF-8.', { cause })
  }
}

/** A map file, or a request that wraps one: then it may nest one level deeper. */
export async function readMapBody(request: Request, response: Response, wrapped: boolean): Promise<unknown> {
  const text = await readText(request, response, LIMITS.mapFileBytes)
  return parseMapJson(text, LIMITS.mapFileDepth + (wrapped ? 1 : 0))
}

/** Where a call needs nothing said: without a body it says just that. */
export async function readOptionalBody(request: Request, response: Response): Promise<unknown> {
  const { headers } = request
  const isEmpty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
  return isEmpty && headers['content-type'] === undefined ? {} : readSmallBody(request, response)
}

export async function readSmallBody(request: Request, response: Response): Promise<unknown> {
  const text = await readText(request, response, LIMITS.smallBodyBytes)
  try {
    return JSON.parse(text)
  } catch (cause) {
    // The parser's own message quotes what was sent.
    throw new AppError('bad-request', 'The body is not JSON.', { cause: new Error('not JSON', { cause }) })
  }
}

/** @throws {AppError} `bad-input` with a line for each thing that does not fit. */
export function check<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const report = read.error.issues.map(({ path, message }) => ({
    path: path.map(String).join('/'),
    problem: message,
    done: 'nothing was changed',
  }))
  throw new AppError('bad-input', 'Something in the request does not fit; the report says what.', { extra: { report } })
}
