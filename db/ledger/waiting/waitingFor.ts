import { sql } from 'kysely'

import type { Message } from '../../../src/core/message.ts'
import type { Notices } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** A notice of somebody that waits for the morning or a digest. */
export interface WaitingNotice {
  readonly key: string
  /** The rule it comes from. */
  readonly rule: string | null
  readonly subject: string
  readonly until: Date
  readonly waitsFor: NonNullable<Notices['waitsFor']>
  readonly summary: Message['summary']
}

/** What waits for a person, the soonest first. */
export async function waitingFor(db: Db, personId: number, limit: number): Promise<readonly WaitingNotice[]> {
  return waiting(db, { personId, limit })
}

const waiting = statement((db, given: Params<{ personId: number; limit: number }>) =>
  db
    .selectFrom('notices')
    .select(['key', 'rule', 'subject'])
    .select(({ ref }) => [
      sql<Date>`${ref('foldedUntil')}`.as('until'),
      sql<WaitingNotice['waitsFor']>`${ref('waitsFor')}`.as('waitsFor'),
      sql<Message['summary']>`${ref('body')} -> 'summary'`.as('summary'),
    ])
    .where('state', '=', 'folded')
    .where('personId', '=', given.personId)
    .orderBy('foldedUntil')
    .orderBy('id')
    .limit(given.limit),
)
