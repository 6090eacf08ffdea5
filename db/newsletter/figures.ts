import { type Expression, type RawBuilder, sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Period } from '../../src/core/time/period.ts'
import type { Db } from '../store/db.ts'
import { day } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'

export interface Figure {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly previous: number | null
  /** The day for which it was recorded, where that is before the period. */
  readonly asOf?: Day
}

/**
 * The framework in numbers at the end of a period, each with its value on the eve of the period: counted from the store
 * where the store knows it, else as last recorded, by label.
 */
export async function figuresFor(db: Db, { from, to }: Period): Promise<readonly Figure[]> {
  const rows = await datedFigures(db, { from, to })
  return rows.map(({ asOf, ...figure }) => (asOf !== null && asOf < from ? { ...figure, asOf } : figure))
}

/** The same, each with the day for which it was recorded; null for one that is counted. */
export async function datedFigures(
  db: Db,
  { from, to }: Period,
): Promise<readonly (Omit<Figure, 'asOf'> & { readonly asOf: Day | null })[]> {
  return figures(db, { from, to })
}

const figures = statement((db, given: Params<Period>) => {
  const first = day(given.from)
  const last = day(given.to)
  const eve = sql<Day>`${first} - 1`
  // The period before, which is as long.
  const before = { first: sql<Day>`${first} - (${last} - ${first} + 1)`, last: eve }
  return db
    .with('figuresOfAll', () =>
      counted(db, { place: 1, key: 'entities', label: 'Entities' }, entitiesOn(db, last), entitiesOn(db, eve))
        .unionAll(
          counted(
            db,
            { place: 2, key: 'workingGroups', label: 'Working groups' },
            groupsOn(db, last),
            sql`null::bigint`,
          ),
        )
        .unionAll(
          counted(
            db,
            { place: 3, key: 'meetingsHeld', label: 'Working-group meetings in the period' },
            meetingsHeldIn(db, { first, last }),
            meetingsHeldIn(db, before),
          ),
        )
        .unionAll(({ parens }) => parens(recorded(db, last, eve))),
    )
    .selectFrom('figuresOfAll')
    .select(['key', 'label', 'value', 'previous', 'asOf'])
    .orderBy('place')
    .orderBy('label')
})

type Count = Expression<unknown>

interface Named {
  /** Where it stands among the figures, from 1. */
  readonly place: number
  readonly key: string
  readonly label: string
}

/** One figure that is counted now, as a row. */
function counted(db: QueryBuilder, { place, key, label }: Named, value: Count, previous: Count) {
  return db.selectNoFrom([
    sql<number>`${sql.lit(place)}`.as('place'),
    sql<string>`${sql.lit(key)}`.as('key'),
    sql<string>`${sql.lit(label)}`.as('label'),
    sql<number>`${value}`.as('value'),
    sql<number | null>`${previous}`.as('previous'),
    sql<Day | null>`null::date`.as('asOf'),
  ])
}

function groupsOn(db: QueryBuilder, on: RawBuilder<Day>) {
  return db
    .selectFrom('workingGroups as g')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where((eb) => eb.or([eb('g.retired', 'is', null), eb('g.retired', '>', on)]))
}

function entitiesOn(db: QueryBuilder, on: RawBuilder<Day>) {
  return db
    .selectFrom('entities as e')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('e.kind', 'in', ['member', 'observer'])
    .where((eb) => eb.or([eb('e.joined', 'is', null), eb('e.joined', '<=', on)]))
    .where((eb) => eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', on)]))
}

function meetingsHeldIn(
  db: QueryBuilder,
  { first, last }: { readonly first: RawBuilder<Day>; readonly last: RawBuilder<Day> },
) {
  return db
    .selectFrom('meetings as m')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('m.status', '=', 'held')
    .where(({ between, ref }) =>
      between(sql<Day>`(${ref('m.startsAt')} at time zone ${ref('m.zone')})::date`, first, last),
    )
}

/** Figures that were recorded by a day, each the latest, with the latest of the eve. */
function recorded(db: QueryBuilder, last: RawBuilder<Day>, eve: RawBuilder<Day>) {
  return db
    .selectFrom('figures as f')
    .distinctOn('f.key')
    .select(({ ref, selectFrom }) => {
      const previous = selectFrom('figures as g')
        .select('g.value')
        .whereRef('g.key', '=', 'f.key')
        .where('g.asOf', '<=', eve)
        .orderBy('g.asOf', 'desc')
        .limit(1)
      return [
        sql<number>`10`.as('place'),
        ...(['f.key', 'f.label'] as const),
        sql<number>`${ref('f.value')}`.as('value'),
        sql<number | null>`${previous}`.as('previous'),
        sql<Day | null>`${ref('f.asOf')}`.as('asOf'),
      ]
    })
    .where('f.asOf', '<=', last)
    .orderBy('f.key')
    .orderBy('f.asOf', 'desc')
}
