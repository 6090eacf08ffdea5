import { sql } from 'kysely'

import type { Lead } from '../../../src/core/feature/rule.ts'
import { keyPart } from '../../ledger/keyPart.ts'
import type { Polls, WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { utcDay } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Compose, type Given, statement } from '../../store/statement.ts'
import { type Guest, guests } from '../guests.ts'
import { groupNames } from '../joint/groups.ts'

/** A reminder that is due to somebody who has not voted, in their own zone. */
export interface DueVote {
  readonly key: string
  /** `poll:12`. */
  readonly subject: string
  readonly pollId: number
  readonly title: Polls['title']
  readonly groupAcronym: WorkingGroups['acronym']
  readonly closesAt: Date
  readonly personId: number
  readonly zone: string
  readonly openedBy: string | null
  /** As what they belong to the group; null for whoever opened the poll. */
  readonly as: Guest['as'] | null
}

interface Asked {
  readonly rule: string
  readonly leads: string
  readonly now: Date
  readonly limit: number
}

/** Those who have said nothing to an open poll that closes soon; the lead that came last speaks alone. */
export async function dueVotes(
  db: Db,
  rule: string,
  leads: readonly Lead[],
  now: Date,
  limit: number,
): Promise<readonly DueVote[]> {
  return silent(db, { rule, leads: asRecords(leads), now, limit })
}

const silent = statement((db, given: Given<Asked>) =>
  db
    .with('keyed', () =>
      closing(db, given)
        .innerJoinLateral(
          (eb) => guests(db, eb.ref('p.groups'), utcDay(given.now)).as('g'),
          (join) => join.onTrue(),
        )
        .innerJoin('people as q', 'q.id', 'g.personId')
        .select(['q.id as personId', 'q.zone', 'g.as'])
        .select(({ ref }) =>
          sql<string>`concat_ws(':', ${given.rule}::text, ${ref('p.id')}, ${ref('n.name')}, ${ref('q.id')})`.as(
            'key',
          ),
        )
        .where('p.closesAt', '>', given.now)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('pollVotes as v')
                .select('v.pollId')
                .whereRef('v.pollId', '=', 'p.id')
                .whereRef('v.personId', '=', 'q.id'),
            ),
          ),
        )
        .orderBy('q.id'),
    )
    .selectFrom('keyed as k')
    .selectAll('k')
    .distinctOn(['k.pollId', 'k.personId'])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('notices as t').select('t.id').whereRef('t.key', '=', 'k.key'))),
    )
    .limit(given.limit),
)

/** To whoever opened a poll, once it has closed without being settled. */
export async function dueResults(
  db: Db,
  rule: string,
  leads: readonly Lead[],
  now: Date,
  limit: number,
): Promise<readonly DueVote[]> {
  return ended(db, { rule, leads: asRecords(leads), now, limit })
}

const ended = statement((db, given: Given<Asked>) =>
  db
    .with('keyed', () =>
      closing(db, given)
        .innerJoin('people as q', 'q.id', 'p.openedBy')
        .select(['q.id as personId', 'q.zone', sql<null>`null::text`.as('as')])
        .select(({ ref }) => sql<string>`concat_ws(':', ${given.rule}::text, ${ref('p.id')})`.as('key'))
        .where(
          ({ ref }) => sql<boolean>`${ref('p.closesAt')} > ${given.now}::timestamptz - interval '7 days'`,
        ),
    )
    .selectFrom('keyed as k')
    .selectAll('k')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('notices as t').select('t.id').whereRef('t.key', '=', 'k.key'))),
    )
    .limit(given.limit),
)

/** Of reminders by their ledger keys, those whose poll is open and whose reader has not voted. */
export async function standingVotes(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await standing(db, { keys: [...keys], now })
  return new Set(rows.map(({ key }) => key))
}

const standing = statement((db, given: Given<{ keys: string[]; now: Date }>) =>
  db
    .selectFrom(sql<{ key: string }>`unnest(${given.keys}::text[])`.as<'k'>(sql`k(key)`))
    .innerJoin('polls as p', (join) => join.on((eb) => eb('p.id', '=', keyPart(eb.ref('k.key'), 2))))
    .select('k.key')
    .where('p.status', '=', 'open')
    .where('p.closesAt', '>', given.now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('pollVotes as v')
            .select('v.pollId')
            .whereRef('v.pollId', '=', 'p.id')
            .where((eb) => eb('v.personId', '=', keyPart(eb.ref('k.key'), 4))),
        ),
      ),
    ),
)

/** Open polls `p` whose end has come so near as a lead `n` says, the last lead alone. */
function closing(db: Compose, given: Given<Asked>) {
  return db
    .selectFrom('polls as p')
    .innerJoin('workingGroups as w', 'w.id', 'p.groupId')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom(records<Lead>(given.leads, { name: 'text', days: 'int', minutes: 'int' }))
          .select(['n.name'])
          .where(({ ref }) => {
            const dueAt = sql`${ref('p.closesAt')} - make_interval(days => ${ref('n.days')}, mins => ${ref('n.minutes')})`
            return sql<boolean>`${dueAt} <= ${given.now}::timestamptz and ${dueAt} >= ${ref('p.openedAt')}`
          })
          .orderBy('n.days')
          .orderBy('n.minutes')
          .limit(1)
          .as('n'),
      (join) => join.onTrue(),
    )
    .leftJoin('people as opener', 'opener.id', 'p.openedBy')
    .select(['p.id as pollId', 'p.title', 'p.closesAt', 'opener.name as openedBy'])
    .select(({ ref }) => [
      sql<string>`${groupNames(db, ref('p.groups'), ref('w.acronym'))}`.as('groupAcronym'),
      sql<string>`concat('poll:', ${ref('p.id')})`.as('subject'),
    ])
    .where('p.status', '=', 'open')
}
