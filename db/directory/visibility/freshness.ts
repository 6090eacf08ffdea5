import { type ExpressionBuilder, sql } from 'kysely'

import type { Database } from '../../schema.ts'

/** When a person's record was last said to be true, and in what capacity. */
export interface Freshness {
  readonly confirmedAt: Date | null
  readonly confirmedAs: 'self' | 'coordinator' | 'secretariat' | null
}

/** The columns of a freshness of the person `p`. */
export function confirmation(eb: ExpressionBuilder<Database & { p: Database['people'] }, 'p'>) {
  const { ref } = eb
  const by = eb.selectFrom('people as c').select('c.isSecretariat').whereRef('c.id', '=', 'p.confirmedBy')
  return [
    'p.confirmedAt' as const,
    sql<Freshness['confirmedAs']>`case when ${ref('p.confirmedBy')} is null then null
      when ${ref('p.confirmedBy')} = ${ref('p.id')} then 'self'
      when ${by} then 'secretariat' else 'coordinator' end`.as('confirmedAs'),
  ] as const
}
