import { sql } from 'kysely'

import type { Trx } from '../../../store/db.ts'
import { type Params, statement } from '../../../store/statement.ts'
import type { Change } from '../../edit/changes.ts'

/** A record that was changed again since. */
export interface RecordTouchedSince {
  readonly label: string
  /** The number of the later change. */
  readonly later: number
}

/** The first later change of a column that one of these changes set, by somebody who did not take it back. */
export async function touchedSince(
  trx: Trx,
  changes: readonly number[],
): Promise<RecordTouchedSince | undefined> {
  const [first] = await touched(trx, { changes: [...changes] })
  return first
}

const touched = statement((db, given: Params<{ changes: number[] }>) =>
  db
    .selectFrom('directoryChanges as c')
    .innerJoin('directoryChanges as l', (join) =>
      join.onRef('l.kind', '=', 'c.kind').onRef('l.recordId', '=', 'c.recordId').onRef('l.id', '>', 'c.id'),
    )
    .leftJoin('people as p', (join) => join.onRef('p.id', '=', 'c.recordId').on('c.kind', '=', 'person'))
    .leftJoin('entities as e', (join) => join.onRef('e.id', '=', 'c.recordId').on('c.kind', '=', 'entity'))
    .leftJoin('workingGroups as g', (join) =>
      join.onRef('g.id', '=', 'c.recordId').on('c.kind', '=', 'group'),
    )
    .select(({ fn, ref }) => [
      sql<string>`${fn.coalesce('p.name', 'e.acronym', 'g.acronym')}`.as('label'),
      sql<number>`${ref('l.id')}`.as('later'),
    ])
    .where(({ ref }) => sql<boolean>`${ref('c.id')} = any (${given.changes}::int[])`)
    .where(({ ref }) => sql<boolean>`${ref('l.id')} <> all (${given.changes}::int[])`)
    .where('c.before', 'is not', null)
    .where(({ exists, not, selectFrom }) =>
      not(exists(selectFrom('directoryChanges as r').select('r.id').whereRef('r.reverts', '=', 'c.id'))),
    )
    .where(({ exists, not, selectFrom }) =>
      not(exists(selectFrom('directoryChanges as u').select('u.id').whereRef('u.reverts', '=', 'l.id'))),
    )
    .where(
      ({ ref }) => sql<boolean>`exists (select from jsonb_each(${ref('l.after')}) as decided (member, became)
        where ${ref('c.before')} ? member and ${ref('c.after')} -> member is distinct from became)`,
    )
    .orderBy('l.id')
    .limit(1),
)

/** Those of these changes that nobody took back, in their order. */
export async function standingChanges(trx: Trx, changes: readonly number[]): Promise<readonly Change[]> {
  const rows = await standing(trx, { changes: [...changes] })
  return rows.map((row) => ({ ...row, before: columns(row.before), after: columns(row.after) ?? {} }))
}

const standing = statement((db, given: Params<{ changes: number[] }>) =>
  db
    .selectFrom('directoryChanges as c')
    .select(['c.id', 'c.kind', 'c.recordId', 'c.before', 'c.after'])
    .where(({ ref }) => sql<boolean>`${ref('c.id')} = any (${given.changes}::int[])`)
    .where(({ exists, not, selectFrom }) =>
      not(exists(selectFrom('directoryChanges as r').select('r.id').whereRef('r.reverts', '=', 'c.id'))),
    )
    .orderBy('c.id'),
)

function columns(json: unknown): Readonly<Record<string, unknown>> | null {
  return typeof json === 'object' && json !== null ? { ...json } : null
}
