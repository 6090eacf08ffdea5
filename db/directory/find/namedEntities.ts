import { type Expression, sql } from 'kysely'

import { anyBegins, compared, utcDay } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'

interface NamesQuery {
  readonly names: readonly string[]
  /** For each name, the words that it may be a slip of, separated by spaces. */
  readonly slips: readonly string[]
  readonly now: Date
  /** Also whoever left the directory. */
  readonly past: boolean
}

/** The most entities that are looked at for a name. */
const mostOfName = 12

/** The last rank by which a whole name was typed; from there on it only begins with it, or resembles it. */
const lastWhole = sql.lit(3)
const resembling = sql.lit(9)

/** The entities that each of the names may mean, by its place, from 1; the nearest first. */
export const namedEntities = statement((db, given: Params<NamesQuery>) =>
  db
    .with(
      (name) => name('typed').materialized(),
      (query) => typedNames(query, given),
    )
    .with('ranked', (query) =>
      query
        .selectFrom(['entities as e', 'typed'])
        .select(['typed.place', 'typed.word', 'typed.slips'])
        .select(['e.id', 'e.acronym', 'e.name', 'e.kind', 'e.type'])
        .select(['e.comparedAcronym', 'e.search', 'e.handles'])
        .select(({ ref }) =>
          rankOf(db, ref('typed.word'), {
            ...{ id: ref('e.id'), acronym: ref('e.comparedAcronym') },
            ...{ name: ref('e.comparedName'), aliases: ref('e.comparedAliases') },
          }).as('rank'),
        )
        .where((eb) =>
          eb.or([
            eb('e.retired', 'is', null),
            eb('e.retired', '>', utcDay(given.now)),
            sql<boolean>`${given.past}::boolean`,
          ]),
        ),
    )
    .with('best', (query) =>
      query
        .selectFrom('ranked')
        .selectAll()
        .select(({ fn }) =>
          fn
            .min<number>('rank')
            .over((over) => over.partitionBy('place'))
            .as('best'),
        ),
    )
    // Where a whole name was typed, nobody asks what it resembles.
    .with(
      (name) => name('likened').materialized(),
      (query) =>
        query
          .selectFrom('best')
          .select(['place', 'id', 'acronym', 'name', 'kind', 'type', 'rank'])
          .select(({ ref }) => [
            unlessWhole(ref('best'), nearness(ref)).as('near'),
            unlessWhole(ref('best'), sql`similarity(${ref('word')}, ${ref('comparedAcronym')})`).as('alike'),
          ])
          .where((eb) => eb.or([eb('best', '>', lastWhole), eb('rank', '=', eb.ref('best'))])),
    )
    .with('ordered', (query) =>
      query
        .selectFrom('likened')
        .select(['place', 'id', 'acronym', 'name', 'kind', 'type', 'rank'])
        .select(({ fn, ref }) =>
          fn
            .agg<number>('row_number')
            .over((over) =>
              over
                .partitionBy('place')
                .orderBy('rank')
                .orderBy(sql`${ref('near')} + ${ref('alike')}`, 'desc')
                .orderBy('acronym'),
            )
            .as('position'),
        )
        .where((eb) =>
          eb.or([
            eb('rank', '<', resembling),
            sql<boolean>`greatest(${eb.ref('near')}, ${eb.ref('alike')}) > 0.3`,
          ]),
        ),
    )
    .selectFrom('ordered')
    .select(['place', 'id', 'acronym', 'name', 'kind', 'type', 'rank'])
    .where('position', '<=', mostOfName)
    .orderBy('place')
    .orderBy('position'),
)

function typedNames(db: Pick<QueryBuilder, 'selectFrom'>, { names, slips }: Params<NamesQuery>) {
  return db
    .selectFrom(
      sql<{
        typed: string
        slips: string
        nth: number
      }>`unnest(${names}::text[], ${slips}::text[]) with ordinality`.as<'given'>(
        sql`given(typed, slips, nth)`,
      ),
    )
    .select(({ ref }) => [
      compared(ref('given.typed')).as('word'),
      sql<string[]>`string_to_array(${ref('given.slips')}, ' ')`.as('slips'),
      sql<number>`${ref('given.nth')}::int`.as('place'),
    ])
}

function unlessWhole(best: Expression<number>, likeness: Expression<unknown>) {
  return sql<number>`case when ${best} <= ${lastWhole} then 0 else ${likeness} end`
}

/** How much a word resembles an entity; an acronym but for one key is meant before what only sounds like it. */
function nearness(ref: (name: 'word' | 'slips' | 'search' | 'handles') => Expression<unknown>) {
  const [slips, handles] = [ref('slips'), ref('handles')]
  return sql<number>`word_similarity(${ref('word')}, ${ref('search')})
    + case when ${handles} && ${slips} then (select 100 - 0.1 * min(array_position(${slips}, a))
      from unnest(${handles}) a) else 0 end`
}

interface ComparedEntity {
  readonly id: Expression<number>
  readonly acronym: Expression<string | null>
  readonly name: Expression<string | null>
  readonly aliases: Expression<string[]>
}

/** How well a word names an entity, from 1: as its acronym, its name, a part of it, or as the beginning of one of them. */
function rankOf(
  db: Pick<QueryBuilder, 'selectFrom'>,
  word: Expression<string>,
  { id, acronym, name, aliases }: ComparedEntity,
) {
  const part = db
    .selectFrom('entityParts as p')
    .select('p.id')
    .where('p.entityId', '=', id)
    .where((eb) => eb.or([eb('p.comparedAcronym', '=', word), eb('p.comparedName', '=', word)]))
  return sql<number>`case
    when ${acronym} = ${word} then 1
    when ${name} = ${word} or ${word} = any (${aliases}) then 2
    when exists ${part} then 3
    when starts_with(${acronym}, ${word}) then 4
    when starts_with(${name}, ${word}) or ${anyBegins(aliases, word)} then 5
    else ${resembling} end`
}
