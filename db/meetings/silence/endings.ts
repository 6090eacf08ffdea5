import { type Expression, sql } from 'kysely'
import { leadersOf } from '../../directory/terms/leaders.ts'
import type { People } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { utcDay } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { type ExpectedInvitee, expectedInviteesQuery } from '../expectedInvitees.ts'
import { reachedAt } from './reachedAt.ts'
import type { Silence } from './silences.ts'

/** A procedure that has just ended in silence, and one of those who are told. */
export interface EndedSilence extends Pick<Silence, 'body' | 'groupId' | 'groupAcronym'> {
  readonly silenceId: number
  readonly status: 'adopted' | 'unheard'
  readonly personId: number
  /** The role in which they belong to the group; null for one of the secretariat. */
  readonly as: ExpectedInvitee['as'] | null
  readonly openedBy: People['name']
  /** How many of the group it did not reach. */
  readonly missed: number
}

/**
 * Ends what nobody has broken by its deadline: it is adopted where it reached anybody who might have objected. Returns
 * those who are told: of what is adopted everybody of the group, of the rest its leaders and the secretariat.
 */
export async function endSilences(trx: Trx, now: Date): Promise<readonly EndedSilence[]> {
  const ids = (await end(trx, { now })).map(({ id }) => id)
  return ids.length === 0 ? [] : reported(trx, { ids, now })
}

const end = statement((db, given: Params<{ now: Date }>) =>
  db
    .updateTable('silenceProcedures as q')
    .set(({ ref }) => ({
      status: sql<EndedSilence['status']>`case when ${mightObject(db, {
        id: ref('q.id'),
        groupId: ref('q.groupId'),
        openedBy: ref('q.openedBy'),
        now: given.now,
      })} then 'adopted' else 'unheard' end`,
      // It ended at its deadline, whenever that is noticed.
      decidedAt: ref('q.closesAt'),
    }))
    .where('q.status', '=', 'open')
    .where('q.closesAt', '<=', given.now)
    .returning('q.id'),
)

interface Of {
  readonly id: Expression<number>
  readonly groupId: Expression<number>
  readonly openedBy: Expression<number>
  readonly now: Params<{ now: Date }>['now']
}

/** Whether a member beside the one who opened it was sent the text, or a room of a group that has such members. */
function mightObject(db: QueryBuilder, { id, groupId, openedBy, now }: Of) {
  const members = db
    .selectFrom(expectedInviteesQuery(db, sql<number[]>`array[${groupId}]`, utcDay(now)).as('b'))
    .select('b.personId')
    .where('b.as', '<>', 'observer')
    .where('b.personId', '<>', openedBy)
  const sent = db
    .selectFrom('notices as n')
    .select('n.id')
    .where(({ eb }) => eb.or([eb('n.kind', '=', 'silence'), eb('n.rule', '=', 'silence')]))
    .where('n.subject', '=', sql<string>`concat('silence:', ${id})`)
    .where(({ ref }) => sql<boolean>`starts_with(${ref('n.key')}, concat('silence:', ${id}, ':'))`)
    .where(({ ref }) => sql<boolean>`${reachedAt(ref('n.id'), ref('n.state'), ref('n.sentAt'))} is not null`)
    .where((eb) => eb.or([eb('n.personId', 'is', null), eb('n.personId', 'in', members)]))
  return sql<boolean>`(exists ${members} and exists ${sent})`
}

const reported = statement((db, given: Params<{ ids: readonly number[]; now: Date }>) =>
  db
    .selectFrom('silenceProcedures as q')
    .innerJoin('workingGroups as g', 'g.id', 'q.groupId')
    .innerJoin('people as o', 'o.id', 'q.openedBy')
    .innerJoinLateral(
      (eb) => readers(db, eb.ref('q.groupId'), eb.ref('q.status'), given.now).as('p'),
      (join) => join.onTrue(),
    )
    .where('q.id', '=', sql<number>`any (${given.ids}::int[])`)
    .select(['q.id as silenceId', 'q.body', 'q.groupId', 'g.acronym as groupAcronym'])
    .select(({ ref }) => sql<EndedSilence['status']>`${ref('q.status')}`.as('status'))
    .select(['p.personId', 'p.as', 'o.name as openedBy'])
    .select(({ selectFrom, ref }) =>
      selectFrom('notices as n')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where(({ eb }) => eb.or([eb('n.kind', '=', 'silence'), eb('n.rule', '=', 'silence')]))
        .where('n.subject', '=', sql<string>`concat('silence:', ${ref('q.id')})`)
        .where((eb) => sql<boolean>`starts_with(${eb.ref('n.key')}, concat('silence:', ${ref('q.id')}, ':'))`)
        .where('n.personId', 'is not', null)
        .where(
          (eb) => sql<boolean>`${reachedAt(eb.ref('n.id'), eb.ref('n.state'), eb.ref('n.sentAt'))} is null`,
        )
        .$asScalar()
        .as('missed'),
    ),
)

function readers(
  db: QueryBuilder,
  groupId: Expression<number>,
  status: Expression<Silence['status']>,
  now: Params<{ now: Date }>['now'],
) {
  const everybody = db
    .selectFrom(expectedInviteesQuery(db, sql<number[]>`array[${groupId}]`, utcDay(now)).as('b'))
    .select(({ ref }) => ['b.personId', sql<EndedSilence['as']>`${ref('b.as')}`.as('as')])
    .where(sql<boolean>`${status} = 'adopted'`)
  const leaders = leadersOf(db, groupId, utcDay(now))
    .select(['p.id as personId', sql<EndedSilence['as']>`'chair'`.as('as')])
    .where(sql<boolean>`${status} = 'unheard'`)
  const secretariat = db
    .selectFrom('people as k')
    .select(['k.id as personId', sql<EndedSilence['as']>`null`.as('as')])
    .where('k.isSecretariat', 'is', true)
    .where('k.retiredOn', 'is', null)
    .where(sql<boolean>`${status} = 'unheard'`)
  const all = everybody.unionAll(leaders).unionAll(secretariat)
  // Whoever leads the group and is of the secretariat is told once.
  return db
    .selectFrom(all.as('a'))
    .select(({ fn }) => ['a.personId', fn.min('a.as').as('as')])
    .groupBy('a.personId')
}
