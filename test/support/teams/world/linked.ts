import type { TestDatabase } from '../../database.ts'

export interface Linked {
  readonly tenant: string
  readonly account: string
  readonly email: string | null
  readonly zone: string
  readonly zoneFrom: string
  readonly locale: string | null
  /** Why it cannot be reached, null where it can. */
  readonly fault: string | null
}

/** The linked accounts of Teams with what the directory has of their people. */
export function linkedAccounts({ store }: TestDatabase): Promise<readonly Linked[]> {
  return store.kysely
    .selectFrom('identities')
    .innerJoin('people', 'people.id', 'identities.personId')
    .select(['tenant', 'account', 'email', 'zone', 'zoneFrom', 'locale', 'fault'])
    .where('platform', '=', 'teams')
    .orderBy('tenant')
    .orderBy('account')
    .execute()
}

/** The one of this id in Entra, undefined where it is not linked. */
export async function linkedAccount(
  database: TestDatabase,
  account: string | undefined,
): Promise<Linked | undefined> {
  return (await linkedAccounts(database)).find((one) => one.account === account)
}
