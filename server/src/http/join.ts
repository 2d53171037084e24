/** Into a workshop by the code on the screen. */
import type { Request, Router } from 'express'
import { includes } from '@throughline/shared/access'
import { AppError } from '@throughline/shared/errors'
import { joinRequest, type JoinAnswer } from '@throughline/shared/protocol'
import { isOwnOrigin, readShown, sessionCookie, type Caller } from '../access/index.ts'
import { setCookie } from './cookies.ts'
import type { HttpParts } from './parts.ts'
import { check, readSmallBody } from './read-json.ts'
import { resource } from './resource.ts'
import { presentSession } from './session.ts'
import type { KeyRecord } from '../stores/index.ts'

/** Who may take part already stays who they are: an owner who tries the code is no commenter afterwards. */
async function alreadyIn({ access }: HttpParts, request: Request, { map }: KeyRecord): Promise<Caller | null> {
  const caller = await access.identify(map, readShown(request, map)).catch(() => null)
  return caller !== null && caller.byCookie && includes(caller.role, 'commenter') ? caller : null
}

export function joinRoutes(router: Router, parts: HttpParts): void {
  resource(router, '/api/join', {
    async post(request, response) {
      if (request.headers.origin !== undefined && !isOwnOrigin(request, parts.publicUrl))
        throw new AppError('not-allowed', 'A session can only be opened from a page of this server.')
      const { code } = check(joinRequest, await readSmallBody(request, response))
      const key = await parts.workshops.codes.redeem(code, request.ip ?? '')
      let caller = await alreadyIn(parts, request, key)
      if (caller === null) {
        const secret = await parts.access.openSession(key)
        setCookie(parts, response, request, sessionCookie(key.map), secret)
        const { person } = readShown(request, key.map)
        const shown = { secret: { by: 'session', value: secret }, person, personBy: 'cookie' } as const
        caller = await parts.access.identify(key.map, shown)
      }
      response.setHeader('Cache-Control', 'no-store')
      response.json({ map: key.map, ...(await presentSession(parts, caller)) } satisfies JoinAnswer)
    },
  })
}
