import { expect, test } from 'vitest'
import { readRoute } from './routes.ts'

test('addresses lead to their pages', () => {
  expect(readRoute('/')).toEqual({ page: 'home' })
  expect(readRoute('/m/k7Qd2_-x')).toEqual({ page: 'map', map: 'k7Qd2_-x' })
  expect(readRoute('/m/k7Qd2/')).toEqual({ page: 'map', map: 'k7Qd2' })
  expect(readRoute('/m/k7Qd2/brief')).toEqual({ page: 'brief', map: 'k7Qd2' })
  expect(readRoute('/m/k7Qd2/screen')).toEqual({ page: 'screen', map: 'k7Qd2' })
})

test('anything else is unknown, malformed ids too', () => {
  for (const path of ['/m/', '/m/a.b', '/m/a/else', '/m/a/brief/x', '/m/a/briefs', '/x', '/m/%E0%A4%A'])
    expect(readRoute(path)).toEqual({ page: 'unknown' })
})
