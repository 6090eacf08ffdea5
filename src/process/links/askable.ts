import { isIP } from 'node:net'

/** Whether an address may be asked at all: the web at its usual ports, without a log-in, and no private host. */
export function isAskable(
  { protocol, hostname, port, username, password }: URL,
  allows: (address: string) => boolean,
  anyPort: boolean,
): boolean {
  if (protocol !== 'https:' && protocol !== 'http:') return false
  if (username !== '' || password !== '' || (port !== '' && !anyPort)) return false
  const address = hostname.replace(/^\[|\]$/g, '')
  // A host that is an address is looked up by nobody.
  return isIP(address) === 0 || allows(address)
}
