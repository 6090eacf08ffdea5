import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Account } from '../../../src/core/address.ts'
import type { Lead } from '../../../src/core/feature/rule.ts'
import type { Polls, PollVotes, WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { jsonList, utcDay } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Compose, type Given, statement } from '../../store/statement.ts'
import { type Guest, guests } from '../guests.ts'
import { groupNames } from '../joint/groups.ts'

export interface Voter extends Guest {
  readonly votes: readonly { readonly number: number; readonly vote: PollVotes['vote'] }[]
}

/** Everybody of the poll's group at an instant, by name, with what they said to which slot. */
export async function votersOf(db: Db, pollId: number, now: Date): Promise<readonly Voter[]> {
  return ofPoll(db, { pollId, now })
}

const ofPoll = statement((db, given: Given<{ pollId: number; now: Date }>) =>
  db
    .with('guests', (query) =>
      guests(
        query,
        query.selectFrom('polls').select('groups').where('id', '=', given.pollId).$asScalar(),
        utcDay(given.now),
      ),
    )
    .selectFrom('guests as g')
    .innerJoin('people as p', 'p.id', 'g.personId')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select(['g.personId', 'g.as', 'p.zone', 'p.name', 'e.acronym as entity'])
    .select(({ selectFrom }) =>
      jsonList(
        selectFrom('pollVotes as v')
          .where('v.pollId', '=', given.pollId)
          .whereRef('v.personId', '=', 'p.id')
          .select(({ fn, ref }) =>
            fn
              .jsonAgg(jsonBuildObject({ number: ref('v.number'), vote: ref('v.vote') }))
              .orderBy('v.number')
              .as('list'),
          ),
      ).as('votes'),
    )
    .orderBy('p.name'),
)

/** The person of an account; undefined for one that is not linked. */
export async function personOf(db: Db, account: Account): Promise<number | undefined> {
  const [row] = await linked(db, account)
  return row?.personId
}

const linked = statement((db, given: Given<Account>) =>
  db
    .selectFrom('identities')
    .select('personId')
    .where(({ and }) => and({ platform: given.platform, tenant: given.tenant, account: given.account })),
)

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
        .select(['q.id as personId', 'q.zone'])
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
        .select(['q.id as personId', 'q.zone'])
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
    .select(['p.id as pollId', 'p.title', 'p.closesAt'])
    .select(({ ref }) => [
      sql<string>`${groupNames(db, ref('p.groups'), ref('w.acronym'))}`.as('groupAcronym'),
      sql<string>`concat('poll:', ${ref('p.id')})`.as('subject'),
    ])
    .where('p.status', '=', 'open')
}
