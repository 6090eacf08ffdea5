import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Trx } from '../../store/db.ts'
import { dayAfter, firstDay, utcDay } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'

/** A chair's term that was appointed ahead and has begun, for one who is told. */
export interface BegunTerm {
  readonly key: string
  readonly subject: string
  readonly personId: number
  readonly groupId: number
  readonly group: string
  readonly entity: string
  readonly holder: string | null
  readonly holderId: number | null
  /** Who chaired until then. */
  readonly formerEntity: string
  readonly former: string | null
  readonly formerId: number | null
  readonly from: Day
  readonly as: 'chair' | 'former' | 'secretariat'
}

/**
 * Terms of chairs that began within the last days and had been appointed before: to the new chair, to whoever chaired
 * until then (where an entity holds the term, to its coordinators) and to the secretariat; once each. Not where
 * somebody ordered a handover for that day, by which both are told.
 */
export async function begunTerms(
  trx: Trx,
  asked: Omit<BeginningQuery, 'again'>,
): Promise<readonly BegunTerm[]> {
  return begun(trx, { ...asked, again: false })
}

/** The same, whether or not they were told. */
export async function standingTerms(
  trx: Trx,
  asked: Omit<BeginningQuery, 'again'>,
): Promise<readonly BegunTerm[]> {
  return begun(trx, { ...asked, again: true })
}

interface BeginningQuery {
  readonly now: Date
  readonly days: number
  readonly limit: number
  readonly again: boolean
}

const begun = statement((db, given: Params<BeginningQuery>) =>
  db
    .with('begins', (query) => beginnings(query, given))
    .with('told', (query) =>
      query
        .selectFrom('begins as t')
        .innerJoin('people as w', (join) =>
          join.on(({ eb, and, or, ref }) =>
            or([
              eb('w.id', '=', ref('t.holderId')),
              eb('w.id', '=', ref('t.formerId')),
              eb('w.isSecretariat', '=', true),
              and([
                eb('w.isCoordinator', '=', true),
                or([
                  and([eb('t.holderId', 'is', null), eb('w.entityId', '=', ref('t.entityId'))]),
                  and([eb('t.formerId', 'is', null), eb('w.entityId', '=', ref('t.formerEntityId'))]),
                ]),
              ]),
            ]),
          ),
        )
        .select(['w.id as personId', 't.groupId', 't.group', 't.entity', 't.holder', 't.holderId'])
        .select(['t.formerEntity', 't.former', 't.formerId', 't.from'])
        .select(({ ref }) => [
          sql<BegunTerm['as']>`case
              when ${ref('w.id')} = ${ref('t.holderId')} then 'chair'
              when ${ref('w.id')} = ${ref('t.formerId')} then 'former'
              when ${ref('w.isSecretariat')} then 'secretariat'
              when ${ref('w.entityId')} = ${ref('t.entityId')} then 'chair'
              else 'former' end`.as('as'),
          sql<string>`concat('group:', ${ref('t.groupId')})`.as('subject'),
          sql<string>`concat_ws(':', 'term-begin', ${ref('t.id')}, ${ref('t.from')}, ${ref('w.id')})`.as(
            'key',
          ),
        ])
        .where('w.retiredOn', 'is', null),
    )
    .selectFrom('told as k')
    .selectAll('k')
    .where(({ exists, not, or, selectFrom }) =>
      or([
        sql<boolean>`${given.again}::boolean`,
        not(exists(selectFrom('notices as n').select('n.id').whereRef('n.key', '=', 'k.key'))),
      ]),
    )
    .orderBy('k.from')
    .orderBy('k.personId')
    .limit(given.limit),
)

/** Chairs’ terms `r` that begin in those days and were appointed ahead, each with the term `f` of whoever chaired until then. */
function beginnings(db: Pick<QueryBuilder, 'selectFrom'>, given: Params<BeginningQuery>) {
  return (
    db
      .selectFrom('roles as r')
      .innerJoin('roles as f', (join) =>
        join
          .onRef('f.groupId', '=', 'r.groupId')
          .on('f.role', '=', 'chair')
          .on(({ ref }) => sql<boolean>`${dayAfter(ref('f.during'))} = ${firstDay(ref('r.during'))}`),
      )
      .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
      .innerJoin('entities as e', 'e.id', 'r.entityId')
      .innerJoin('entities as o', 'o.id', 'f.entityId')
      .leftJoin('people as p', 'p.id', 'r.personId')
      .leftJoin('people as q', 'q.id', 'f.personId')
      .select(['r.id', 'r.groupId', 'g.acronym as group', 'e.acronym as entity', 'r.entityId'])
      .select(['r.personId as holderId', 'f.personId as formerId'])
      .select(['o.acronym as formerEntity', 'f.entityId as formerEntityId'])
      .select(({ fn, ref }) => [
        fn.coalesce('p.name', 'r.holder').as('holder'),
        fn.coalesce('q.name', 'f.holder').as('former'),
        sql<Day>`${firstDay(ref('r.during'))}`.as('from'),
      ])
      .where('r.role', '=', 'chair')
      .where('r.createdBy', 'is not', null)
      .where(({ ref }) => sql<boolean>`${utcDay(ref('r.createdAt'))} < ${firstDay(ref('r.during'))}`)
      // East of UTC a day begins before its own; whether it has, each reader’s own clock tells.
      .where(
        ({ ref }) => sql<boolean>`${firstDay(ref('r.during'))} <= ${utcDay(given.now)} + 1
          and ${firstDay(ref('r.during'))} > ${utcDay(given.now)} - ${given.days}::int`,
      )
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('handovers as h')
              .select('h.id')
              .whereRef('h.groupId', '=', 'r.groupId')
              .where('h.role', '=', 'chair')
              .where('h.withdrawnAt', 'is', null)
              .where(({ ref }) => sql<boolean>`${ref('h.onDay')} = ${firstDay(ref('r.during'))}`),
          ),
        ),
      )
  )
}
