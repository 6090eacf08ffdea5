import { sql } from 'kysely'

import type { Store } from '../store/connect.ts'

/**
 * Makes people of the secretariat, by e-mail address: somebody has to be the first who may let others in. Who
 * is in the directory already only becomes one of it; a retired one stays retired.
 */
export async function ensureSecretariat({ kysely }: Store, emails: readonly string[]): Promise<void> {
  await sql`
    insert into people (name, email, is_secretariat)
    select split_part(email, '@', 1), email, true from unnest(${[...emails]}::text[]) as given(email)
    on conflict (email) do update set is_secretariat = true
    where people.retired_on is null and not people.is_secretariat`.execute(kysely)
}
