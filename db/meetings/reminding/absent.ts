import { sql } from 'kysely'

import type { Meetings, People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { groupNames } from '../joint/groups.ts'

/** Somebody who was invited to a meeting that was held, and whose entity was not there. */
export interface Absentee extends Readonly<Pick<Meetings, 'title' | 'startsAt'>> {
  readonly meetingId: number
  readonly group: string | null
  readonly summary: string
  /** As what they were invited. */
  readonly as: string
  readonly personId: People['id']
  readonly zone: People['zone']
  readonly key: string
  /** Whether other words were on record before. */
  readonly corrects: boolean
}

interface AbsentQuery {
  readonly rule: string
  /** Outcomes that were recorded between these two moments. */
  readonly from: Date
  readonly to: Date
  readonly limit: number
}

/**
 * Those who missed meetings whose outcome is on record, and were not told of it in these words; keys begin with
 * `rule`, and those of a correction end with a digest of its words. Where the attendance is recorded it decides, by
 * entity; where it is not, whoever declined and came after all was there.
 */
export async function absentees(db: Db, asked: AbsentQuery): Promise<readonly Absentee[]> {
  return missed(db, asked)
}

const missed = statement((db, given: Params<AbsentQuery>) =>
  db
    // Steps of their own: neither meetings nor invitations are ever read whole for the sake of their order.
    .with(
      (cte) => cte('recent').materialized(),
      (query) => recentlyHeld(query, given),
    )
    .with('keyed', (query) =>
      query
        .selectFrom('recent as m')
        .innerJoinLateral(
          (eb) =>
            eb
              .selectFrom('invitations as i')
              .select(['i.personId', 'i.as', 'i.response', 'i.delegateId'])
              .whereRef('i.meetingId', '=', 'm.id')
              .where('i.presentAt', 'is', null)
              .offset(sql.lit(0))
              .as('i'),
          (join) => join.onTrue(),
        )
        .innerJoin('people as p', (join) =>
          join.onRef('p.id', '=', 'i.personId').on('p.retiredOn', 'is', null),
        )
        .leftJoin('workingGroups as g', 'g.id', 'm.groupId')
        .select(['m.id as meetingId', 'm.title', 'm.startsAt', 'm.summary'])
        .select(({ ref }) => groupNames(db, ref('m.groups'), ref('g.acronym')).as('group'))
        .select(['p.id as personId', 'p.zone', 'i.as'])
        .select(({ ref }) => {
          const first = sql<string>`concat_ws(':', ${given.rule}::text, ${ref('m.id')}, ${ref('p.id')})`
          const ofWords = sql<string>`concat(${first}, ':', left(md5(${ref('m.summary')}), 8))`
          const corrects = sql<boolean>`(coalesce(${ref('m.former')}->>'status' = 'held', false)
            and ${ref('m.former')}->>'summary' is distinct from ${ref('m.summary')})`
          return [
            corrects.as('corrects'),
            ofWords.as('keyOfWords'),
            sql<string>`case when ${corrects} then ${ofWords} else ${first} end`.as('key'),
          ]
        })
        .where(
          ({ ref }) =>
            sql<boolean>`case when cardinality(${ref('m.attended')}) > 0
              then not coalesce(${ref('p.entityId')} = any (${ref('m.attended')}), false)
              else ${ref('i.response')} = 'no' and ${ref('i.delegateId')} is null end`,
        ),
    )
    .selectFrom('keyed as k')
    .select([
      'k.meetingId',
      'k.title',
      'k.startsAt',
      'k.group',
      'k.personId',
      'k.zone',
      'k.key',
      'k.as',
      'k.corrects',
    ])
    .select(({ ref }) => sql<string>`${ref('k.summary')}`.as('summary'))
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('notices as n')
            .select('n.id')
            .where((eb) =>
              eb.or([eb('n.key', '=', eb.ref('k.key')), eb('n.key', '=', eb.ref('k.keyOfWords'))]),
            ),
        ),
      ),
    )
    .orderBy('k.meetingId')
    .orderBy('k.personId')
    .limit(given.limit),
)

/** Meetings whose outcome came on record within the span. */
function recentlyHeld(db: Pick<QueryBuilder, 'selectFrom'>, given: Params<AbsentQuery>) {
  return db
    .selectFrom('meetings')
    .select(['id', 'title', 'startsAt', 'summary', 'groupId', 'groups', 'former', 'attended'])
    .where('status', '=', 'held')
    .where('summary', 'is not', null)
    .where('heldAt', '>', given.from)
    .where('heldAt', '<=', given.to)
}
