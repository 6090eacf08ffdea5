import type { Account } from '../../src/core/address.ts'
import type { Params } from '../store/statement.ts'

/** The key of an account among the values of a statement. */
export function accountOf({ platform, tenant, account }: Params<Account>) {
  return { platform, tenant, account }
}
