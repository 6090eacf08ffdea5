import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { day, jsonList } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { inForce } from '../edit/inForce.ts'

/** What is told of a person for a day in the past. */
export type PersonThen = Pick<People, 'id' | 'name' | 'title' | 'station' | 'country'>

/**
 * What the records of people say for a day, by their number: as they were believed at a moment, or are now. An address
 * or a number of the past is nobody's to see.
 */
export async function peopleThen(
  db: Db,
  ids: readonly number[],
  { on, known }: { readonly on: Day; readonly known?: Date | undefined },
): Promise<ReadonlyMap<number, PersonThen>> {
  const then = new Map<number, PersonThen>()
  for (let first = 0; first < ids.length; first += atOnce) {
    const page = ids.slice(first, first + atOnce)
    const rows = await withChanges(db, { ids: page, on, known: known ?? null })
    for (const { changes, ...now } of rows) then.set(now.id, asThen(now, changes))
  }
  return then
}

/** The number of people whose changes are read at a time, so that an export of thousands never holds all of them. */
const atOnce = 500

const columns = ['name', 'title', 'station', 'country'] as const

interface Values {
  readonly ids: number[]
  readonly on: Day
  readonly known: Date | null
}

interface Changed {
  readonly id: number
  readonly reverts: number | null
  readonly before: Partial<PersonThen>
  readonly after: Partial<PersonThen>
  /** Whether it holds on the day or from an earlier one. */
  readonly holds: boolean
  /** Whether it was recorded by then. */
  readonly known: boolean
}

const withChanges = statement((db, given: Params<Values>) =>
  db
    .selectFrom('people as p')
    .select(['p.id', 'p.name', 'p.title', 'p.station', 'p.country'])
    .select(({ selectFrom }) =>
      jsonList(
        selectFrom('directoryChanges as c')
          .where('c.kind', '=', 'person')
          .whereRef('c.recordId', '=', 'p.id')
          .where('c.before', 'is not', null)
          // What else was changed, such as an address, is not read at all.
          .where(
            ({ ref: of }) =>
              sql<boolean>`jsonb_exists_any(${of('c.after')}, ${sql.lit(`{${columns.join(',')}}`)}::text[])`,
          )
          .select(({ ref: of }) => {
            const holds = sql`coalesce(${of('c.holdsFrom')} <= ${day(given.on)}, false)`
            const known = sql`coalesce(${of('c.recordedAt')} <= ${given.known}::timestamptz, true)`
            return sql<
              readonly Changed[]
            >`json_agg(json_build_object('id', ${of('c.id')}, 'reverts', ${of('c.reverts')},
              'before', ${of('c.before')}, 'after', ${of('c.after')}, 'holds', ${holds}, 'known', ${known})
              order by ${of('c.id')})`.as('list')
          }),
      ).as('changes'),
    )
    .where(({ ref }) => sql<boolean>`${ref('p.id')} = any (${given.ids}::int[])`),
)

/**
 * Each column as the last change says that was recorded by then, holds from that day or an earlier one, and was not
 * taken back; else as it was before the first change, else as it stands.
 */
function asThen(now: PersonThen, changes: readonly Changed[]): PersonThen {
  const inTheirTime = inForce(changes.filter(({ known }) => known)).filter(({ holds }) => holds)
  const said = columns.flatMap((column) => {
    const last = inTheirTime.findLast(({ after }) => Object.hasOwn(after, column))
    const first = changes.find(({ after }) => Object.hasOwn(after, column))
    const from = last?.after ?? first?.before
    return from === undefined ? [] : [[column, from[column] ?? null]]
  })
  return { ...now, ...Object.fromEntries(said) }
}
