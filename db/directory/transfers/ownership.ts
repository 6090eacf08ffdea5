import type { Identities } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'

// Moves what a person's record owns to another record, unchanged.

export type AccountKey = Pick<Identities, 'platform' | 'tenant' | 'account'>

interface Terms {
  readonly roles: readonly number[]
  readonly seats: readonly number[]
  readonly posts: readonly number[]
}

export async function moveTerms(trx: Trx, terms: Terms, personId: number): Promise<void> {
  for (const table of ['roles', 'seats', 'posts'] as const) {
    const ids = terms[table]
    if (ids.length > 0) await trx.updateTable(table).set({ personId }).where('id', 'in', ids).execute()
  }
}

export async function moveAccounts(
  trx: Trx,
  accounts: readonly AccountKey[],
  personId: number,
): Promise<void> {
  for (const account of accounts) {
    await trx
      .updateTable('identities')
      .set({ personId })
      .where(({ and }) => and({ ...account }))
      .execute()
  }
}

export async function moveAddresses(trx: Trx, emails: readonly string[], personId: number): Promise<void> {
  for (const email of emails) {
    await trx
      .insertInto('otherAddresses')
      .values({ email, personId })
      .onConflict((conflict) => conflict.column('email').doUpdateSet({ personId }))
      .execute()
  }
}
