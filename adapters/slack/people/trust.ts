import { foldAddress } from '../../../src/core/text/mailAddress.ts'
import type { SlackSettings } from '../settings.ts'
import type { Installation } from './installations.ts'

/**
 * Whether a workspace’s word on an e-mail address is taken: the operator’s own for all of them, others for the
 * domains that the operator has named.
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
    const domain = foldAddress(email.slice(email.lastIndexOf('@') + 1))
    return named.some(({ domains }) => domains.includes('*') || domains.includes(domain))
  }
}

/**
 * Whether a workspace, or its organization, is among those that may use the bot; none named means all. Of an
 * organization that has installed it as a whole, a single workspace may be named.
 */
export function mayUse(
  teams: readonly string[],
  { tenant, enterprise }: { readonly tenant: string; readonly enterprise: string | undefined },
  team?: string,
): boolean {
  const named = [tenant, enterprise, tenant === enterprise ? team : undefined]
  return teams.length === 0 || named.some((id) => id !== undefined && teams.includes(id))
}
