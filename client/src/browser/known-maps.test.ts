// @vitest-environment jsdom
import type { MapId } from '@throughline/shared/schema'
import { beforeEach, expect, test } from 'vitest'
import { knownKeys, rememberKeys, strongerRole } from './known-keys.ts'
import { forgetMap, knownMaps, rememberMap, type KnownMap } from './known-maps.ts'

const id = (name: string) => name as MapId
const map = (name: string, openedAt: number): KnownMap => ({
  id: id(name),
  title: name,
  subject: '',
  role: 'editor',
  openedAt,
  plates: [{ kind: 'value', x: 0, y: 0, w: 280, h: 160 }],
})

beforeEach(() => window.localStorage.clear())

test('maps come newest first, each once', () => {
  rememberMap(map('a', 1))
  rememberMap(map('b', 2))
  rememberMap(map('a', 3))
  expect(knownMaps()).toEqual([map('a', 3), map('b', 2)])
})

test('forgetting a map forgets its keys too', () => {
  rememberMap(map('a', 1))
  rememberKeys(id('a'), { owner: 'secret' })
  rememberKeys(id('b'), { owner: 'other' })
  forgetMap(id('a'))
  expect(knownMaps()).toEqual([])
  expect(knownKeys(id('a'))).toEqual({})
  expect(knownKeys(id('b'))).toEqual({ owner: 'other' })
})

test('whatever else lies in the storage is no map', () => {
  for (const junk of ['', 'null', '{}', '[null,1,{"id":"a b"},{"id":"ok","role":"king"}]', '{{']) {
    window.localStorage.setItem('throughline:maps', junk)
    expect(knownMaps()).toEqual([])
  }
})

test('the way back leads to the strongest key that is kept', () => {
  const keys = { viewer: 'v', editor: 'e', owner: 'o' }
  expect(strongerRole(keys, 'viewer')).toBe('owner')
  expect(strongerRole({ viewer: 'v', editor: 'e' }, 'commenter')).toBe('editor')
  expect(strongerRole(keys, 'owner')).toBeNull()
  expect(strongerRole({ reader: 'r' }, 'reader')).toBeNull()
  expect(strongerRole({ reader: 'r' }, null)).toBe('reader')
})
