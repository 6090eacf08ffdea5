import { isLoopback } from '../../../src/core/text/loopback.ts'
import type { TeamsSettings } from '../settings.ts'
import type { TeamsMember } from './accounts.ts'

/** Whether people of a tenant may use the bot. */
export function mayUse({ tenants }: Pick<TeamsSettings, 'tenants'>, tenant: string): boolean {
  return tenants === 'all' || tenants.includes(tenant)
}

/**
 * Whether a tenant’s word on an e-mail address is taken: the app’s own for all of them, others for the domains
 * that the operator has named. In no tenant is a guest’s address the tenant’s to vouch for.
 */
export function vouches(
  { app, trust }: Pick<TeamsSettings, 'app' | 'trust'>,
  tenant: string,
  { email, guest }: Pick<TeamsMember, 'email' | 'guest'>,
): boolean {
  if (email === undefined || guest) return false
  const named = trust.filter((one) => one.tenant === tenant)
  if (named.length === 0) return app.kind !== 'local' && app.tenant === tenant
  const domain = email.slice(email.lastIndexOf('@') + 1)
  return named.some(({ domains }) => domains.includes('*') || domains.includes(domain))
}

/** Microsoft’s own hosts for what bots say. */
const hosts = ['smba.trafficmanager.net', 'teams.microsoft.com', 'teams.microsoft.us', 'botframework.us']

/** Whether an address is one to which the bot may send its token. */
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
