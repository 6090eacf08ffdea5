import { type RawBuilder, sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { type Compose, type Given, statement } from '../../store/statement.ts'

/** What is told of a person for a day in the past. */
export type PersonThen = Pick<People, 'id' | 'name' | 'title' | 'station' | 'country'>

type Column = Exclude<keyof PersonThen, 'id'>

/**
 * What the records of people say for a day, by their number: as they were believed at a moment, or are now. An address
 * or a number of the past is nobody's to see.
 */
export async function peopleThen(
  db: Db,
  ids: readonly number[],
  { on, known }: { readonly on: Day; readonly known?: Date | undefined },
): Promise<ReadonlyMap<number, PersonThen>> {
  if (ids.length === 0) return new Map()
  const rows = await then(db, { ids: [...ids], on, known: known ?? null })
  return new Map(rows.map((row) => [row.id, row]))
}

interface Values {
  readonly ids: number[]
  readonly on: Day
  readonly known: Date | null
}

const then = statement((db, given: Given<Values>) =>
  db
    .selectFrom('people as p')
    .select('p.id')
    .select(({ ref }) => {
      const said = (column: Column, now: RawBuilder<unknown>) => saidOn(db, given, column, now)
      return [
        said('name', sql`to_jsonb(${ref('p.name')})`)
          .$castTo<string>()
          .as('name'),
        said('title', sql`to_jsonb(${ref('p.title')})`).as('title'),
        said('station', sql`to_jsonb(${ref('p.station')})`).as('station'),
        said('country', sql`to_jsonb(${ref('p.country')})`).as('country'),
      ]
    })
    .where(({ ref }) => sql<boolean>`${ref('p.id')} = any (${given.ids}::int[])`),
)

/**
 * A column of the person `p` on a day: as the last change says that was recorded by then and holds from that day or an
 * earlier one, else as it was before the first, else as it stands.
 */
function saidOn(db: Compose, given: Given<Values>, column: Column, now: RawBuilder<unknown>) {
  const changes = db
    .selectFrom('directoryChanges as c')
    .where('c.kind', '=', 'person')
    .where('c.recordId', '=', sql<number>`${sql.ref('p.id')}`)
    .where('c.before', 'is not', null)
    .where(({ ref }) => sql<boolean>`${ref('c.after')} ? ${sql.lit(column)}`)
    .limit(1)
  const last = changes
    .select(({ ref }) => sql`${ref('c.after')} -> ${sql.lit(column)}`.as('said'))
    .where('c.holdsFrom', '<=', day(given.on))
    .where(({ eb, or }) =>
      or([
        sql<boolean>`${given.known}::timestamptz is null`,
        eb('c.recordedAt', '<=', sql<Date>`${given.known}::timestamptz`),
      ]),
    )
    .orderBy('c.id', 'desc')
  const first = changes
    .select(({ ref }) => sql`${ref('c.before')} -> ${sql.lit(column)}`.as('said'))
    .orderBy('c.id')
  return sql<string | null>`coalesce((${last}), (${first}), ${now}) #>> '{}'`
}
