import { type Expression, sql } from 'kysely'

import type { Audit } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, type QueryBuilder, statement, variants } from '../../store/statement.ts'
import type { RecordLine, RecordSubject } from './recordLine.ts'

/** Which lines are wanted; `from` is within, `before` is not. */
export interface Wanted {
  readonly limit: number
  readonly offset: number
  readonly from?: Date
  readonly before?: Date
}

/** The record, the latest first: of everything, or of one person, entity or group. */
export async function recordLines(
  db: Db,
  about: RecordSubject | undefined,
  { limit, offset, from = begun, before = end }: Wanted,
): Promise<readonly RecordLine[]> {
  return lines({ about: about?.kind ?? 'all' })(db, { id: about?.id ?? 0, limit, offset, from, before })
}

/** Before and after anything that is on record. */
const [begun, end] = [new Date('0001-01-01T00:00:00Z'), new Date('9999-01-01T00:00:00Z')]

type Subject = RecordSubject['kind'] | 'all'

interface Values {
  readonly id: number
  readonly limit: number
  readonly offset: number
  readonly from: Date
  readonly before: Date
}

const lines = variants(({ about }: { readonly about: Subject }) =>
  statement((db, given: Params<Values>) =>
    db
      .with('changed', () => changedRecords(db, about, given))
      .with('termed', () => supersededTerms(db, about, given))
      .with('begun', () => begunTerms(db, about, given))
      .with('both', (query) =>
        query
          .selectFrom('changed')
          .selectAll()
          .unionAll((all) => all.selectFrom('termed').selectAll())
          .unionAll((all) => all.selectFrom('begun').selectAll()),
      )
      .selectFrom('both as b')
      .leftJoin('people as w', 'w.id', 'b.by')
      .leftJoinLateral(
        (from) =>
          from
            .selectFrom('audit as a')
            .select(['a.platform', 'a.command'])
            // One invocation has one moment.
            .whereRef('a.personId', '=', 'b.by')
            .whereRef('a.at', '=', 'b.at')
            .where('a.outcome', '=', sql<Audit['outcome']>`'done'`)
            .limit(1)
            .as('a'),
        (join) => join.onTrue(),
      )
      .select([
        'b.at',
        'w.name as by',
        'a.platform',
        'a.command',
        'b.source',
        'b.change',
        'b.reverts',
        'b.kind',
      ])
      .select(['b.label', 'b.before', 'b.after'])
      .orderBy('b.at', 'desc')
      .orderBy('b.change', (order) => order.desc().nullsLast())
      .orderBy('b.label')
      .limit(given.limit)
      .offset(given.offset),
  ),
)

/** Changes of entities, groups and people. */
function changedRecords(db: QueryBuilder, about: Subject, given: Params<Values>) {
  return db
    .selectFrom('directoryChanges as c')
    .leftJoin('people as p', (join) =>
      join.onRef('p.id', '=', 'c.recordId').on('c.kind', 'in', ['person', 'merge']),
    )
    .leftJoin('entities as e', (join) => join.onRef('e.id', '=', 'c.recordId').on('c.kind', '=', 'entity'))
    .leftJoin('workingGroups as g', (join) =>
      join.onRef('g.id', '=', 'c.recordId').on('c.kind', '=', 'group'),
    )
    .select(({ fn, ref }) => [
      'c.recordedAt as at',
      'c.recordedBy as by',
      'c.source',
      sql<number | null>`${ref('c.id')}`.as('change'),
      'c.reverts',
      sql<RecordLine['kind']>`${ref('c.kind')}`.as('kind'),
      fn.coalesce('p.name', 'e.acronym', 'g.acronym').as('label'),
      sql<RecordLine['before']>`${ref('c.before')}`.as('before'),
      sql<RecordLine['after']>`${ref('c.after')}`.as('after'),
    ])
    .$if(about !== 'all', (rows) =>
      rows
        .where('c.recordId', '=', given.id)
        .where('c.kind', 'in', about === 'person' ? ['person', 'merge'] : about === 'all' ? [] : [about]),
    )
    .where('c.recordedAt', '>=', given.from)
    .where('c.recordedAt', '<', given.before)
    .orderBy('c.id', 'desc')
    .limit(sql<number>`${given.limit}::int + ${given.offset}::int`)
}

/** Terms as they were before each of their changes. */
function supersededTerms(db: QueryBuilder, about: Subject, given: Params<Values>) {
  return db
    .selectFrom('termVersions as t')
    .innerJoin('entities as e', 'e.id', 't.entityId')
    .leftJoin('workingGroups as g', 'g.id', 't.groupId')
    .leftJoin('people as p', 'p.id', 't.personId')
    .select(({ ref }) => [
      't.supersededAt as at',
      't.supersededBy as by',
      't.source',
      sql<number | null>`null::int`.as('change'),
      sql<number | null>`null::int`.as('reverts'),
      sql<RecordLine['kind']>`${ref('t.kind')}`.as('kind'),
      sql<
        string | null
      >`concat_ws(' ', ${ref('p.name')}, ${ref('t.holder')}, ${ref('e.acronym')}, ${ref('t.role')}, ${ref('g.acronym')})`.as(
        'label',
      ),
      days(ref('t.during')).as('before'),
      sql<RecordLine['after']>`null::jsonb`.as('after'),
    ])
    .$if(about === 'person', (rows) => rows.where('t.personId', '=', given.id))
    .$if(about === 'entity', (rows) => rows.where('t.entityId', '=', given.id))
    .$if(about === 'group', (rows) => rows.where('t.groupId', '=', given.id))
    .where('t.supersededAt', '>=', given.from)
    .where('t.supersededAt', '<', given.before)
    .orderBy('t.id', 'desc')
    .limit(sql<number>`${given.limit}::int + ${given.offset}::int`)
}

/** Terms that hold or held, as they were begun. */
function begunTerms(db: QueryBuilder, about: Subject, given: Params<Values>) {
  return db
    .selectFrom('roles as t')
    .innerJoin('entities as e', 'e.id', 't.entityId')
    .innerJoin('workingGroups as g', 'g.id', 't.groupId')
    .leftJoin('people as p', 'p.id', 't.personId')
    .select(({ ref }) => [
      't.createdAt as at',
      't.createdBy as by',
      't.source',
      sql<number | null>`null::int`.as('change'),
      sql<number | null>`null::int`.as('reverts'),
      sql<RecordLine['kind']>`'role'`.as('kind'),
      sql<
        string | null
      >`concat_ws(' ', ${ref('p.name')}, ${ref('t.holder')}, ${ref('e.acronym')}, ${ref('t.role')}, ${ref('g.acronym')})`.as(
        'label',
      ),
      sql<RecordLine['before']>`null::jsonb`.as('before'),
      days(ref('t.during')).as('after'),
    ])
    .where('t.createdBy', 'is not', null)
    .$if(about === 'person', (rows) => rows.where('t.personId', '=', given.id))
    .$if(about === 'entity', (rows) => rows.where('t.entityId', '=', given.id))
    .$if(about === 'group', (rows) => rows.where('t.groupId', '=', given.id))
    .where('t.createdAt', '>=', given.from)
    .where('t.createdAt', '<', given.before)
    .orderBy('t.createdAt', 'desc')
    .limit(sql<number>`${given.limit}::int + ${given.offset}::int`)
}

function days(during: Expression<string>) {
  return sql<RecordLine['before']>`jsonb_build_object('during', ${during}::text)`
}
