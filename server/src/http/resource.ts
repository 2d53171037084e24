/** One address and what it takes; every other method is answered with 405 and the list of those that work. */
import type { Request, Response, Router } from 'express'
import { AppError } from '@throughline/shared/errors'

export type Handler = (request: Request, response: Response) => Promise<void> | void
export type Methods = { readonly [Method in 'get' | 'post' | 'put' | 'delete']?: Handler }

export function resource(router: Router, path: string, methods: Methods): void {
  const route = router.route(path)
  if (methods.get) route.get(methods.get)
  if (methods.post) route.post(methods.post)
  if (methods.put) route.put(methods.put)
  if (methods.delete) route.delete(methods.delete)
  const allowed = Object.keys(methods).flatMap((method) =>
    method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
  )
  route.all((request, response) => {
    response.setHeader('Allow', allowed.join(', '))
    if (request.method !== 'OPTIONS') throw new AppError('wrong-method', `This address takes ${allowed.join(', ')}.`)
    response.status(204).end()
  })
}
