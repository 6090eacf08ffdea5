import type { Account } from '../../src/core/address.ts'
import type { Given } from '../store/statement.ts'

/** The key of an account among the values of a statement. */
export function accountOf({ platform, tenant, account }: Given<Account>) {
  return { platform, tenant, account }
}
