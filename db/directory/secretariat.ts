import { sql } from 'kysely'

import type { Store } from '../store/connect.ts'
import type { Db } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'

/**
 * Makes the secretariat what the settings say: those named are in it, since somebody has to be the first who may let
 * others in, and those whom the settings once made and no longer name are out. Whoever was made secretariat by a
 * command stays, and one who has retired stays retired. Gives the numbers of those who are out.
 */
export async function ensureSecretariat(
  { kysely }: Store,
  emails: readonly string[],
): Promise<readonly number[]> {
  return kysely.transaction().execute(async (trx) => {
    await join(trx, { emails: [...emails] })
    const out = await leave(trx, { emails: [...emails] })
    return out.map(({ id }) => id)
  })
}

/** The addresses of the secretariat, by the number on record. */
export async function secretariatAddresses(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('people')
    .select('email')
    .where('isSecretariat', 'is', true)
    .where('retiredOn', 'is', null)
    .where('email', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ email }) => (email === null ? [] : [email]))
}

/** Whether the directory holds nobody, so that nobody could be let in. */
export async function isDirectoryEmpty({ kysely }: Store): Promise<boolean> {
  return (await kysely.selectFrom('people').select('id').limit(1).execute()).length === 0
}

const join = statement((db, given: Params<{ emails: string[] }>) =>
  db
    .insertInto('people')
    .columns(['name', 'email', 'isSecretariat', 'secretariatBySettings'])
    .expression((from) =>
      from
        .selectFrom(
          sql<{ mailbox: string }>`unnest(${given.emails}::text[])`.as<'given'>(sql`given(mailbox)`),
        )
        .select(({ ref }) => [
          sql<string>`split_part(${ref('given.mailbox')}, '@', 1)`.as('name'),
          'given.mailbox as email',
          sql<boolean>`true`.as('isSecretariat'),
          sql<boolean>`true`.as('secretariatBySettings'),
        ]),
    )
    .onConflict((conflict) =>
      conflict
        .column('email')
        .doUpdateSet({ isSecretariat: true, secretariatBySettings: true })
        .where('people.retiredOn', 'is', null)
        .where('people.isSecretariat', 'is', false),
    ),
)

const leave = statement((db, given: Params<{ emails: string[] }>) =>
  db
    .updateTable('people')
    .set({ isSecretariat: false, secretariatBySettings: false })
    .where('secretariatBySettings', 'is', true)
    .where(({ ref }) => sql<boolean>`${ref('email')} <> all (${given.emails}::text[])`)
    .returning('id'),
)
