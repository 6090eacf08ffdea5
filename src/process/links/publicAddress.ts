import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

// Two lists, since one would take an address of IPv4 for its twin in IPv6.
const [reserved4, reserved6] = [new BlockList(), new BlockList()]
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  reserved4.addSubnet(net, bits, 'ipv4')
}
// Addresses that stand for one of IPv4 are refused whole: what they lead to is not looked at.
for (const [net, bits] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  reserved6.addSubnet(net, bits, 'ipv6')
}

/** Whether an IP address belongs to the public internet, and to no private, local or reserved network. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !reserved4.check(address, 'ipv4')
  return version === 6 && !reserved6.check(address, 'ipv6')
}

/** Raised where a host leads into a network that is not public. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
}

/**
 * Looks a host up for the very connection that is made, so that no second answer of its name server can lead
 * elsewhere. A host with one address that is not allowed is refused.
 */
export function guardedLookup(allows: (address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? []
      if (error || !first) return done(error ?? new Error(`no address of ${host}`), '')
      if (!found.every(({ address }) => allows(address)))
        return done(new PrivateAddressError(`${host} is no public host`), '')
      return options.all ? done(null, found) : done(null, first.address, first.family)
    })
  }
}
