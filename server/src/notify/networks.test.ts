import { describe, expect, test } from 'vitest'
import { readNetworks } from './networks.ts'

const OUTSIDE = ['8.8.8.8', '1.1.1.1', '2606:4700::1111']
/** A line each of what RFC 6890 and its followers set apart. */
const INSIDE = [
  ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '240.0.0.1'],
  ...['255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'fec0::1', 'ff02::1', '2001:db8::1'],
  ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::'],
  // As a URL writes the one that ends in 127.0.0.1, and what is given to nobody yet.
  ...['::7f00:1', '::a9fe:a9fe', '4000::1', '5f00::1'],
]

describe('where webhooks may lead', () => {
  test('NT1: to what the whole internet can reach, and to nothing else', () => {
    const networks = readNetworks('public')!
    for (const address of OUTSIDE) expect([address, networks.allows(address)]).toEqual([address, true])
    for (const address of [...INSIDE, '', 'localhost', '8.8.8.8.nip.io'])
      expect([address, networks.allows(address)]).toEqual([address, false])
  })

  test('NT2: into a network that is named, beside the public or alone', () => {
    const beside = readNetworks('public, 10.0.0.0/8,fd00::/8')!
    for (const address of ['8.8.8.8', '10.1.2.3', 'fd12::1']) expect(beside.allows(address)).toBe(true)
    for (const address of ['127.0.0.1', '::ffff:10.1.2.3', 'fc00::1']) expect(beside.allows(address)).toBe(false)
    const alone = readNetworks('127.0.0.1, ::1')!
    for (const address of ['127.0.0.1', '::1']) expect(alone.allows(address)).toBe(true)
    for (const address of ['127.0.0.2', '8.8.8.8']) expect(alone.allows(address)).toBe(false)
  })

  test('NT2: nowhere at all', () => {
    const networks = readNetworks('none')!
    expect(networks.none).toBe(true)
    for (const address of [...OUTSIDE, ...INSIDE]) expect(networks.allows(address)).toBe(false)
  })

  test.each(['private', 'public none', '10.0.0.0/99', 'example.org', 'public,,10.0.0.1', ''])(
    'cannot read %j',
    (text) => {
      expect(readNetworks(text)).toBeNull()
    },
  )
})
