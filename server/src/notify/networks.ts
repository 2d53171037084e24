/**
 * Which addresses messages may go to (`WEBHOOK_NETWORKS`).
 *
 * - **NT1** `public` is what the whole internet can reach. Everything that is not (this machine, private networks, link
 *   local ones with a cloud's metadata, carriers' shared ones, IPv4 in the clothes of IPv6, multicast, reserved) is not
 *   part of it.
 * - **NT2** A network that is named is allowed whatever it is; `none` allows nothing.
 */
import ipaddr from 'ipaddr.js'

export interface Networks {
  /** `address` as DNS gives it, or as it stands in a URL without brackets. False for what is no address. */
  allows(address: string): boolean
  readonly none: boolean
}

/** All that is given to anybody of IPv6; `::7f00:1`, which is 127.0.0.1 in a form of long ago, is not in it (RFC 4291). */
const GIVEN_OF_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

function isPublicAddress(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || address.match(GIVEN_OF_IPV6)
}

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number]

function networkOf(text: string): Network | null {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  if (!ipaddr.isValid(text)) return null
  const address = ipaddr.parse(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/** Null when a part of it is neither `public` nor an address or network. */
export function readNetworks(text: string): Networks | null {
  if (text.trim() === 'none') return { allows: () => false, none: true }
  const parts = text.split(',').map((part) => part.trim())
  const isPublic = parts.includes('public')
  const named = parts.filter((part) => part !== 'public').map(networkOf)
  if (!named.every((network) => network !== null)) return null
  return {
    none: false,
    allows(address) {
      if (!ipaddr.isValid(address)) return false
      const parsed = ipaddr.parse(address)
      if (isPublic && isPublicAddress(parsed)) return true
      return named.some(([start, bits]) => parsed.kind() === start.kind() && parsed.match(start, bits))
    },
  }
}
