import { type Expression, sql } from 'kysely'

import { leadersOf } from '../../directory/terms/leaders.ts'
import type { Newsletters, People } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { utcDay } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { callees, isSilent } from './callees.ts'
import { isGroupSilent } from './groupSilent.ts'

interface Nudges {
  readonly newsletterId: number
  readonly entityIds: readonly number[]
  readonly groupIds: readonly number[]
}

/** Records that entities and groups are asked for something; whoever answers for them is told by the rules. */
export async function addNudges(trx: Trx, nudges: Nudges, by: number, now: Date): Promise<void> {
  const { newsletterId, entityIds, groupIds } = nudges
  const asked: readonly NudgesQuery[] = [
    ...entityIds.map((entityId) => ({ entityId, groupId: null })),
    ...groupIds.map((groupId) => ({ entityId: null, groupId })),
  ]
  await add(trx, { newsletterId, asked: asRecords(asked), by, now })
}

interface NudgesQuery {
  readonly entityId: number | null
  readonly groupId: number | null
}

const add = statement((db, given: Params<{ newsletterId: number; asked: string; by: number; now: Date }>) =>
  db
    .insertInto('newsletterNudges')
    .columns(['newsletterId', 'entityId', 'groupId', 'nudgedBy', 'nudgedAt'])
    .expression((from) =>
      from
        .selectFrom(records<NudgesQuery>(given.asked, { entityId: 'int', groupId: 'int' }))
        .select(({ ref }) => [
          sql<number>`${given.newsletterId}::int`.as('newsletterId'),
          ref('n.entityId').as('entityId'),
          ref('n.groupId').as('groupId'),
          sql<number>`${given.by}::int`.as('nudgedBy'),
          sql<Date>`${given.now}::timestamptz`.as('nudgedAt'),
        ]),
    ),
)

/** Somebody who is asked what their entity, or the group that they lead, has for an open issue. */
export interface PersonToNudge
  extends Readonly<Pick<Newsletters, 'number' | 'periodFrom' | 'periodTo' | 'closesAt'>> {
  readonly nudgeId: number
  readonly newsletterId: number
  /** Of what nothing has come. */
  readonly of: 'entity' | 'group'
  readonly ofId: number
  readonly acronym: string
  readonly personId: number
  readonly name: People['name']
  /** IANA zone. */
  readonly zone: string
  readonly nudgedAt: Date
  readonly nudgedBy: People['name']
}

interface Since {
  readonly now: Date
  readonly since: Date
}

/** Those whom a nudge since some time asks, while nothing has come. */
export async function nudged(db: Db, asked: Since): Promise<readonly PersonToNudge[]> {
  return [...(await ofEntities(db, asked)), ...(await ofGroups(db, asked))]
}

const ofEntities = statement((db, { now, since }: Params<Since>) =>
  openNudges(db, now, since)
    .innerJoin('entities as e', 'e.id', 'd.entityId')
    .innerJoin(callees(db, now).as('p'), (join) =>
      join.onRef('p.entityId', '=', 'e.id').on('p.place', '=', 1),
    )
    .select(['e.id as ofId', 'e.acronym', 'p.personId', 'p.name', 'p.zone'])
    .select(sql<'entity'>`'entity'`.as('of'))
    .where(({ ref }) => isSilent(db, ref('n.id'), ref('e.id'))),
)

const ofGroups = statement((db, { now, since }: Params<Since>) =>
  openNudges(db, now, since)
    .innerJoin('workingGroups as g', 'g.id', 'd.groupId')
    .innerJoinLateral(
      ({ ref }) =>
        leadersOf(db, ref('g.id'), utcDay(now))
          .select(['p.id as personId', 'p.name', 'p.zone'])
          .distinct()
          .as('p'),
      (join) => join.onTrue(),
    )
    .select(['g.id as ofId', 'g.acronym', 'p.personId', 'p.name', 'p.zone'])
    .select(sql<'group'>`'group'`.as('of'))
    .where(({ ref }) =>
      isGroupSilent(db, {
        issue: ref('n.id'),
        from: ref('n.periodFrom'),
        to: ref('n.periodTo'),
        group: ref('g.id'),
        acronym: ref('g.acronym'),
      }),
    ),
)

/** Nudges `d` for issues `n` that still take updates. */
function openNudges(db: QueryBuilder, now: Expression<Date>, since: Expression<Date>) {
  return db
    .selectFrom('newsletterNudges as d')
    .innerJoin('newsletters as n', 'n.id', 'd.newsletterId')
    .innerJoin('people as o', 'o.id', 'd.nudgedBy')
    .select(['d.id as nudgeId', 'd.nudgedAt', 'o.name as nudgedBy', 'n.id as newsletterId'])
    .select(['n.number', 'n.periodFrom', 'n.periodTo', 'n.closesAt'])
    .where('n.status', '=', 'open')
    .where('n.closesAt', '>', now)
    .where('d.nudgedAt', '>', since)
}
