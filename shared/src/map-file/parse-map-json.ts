/** Text from outside to JSON. Refuses calmly what would exhaust the parser or whoever walks its result. */
import { AppError } from '../errors/index.ts'
import { LIMITS } from '../schema/index.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN = new Set([0x5b, 0x7b])
const CLOSE = new Set([0x5d, 0x7d])

/**
 * `depth` is how deep the text may nest; a request that wraps a map file has one level more.
 *
 * @throws {AppError} `too-large`, `bad-map-file` when nested too deep, `bad-request` when it is not JSON.
 */
export function parseMapJson(text: string, depth: number = LIMITS.mapFileDepth): unknown {
  if (text.length > LIMITS.mapFileBytes) {
    throw new AppError('too-large', `A map file may have ${LIMITS.mapFileBytes / 1024 / 1024} MB; this one is larger.`)
  }
  if (isTextDeeperThan(text, depth)) throw tooDeep()
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    // The parser's own message quotes what people wrote, so only its shape is used.
    const cutOff = cause instanceof Error && /end of JSON|Unterminated/i.test(cause.message)
    const sentence = cutOff ? 'This breaks off before its JSON ends.' : 'This is not JSON.'
    throw new AppError('bad-request', `${sentence} A map file is JSON from its first character to its last.`, {
      cause,
    })
  }
}

/** @throws {AppError} `bad-map-file` when the value nests deeper than a map file may. */
export function refuseTooDeep(value: unknown): void {
  let level: object[] = typeof value === 'object' && value !== null ? [value] : []
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > LIMITS.mapFileDepth) throw tooDeep()
    const below: object[] = []
    for (const container of level)
      for (const child of Object.values(container) as unknown[])
        if (typeof child === 'object' && child !== null) below.push(child)
    level = below
  }
}

function tooDeep(): AppError {
  return new AppError('bad-map-file', `This nests deeper than ${LIMITS.mapFileDepth} levels, which no map file does.`)
}

/** Counts brackets outside strings, without recursion; what is no JSON at all is left to the parser. */
function isTextDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === BACKSLASH) at += 1
      else if (code === QUOTE) inString = false
    } else if (code === QUOTE) inString = true
    else if (OPEN.has(code)) {
      depth += 1
      if (depth > limit) return true
    } else if (CLOSE.has(code)) depth -= 1
  }
  return false
}
