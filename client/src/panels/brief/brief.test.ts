import { expect, test } from 'vitest'
import { briefFileAddress, fileName } from '../../api/brief.ts'
import type { BlockId, MapId } from '@throughline/shared/schema'
import { guessPaper } from './guess-paper.ts'

test('the paper in the drawer follows the region, A4 when there is none', () => {
  expect(['en-US', 'es-MX', 'en-GB', 'de', 'fr-CA', 'no such language'].map((tag) => guessPaper(tag))).toEqual([
    'letter',
    'letter',
    'a4',
    'a4',
    'letter',
    'a4',
  ])
})

test('a file is called what the server calls it', () => {
  expect(fileName('attachment; filename="brief.pdf"')).toBe('brief.pdf')
  expect(fileName('attachment; filename="b.pdf"; filename*=UTF-8\'\'S%C3%A4tze.pdf')).toBe('Sätze.pdf')
  expect(fileName('attachment; filename="b.pdf"; filename*=UTF-8\'\'%E0%A4%A')).toBe('b.pdf')
  expect(fileName(null)).toBeNull()
})

test('the address of a file says paper, design, lens and audience', () => {
  const map = 'k7Qd2' as MapId
  expect(
    briefFileAddress(map, 'pdf', {
      audience: null,
      paper: 'letter',
      design: 'quiet',
      dissent: '0',
      lens: null,
      wording: 'now',
    }),
  ).toBe('/api/maps/k7Qd2/brief.pdf?paper=letter')
  expect(
    briefFileAddress(map, 'md', {
      audience: 'a-1' as BlockId,
      paper: 'a4',
      design: 'bold',
      dissent: '0',
      lens: 'moore',
      wording: 'agreed',
    }),
  ).toBe('/api/maps/k7Qd2/brief.md?paper=a4&design=bold&lens=moore&wording=agreed&audience=a-1')
})
