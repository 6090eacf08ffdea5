import { type Expression, expressionBuilder } from 'kysely'

import type { Database } from '../../schema.ts'

/**
 * Orders a person's accounts: those on the platform that they used last before others. Null for all of somebody who is
 * on one platform, as nearly everybody is: their record need not be searched.
 */
export function notUsedLast(personId: Expression<number | null>, platform: Expression<string>) {
  const eb = expressionBuilder<Database>()
  const elsewhere = eb
    .selectFrom('identities as e')
    .select('e.platform')
    .where('e.personId', '=', personId)
    .where('e.platform', '<>', platform)
  const usedLast = eb
    .selectFrom('audit as a')
    .where('a.personId', '=', personId)
    // A reply by mail comes from no account that can be told anything.
    .where('a.platform', '<>', 'mail')
    .select('a.platform')
    .orderBy('a.at', 'desc')
    .limit(1)
  return eb
    .case()
    .when(eb.exists(elsewhere))
    .then(eb(platform, 'is distinct from', usedLast))
    .end()
}
