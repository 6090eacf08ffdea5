import { sql } from 'kysely'

import type { Notices } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'
import { snoozeOf } from './keyPart.ts'

/** A reminder that somebody heard, and may hear again later; of one that was said again, the first itself. */
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

const heard = statement((db, given: Params<{ personId: number; subject: string; groupIds: number[] }>) =>
  db
    .selectFrom('notices as n')
    .leftJoin('snoozes as s', (join) =>
      join.on(({ eb, ref }) => eb('s.id', '=', snoozeOf(ref('n.rule'), ref('n.key')))),
    )
    .leftJoin('notices as f', 'f.id', 's.noticeId')
    .select('n.subject')
    .select(({ fn, ref }) => [
      fn.coalesce('f.id', 'n.id').as('id'),
      sql<Notices['body']>`coalesce(${ref('f.body')}, ${ref('n.body')})`.as('body'),
      fn.coalesce('f.rule', 'n.rule').as('rule'),
    ])
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

const latest = statement((db, given: Params<{ personId: number }>) =>
  db
    .selectFrom('notices')
    .select('subject')
    .where('personId', '=', given.personId)
    .where('kind', '=', 'reminder')
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['sent', 'ambiguous']),
        eb.exists(eb.selectFrom('sent as s').select('s.noticeId').whereRef('s.noticeId', '=', 'notices.id')),
      ]),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)
