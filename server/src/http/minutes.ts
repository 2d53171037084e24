/** What a workshop leaves in writing: the same for everybody who may take part. */
import type { Router } from 'express'
import { minutesMarkdown, type Minutes } from '@throughline/shared/minutes'
import { minutesQuery, type WorkshopRuns } from '@throughline/shared/protocol'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'
import { check } from './read-json.ts'
import { resource } from './resource.ts'

/** Letters, figures and hyphens of ASCII. */
const fileName = ({ day }: Minutes, ending: string) => `workshop-${day}.${ending}`

export function minutesRoutes(router: Router, parts: HttpParts): void {
  resource(router, '/api/maps/:id/workshop/runs', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'commenter')
      response.json({ runs: await parts.workshops.runs(map) } satisfies WorkshopRuns)
    },
  })
  resource(router, '/api/maps/:id/workshop/minutes.md', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'commenter')
      const minutes = await parts.workshops.minutes(map, check(minutesQuery, request.query).run)
      response.setHeader('Content-Type', 'text/markdown; charset=utf-8')
      response.setHeader('Content-Disposition', `inline; filename="${fileName(minutes, 'md')}"`)
      response.send(minutesMarkdown(minutes))
    },
  })
  resource(router, '/api/maps/:id/workshop/minutes.pdf', {
    async get(request, response) {
      const { map } = await callerOf(parts, request, response, 'commenter')
      const { paper, run } = check(minutesQuery, request.query)
      const minutes = await parts.workshops.minutes(map, run)
      const file = await parts.printer.printMinutes(minutes, paper)
      response.setHeader('Content-Type', 'application/pdf')
      response.setHeader('Content-Disposition', `inline; filename="${fileName(minutes, 'pdf')}"`)
      response.send(file)
    },
  })
}
