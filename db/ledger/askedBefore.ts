import { sql } from 'kysely'

import type { People } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'

/** Somebody whom a rule has reminded of a subject. */
export interface AskedBefore {
  readonly key: string
  readonly subject: string
  readonly name: People['name']
  /** Their IANA zone. */
  readonly zone: People['zone']
  /** When it was sent, or is to be sent. */
  readonly at: Date
}

/** Whom a rule has reminded of these subjects since a moment, in order of time. */
export async function askedBefore(
  db: Db,
  rule: string,
  subjects: readonly string[],
  since: Date,
): Promise<readonly AskedBefore[]> {
  return subjects.length === 0 ? [] : asked(db, { rule, subjects: [...new Set(subjects)], since })
}

const asked = statement((db, given: Params<{ rule: string; subjects: string[]; since: Date }>) =>
  db
    .selectFrom('notices as n')
    .innerJoin('people as p', 'p.id', 'n.personId')
    .select(['n.key', 'n.subject', 'p.name', 'p.zone'])
    .select(({ fn }) => fn.coalesce('n.sentAt', 'n.queuedAt').as('at'))
    .where('n.rule', '=', given.rule)
    .where('n.subject', '=', sql<string>`any(${given.subjects}::text[])`)
    .where('n.createdAt', '>', given.since)
    .where('n.state', 'in', ['queued', 'sending', 'sent', 'ambiguous'])
    .orderBy('at')
    .orderBy('p.name'),
)
