import { sql } from 'kysely'

import type { Notices } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { type Given, statement } from '../store/statement.ts'

/** A reminder that somebody heard, and may hear again later. */
export type HeardNotice = Readonly<Pick<Notices, 'id' | 'subject' | 'body' | 'rule'>>

/** The last reminder of a subject that was said to a person, or in a room of one of these groups. */
export async function lastHeard(
  db: Db,
  personId: number,
  subject: string,
  groupIds: readonly number[],
): Promise<HeardNotice | undefined> {
  const [found] = await heard(db, { personId, subject, groupIds: [...groupIds] })
  return found
}

const heard = statement((db, given: Given<{ personId: number; subject: string; groupIds: number[] }>) =>
  db
    .selectFrom('notices as n')
    .select(['n.id', 'n.subject', 'n.body', 'n.rule'])
    .where('n.subject', '=', given.subject)
    .where('n.kind', '=', 'reminder')
    .where('n.state', 'in', ['queued', 'sending', 'sent', 'ambiguous'])
    .where((eb) =>
      eb.or([
        eb('n.personId', '=', given.personId),
        eb.and([
          eb('n.personId', 'is', null),
          eb.exists(
            eb
              .selectFrom('rooms as r')
              .select('r.groupId')
              .whereRef('r.platform', '=', 'n.platform')
              .whereRef('r.tenant', '=', 'n.tenant')
              .whereRef('r.channel', '=', 'n.channel')
              .where('r.groupId', '=', sql<number>`any(${given.groupIds}::int[])`),
          ),
        ]),
      ]),
    )
    .orderBy('n.createdAt', 'desc')
    .orderBy('n.id', 'desc')
    .limit(1),
)

/** The last subject of which a person was reminded; undefined where there is none. */
export async function lastSubject(db: Db, personId: number): Promise<string | undefined> {
  const [found] = await latest(db, { personId })
  return found?.subject
}

const latest = statement((db, given: Given<{ personId: number }>) =>
  db
    .selectFrom('notices')
    .select('subject')
    .where('personId', '=', given.personId)
    .where('kind', '=', 'reminder')
    .where('state', 'in', ['sent', 'ambiguous'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)
