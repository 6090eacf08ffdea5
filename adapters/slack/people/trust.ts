import { mailDomain } from '../../../src/core/text/addresses/mailAddress.ts'
import type { SlackSettings } from '../settings.ts'
import type { Installation } from './installations.ts'

/**
 * Tells whether a workspace’s word on an e-mail address is trusted: the operator’s own workspace for every address,
 * others for the domains that the operator has named.
 */
export function createTrust(
  { trust, botToken }: Pick<SlackSettings, 'trust' | 'botToken'>,
  isOwn: (tenant: string) => boolean,
) {
  return (
    { tenant, enterprise }: Pick<Installation, 'tenant' | 'enterprise'>,
    email: string | undefined,
  ): boolean => {
    if (email === undefined) return false
    const named = trust.filter(({ team }) => team === tenant || team === enterprise)
    if (named.length === 0) return botToken !== undefined && isOwn(tenant)
    const domain = mailDomain(email)
    return named.some(({ domains }) => domains.includes('*') || domains.includes(domain))
  }
}

/**
 * Tells whether a workspace, or its organization, may use the bot; an empty list allows all. Within an organization
 * that installed the app as a whole, a single workspace may be named.
 */
export function mayUse(
  teams: readonly string[],
  { tenant, enterprise }: { readonly tenant: string; readonly enterprise: string | undefined },
  team?: string,
): boolean {
  const named = [tenant, enterprise, tenant === enterprise ? team : undefined]
  return teams.length === 0 || named.some((id) => id !== undefined && teams.includes(id))
}
