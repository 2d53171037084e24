import { expect, test } from 'vitest'
import { fileFor, isWhole } from './files.ts'

const ORIGIN = 'https://maps.example'
const FILES = new Set(['/index.html', '/map.html', '/icon.svg', '/assets/index-A.js'])

const asked = (path: string, mode = 'cors', method = 'GET') =>
  fileFor({ method, mode, url: ORIGIN + path }, ORIGIN, FILES)

test('the addresses that people open get the page that the server would send', () => {
  expect(asked('/', 'navigate')).toBe('/index.html')
  expect(asked('/m/map_1-x', 'navigate')).toBe('/map.html')
  expect(asked('/m/map_1-x?from=mail', 'navigate')).toBe('/map.html')
  expect(asked('/m/map_1-x/brief', 'navigate')).toBe('/index.html')
  expect(asked('/m/map_1-x/screen', 'navigate')).toBe('/index.html')
  // A build of its own, and there is no workshop without the server.
  expect(asked('/j/ABC123', 'navigate')).toBeNull()
})

test('files of this build are answered, and those that an older one had are looked for', () => {
  expect(asked('/icon.svg')).toBe('/icon.svg')
  expect(asked('/assets/index-A.js')).toBe('/assets/index-A.js')
  expect(asked('/assets/index-B.js')).toBe('/assets/index-B.js')
})

test('whatever may hold words or rights of anybody is left to the server', () => {
  for (const path of [
    '/api/session/map-1',
    '/api/maps/map-1',
    '/api/maps/map-1/assets/abc.png',
    '/api/maps/map-1/brief.pdf',
    '/sync/map-1/canvas',
    '/metrics',
    '/healthz',
    '/readyz',
    '/sw.js',
    '/m/map-1/anything',
  ])
    for (const mode of ['cors', 'navigate', 'no-cors']) expect(asked(path, mode)).toBeNull()
  expect(asked('/', 'navigate', 'POST')).toBeNull()
  expect(fileFor({ method: 'GET', mode: 'cors', url: 'https://other.example/icon.svg' }, ORIGIN, FILES)).toBeNull()
})

test('a page that asks for files of another build is not whole', () => {
  expect(isWhole('<script src="/assets/index-A.js"></script>', FILES)).toBe(true)
  expect(isWhole('<script src="/assets/index-A.js"></script><link href="/assets/late-B.css">', FILES)).toBe(false)
  expect(isWhole('Bad gateway', FILES)).toBe(false)
})
