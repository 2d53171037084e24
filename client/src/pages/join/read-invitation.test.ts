import { expect, test } from 'vitest'
import { readInvitation } from './read-invitation.ts'

test.each([
  ['/j/CDF347', '', { is: 'code', code: 'CDF347' }],
  ['/j/cdf%20347/', '', { is: 'code', code: 'CDF347' }],
  ['/j/k7Qd2_-xAb', '#key=abc', { is: 'map', map: 'k7Qd2_-xAb', key: 'abc' }],
  ['/j/k7Qd2_-xAb', '', { is: 'map', map: 'k7Qd2_-xAb', key: null }],
  // A map may be called like a code: only a link has a key.
  ['/j/CDF347', '#key=abc', { is: 'map', map: 'CDF347', key: 'abc' }],
  ['/j', '', { is: 'nothing' }],
  ['/j/%E0%A4%A', '', { is: 'nothing' }],
  ['/j/a b', '', { is: 'nothing' }],
])('%s%s leads to %j', (path, fragment, invitation) => {
  expect(readInvitation(path, fragment)).toEqual(invitation)
})
