import { sql } from 'kysely'

import type { Store } from '../store/connect.ts'
import { type Given, statement } from '../store/statement.ts'

/**
 * Adds people to the secretariat by e-mail address: somebody has to be the first who may let others in. A person who
 * is in the directory already only joins it; one who has retired stays retired.
 */
export async function ensureSecretariat({ kysely }: Store, emails: readonly string[]): Promise<void> {
  await join(kysely, { emails: [...emails] })
}

const join = statement((db, given: Given<{ emails: string[] }>) =>
  db
    .insertInto('people')
    .columns(['name', 'email', 'isSecretariat'])
    .expression((from) =>
      from
        .selectFrom(
          sql<{ address: string }>`unnest(${given.emails}::text[])`.as<'given'>(sql`given(address)`),
        )
        .select(({ ref }) => [
          sql<string>`split_part(${ref('given.address')}, '@', 1)`.as('name'),
          'given.address as email',
          sql<boolean>`true`.as('isSecretariat'),
        ]),
    )
    .onConflict((conflict) =>
      conflict
        .column('email')
        .doUpdateSet({ isSecretariat: true })
        .where('people.retiredOn', 'is', null)
        .where('people.isSecretariat', 'is', false),
    ),
)
