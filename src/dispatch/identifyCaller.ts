import type { Transaction } from 'kysely'

import { identify, meet } from '../../db/directory/identify.ts'
import type { Database } from '../../db/schema.ts'
import type { Caller } from '../core/feature/caller.ts'
import type { Invocation } from '../core/invocation.ts'

/** Who asks; null for an account that nobody is known by. What the platform tells of the account is taken over. */
export async function identifyCaller(
  trx: Transaction<Database>,
  { caller: account, vouchedEmail, profile }: Pick<Invocation, 'caller' | 'vouchedEmail' | 'profile'>,
  now: Date,
): Promise<Caller | null> {
  const caller = await identify(trx, { ...account, vouchedEmail: vouchedEmail ?? null }, now)
  return caller && profile ? meet(trx, account, caller, profile, now) : caller
}

/** Who a command that is open to everyone gets for a caller that nobody knows. */
export const stranger: Caller = {
  personId: 0,
  name: '',
  email: null,
  zone: 'UTC',
  locale: null,
  isSecretariat: false,
  isCoordinator: false,
  entityId: null,
  entityAcronym: null,
  roles: [],
  linked: false,
  zoneFrom: 'directory',
  fault: null,
}
