import type { Installation } from './installations.ts'
import type { SlackSettings } from './settings.ts'

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
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
    return named.some(({ domains }) => domains.includes('*') || domains.includes(domain))
  }
}
