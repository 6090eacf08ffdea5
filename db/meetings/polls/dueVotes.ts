import { type Expression, sql } from 'kysely'

import type { DueQuery } from '../../../src/core/feature/rule.ts'
import { keyPart, keysIn, ledgerKeys } from '../../ledger/keyPart.ts'
import type { Polls, WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { asRecords } from '../../store/records.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import type { ExpectedInvitee } from '../expectedInvitees.ts'
import { groupNames } from '../joint/groups.ts'
import { isRecorded } from '../reminding/due.ts'
import { pollLeads } from './pollLeads.ts'
import { type ResultReader, resultReaders } from './resultReaders.ts'

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
  /** As what they belong to the group. */
  readonly as: ExpectedInvitee['as']
}

/** What tells one of those who may settle a poll that it has closed. */
export interface DueResult extends Omit<DueVote, 'as'> {
  readonly as: ResultReader
}

interface DueVotesQuery {
  readonly rule: string
  readonly leads: string
  readonly now: Date
  readonly limit: number
}

/** Those who have said nothing to an open poll that closes soon; the lead that came last speaks alone. */
export async function dueVotes(
  db: Db,
  rule: string,
  { now, moments, limit }: DueQuery,
): Promise<readonly DueVote[]> {
  return silent(db, { rule, leads: asRecords(moments), now, limit })
}

const silent = statement((db, given: Params<DueVotesQuery>) => {
  const last = db
    .selectFrom(pollLeads(db, given).as('d'))
    .distinctOn(['d.pollId', 'd.personId'])
    .select(['d.pollId', 'd.personId', 'd.zone', 'd.as'])
    .select(({ ref }) =>
      sql<string>`concat_ws(':', ${given.rule}::text, ${ref('d.pollId')}, ${ref('d.name')}, ${ref('d.personId')})`.as(
        'key',
      ),
    )
    .where('d.dueAt', '<=', given.now)
    .whereRef('d.dueAt', '>=', 'd.openedAt')
    .orderBy('d.pollId')
    .orderBy('d.personId')
    .orderBy('d.dueAt', 'desc')
    // Of two that come at once, as when both waited for the morning, the shorter one is nearer to the truth.
    .orderBy('d.days')
    .orderBy('d.minutes')
  return polls(db)
    .innerJoin(last.as('k'), 'k.pollId', 'p.id')
    .select(['k.key', 'k.personId', 'k.zone', 'k.as'])
    .where(({ not, ref }) => not(isRecorded(db, ref('k.key'))))
    .orderBy('p.id')
    .orderBy('k.personId')
    .limit(given.limit)
})

/** To whoever is to settle a poll, once it has closed. */
export async function dueResults(
  db: Db,
  rule: string,
  now: Date,
  limit: number,
): Promise<readonly DueResult[]> {
  return ended(db, { rule, now, limit })
}

const ended = statement((db, given: Params<Omit<DueVotesQuery, 'leads'>>) =>
  polls(db)
    .innerJoin(resultReaders(db, given.now).as('q'), 'q.pollId', 'p.id')
    .select(['q.personId', 'q.zone', 'q.as'])
    .select(({ ref }) => resultKey(given, ref).as('key'))
    .where('p.status', '=', 'open')
    .where('p.closesAt', '<=', given.now)
    .where(({ ref }) => sql<boolean>`${ref('p.closesAt')} > ${given.now}::timestamptz - interval '7 days'`)
    .where(({ not, ref }) => not(isRecorded(db, resultKey(given, ref))))
    .orderBy('p.id')
    .orderBy('q.personId')
    .limit(given.limit),
)

/** A poll that was extended closes once more, and that is told as well; whoever opened it needs no number. */
function resultKey(
  { rule }: Params<{ rule: string }>,
  ref: (name: 'p.id' | 'p.closesAt' | 'q.as' | 'q.personId') => Expression<unknown>,
) {
  return sql<string>`concat_ws(':', ${rule}::text, ${ref('p.id')}, extract(epoch from ${ref('p.closesAt')})::bigint,
    case when ${ref('q.as')} <> 'opener' then ${ref('q.personId')} end)`
}

/** Of reminders by their ledger keys, those whose poll is open and whose reader has not voted. */
export async function standingVotes(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await standing(db, { keys: [...keys], now })
  return keysIn(rows)
}

const standing = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
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

/** Of notices by their ledger keys, those whose poll is neither settled nor closed by hand. */
export async function unsettledPolls(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await unsettled(db, { keys: [...keys] })
  return keysIn(rows)
}

const unsettled = statement((db, given: Params<{ keys: string[] }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('polls as p', (join) => join.on((eb) => eb('p.id', '=', keyPart(eb.ref('k.key'), 2))))
    .select('k.key')
    .where('p.status', '=', 'open'),
)

/** Polls `p` as they are spoken of. */
function polls(db: QueryBuilder) {
  return db
    .selectFrom('polls as p')
    .innerJoin('workingGroups as w', 'w.id', 'p.groupId')
    .leftJoin('people as opener', 'opener.id', 'p.openedBy')
    .select(['p.id as pollId', 'p.title', 'p.closesAt', 'opener.name as openedBy'])
    .select(({ ref }) => [
      sql<string>`${groupNames(db, ref('p.groups'), ref('w.acronym'))}`.as('groupAcronym'),
      sql<string>`concat('poll:', ${ref('p.id')})`.as('subject'),
    ])
}
