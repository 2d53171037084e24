/** The whole HTTP surface on one page. */
import express, { type Express } from 'express'
import { AppError } from '@throughline/shared/errors'
import { isForeignOrigin } from '../access/index.ts'
import { assetRoutes } from './assets.ts'
import { briefRoutes } from './briefs.ts'
import { changeRoutes } from './changes.ts'
import { clientRoutes } from './client-files.ts'
import { createErrorHandler } from './error-handler.ts'
import { healthRoutes } from './health.ts'
import { joinRoutes } from './join.ts'
import { keyRoutes } from './keys.ts'
import { mapRoutes } from './maps.ts'
import type { HttpParts } from './parts.ts'
import { publicBriefRoutes } from './public-brief.ts'
import { securityHeaders } from './security-headers.ts'
import { peopleRoutes } from './people.ts'
import { sessionRoutes } from './session.ts'
import { versionRoutes } from './versions.ts'
import { digestRoutes } from './digest.ts'
import { webhookRoutes } from './webhook.ts'
import { workshopRoutes } from './workshop.ts'
import { minutesRoutes } from './minutes.ts'
import { slowDown } from './slow-down.ts'

export function createRoutes(parts: HttpParts): Express {
  const routes = express()
  routes.disable('x-powered-by')
  if (parts.trustProxy !== null) routes.set('trust proxy', parts.trustProxy)
  routes.use(securityHeaders())
  routes.use('/api', slowDown(parts.clock))
  routes.use('/api', (request, _response, next) => {
    if (isForeignOrigin(request, parts.publicUrl)) throw new AppError('not-allowed', 'This page may not call here.')
    next()
  })
  healthRoutes(routes, parts)
  mapRoutes(routes, parts)
  briefRoutes(routes, parts)
  publicBriefRoutes(routes, parts)
  versionRoutes(routes, parts)
  changeRoutes(routes, parts)
  workshopRoutes(routes, parts)
  minutesRoutes(routes, parts)
  assetRoutes(routes, parts)
  keyRoutes(routes, parts)
  webhookRoutes(routes, parts)
  digestRoutes(routes, parts)
  sessionRoutes(routes, parts)
  joinRoutes(routes, parts)
  peopleRoutes(routes, parts)
  routes.use(['/api', '/sync'], () => {
    throw new AppError('not-found', 'There is nothing at this address.')
  })
  clientRoutes(routes, parts)
  routes.use(createErrorHandler(parts.log))
  return routes
}
