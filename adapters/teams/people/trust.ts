import { isLoopback } from '../../../src/core/text/addresses/loopback.ts'
import { mailDomain } from '../../../src/core/text/addresses/mailAddress.ts'
import type { TeamsSettings } from '../settings.ts'
import type { TeamsMember } from './accounts.ts'

/** Whether people of a tenant may use the bot. */
export function mayUse({ tenants }: Pick<TeamsSettings, 'tenants'>, tenant: string): boolean {
  return tenants === 'all' || tenants.includes(tenant)
}

/**
 * Tells whether a tenant’s word on an e-mail address is trusted: the app’s own tenant for every address, others for the
 * domains that the operator has named. No tenant can vouch for a guest’s address.
 */
export function vouches(
  { app, trust }: Pick<TeamsSettings, 'app' | 'trust'>,
  tenant: string,
  { email, guest }: Pick<TeamsMember, 'email' | 'guest'>,
): boolean {
  if (email === undefined || guest) return false
  const named = trust.filter((one) => one.tenant === tenant)
  if (named.length === 0) return app.kind !== 'local' && app.tenant === tenant
  const domain = mailDomain(email)
  return named.some(({ domains }) => domains.includes('*') || domains.includes(domain))
}

/** Microsoft’s own hosts for messages from bots. */
const hosts = ['smba.trafficmanager.net', 'teams.microsoft.com', 'teams.microsoft.us', 'botframework.us']

/** Whether the bot may send its token to an address. */
export function isService(
  { app, serviceHosts }: Pick<TeamsSettings, 'app' | 'serviceHosts'>,
  url: string,
): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') return false
  const loopback = isLoopback(hostname)
  if (app.kind === 'local') return loopback && (protocol === 'http:' || protocol === 'https:')
  if (serviceHosts.includes(hostname)) return protocol === 'https:' || loopback
  return protocol === 'https:' && hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
}
