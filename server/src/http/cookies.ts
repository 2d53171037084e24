/** What a browser keeps for us, so that no script can read it. */
import type { Request, Response } from 'express'
import { stringifySetCookie } from 'cookie'
import type { HttpParts } from './parts.ts'

/** Seconds; browsers keep a cookie for 400 days at most. */
const COOKIE_LIVES = 400 * 24 * 60 * 60

export function setCookie(
  { publicUrl }: HttpParts,
  response: Response,
  request: Request,
  name: string,
  value: string,
): void {
  const cookie = stringifySetCookie({
    name,
    value,
    httpOnly: true,
    sameSite: 'lax',
    // Behind a proxy that nobody told us to trust, only the public address says that people come by https.
    secure: request.secure || publicUrl?.startsWith('https:') === true,
    path: '/',
    maxAge: COOKIE_LIVES,
  })
  response.append('Set-Cookie', cookie)
}
