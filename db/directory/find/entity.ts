import { sql } from 'kysely'

import { fold as foldText } from '../../../src/core/text/nearest.ts'
import { slipsOf } from '../../../src/core/text/slips.ts'
import type { Entities } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { anyBegins, compared, utcDay } from '../../store/expressions.ts'
import { type Lookup, lookupOf } from '../../store/lookup.ts'
import { type Params, statement } from '../../store/statement.ts'
import { namedInTranslation } from './translated/named.ts'

export type EntityKind = Entities['kind']

export type Entity = Pick<Entities, 'id' | 'acronym' | 'name' | 'kind' | 'type'>

/** Whom a name may mean: those in the directory at a moment, or also whoever left it. */
interface Among {
  readonly now: Date
  readonly past?: boolean
}

/**
 * What each of the typed names means, in one round trip, ignoring case and accents: by acronym, alias, part or name,
 * else by an unambiguous beginning of one of them, else by a name in another language. In the order of the names.
 */
export async function findEntities(
  db: Db,
  names: readonly string[],
  now: Date,
  { past = false }: { readonly past?: boolean } = {},
): Promise<readonly Lookup<Entity>[]> {
  if (past) return alsoPast(db, names, now)
  const found = await lookUp(db, names, { now })
  // Nothing but a whole name is meant: a part of one may be that of several.
  const others = names.map((name, index) => {
    if (found[index]?.kind !== 'none') return undefined
    const [other, ...more] = namedInTranslation(name).filter(({ share }) => share === 1)
    return more.length === 0 ? other : undefined
  })
  const asked = others.filter((other) => other !== undefined)
  if (asked.length === 0) return found
  const again = await lookUp(
    db,
    asked.map(({ acronym }) => acronym),
    { now },
  )
  const meant = new Map(asked.map((other, index) => [other, again[index]]))
  return found.map((one, index) => {
    const other = others[index]
    const entity = other && meant.get(other)
    return entity?.kind === 'one' ? entity : one
  })
}

/** Whoever has left is meant only where nobody who is still there is. */
async function alsoPast(db: Db, names: readonly string[], now: Date): Promise<readonly Lookup<Entity>[]> {
  const standing = await findEntities(db, names, now)
  if (standing.every(({ kind }) => kind !== 'none')) return standing
  const everyone = await lookUp(db, names, { now, past: true })
  return standing.map((one, index) => {
    const other = everyone[index]
    return one.kind === 'none' && other?.kind === 'one' ? other : one
  })
}

async function lookUp(
  db: Db,
  names: readonly string[],
  { now, past = false }: Among,
): Promise<readonly Lookup<Entity>[]> {
  const rows =
    names.length === 0
      ? []
      : await named(db, { names, slips: names.map((name) => slipsOf(foldText(name)).join(' ')), now, past })
  const byPlace = Map.groupBy(rows, ({ place }) => place)
  return names.map((_, index) => lookupOf(byPlace.get(index + 1) ?? [], (entity) => entity.acronym))
}

const named = statement(
  (db, given: Params<{ names: readonly string[]; slips: readonly string[]; now: Date; past: boolean }>) =>
    db
      .with(
        (name) => name('typed').materialized(),
        (query) =>
          query
            .selectFrom(
              sql<{
                typed: string
                slips: string
                nth: number
              }>`unnest(${given.names}::text[], ${given.slips}::text[]) with ordinality`.as<'given'>(
                sql`given(typed, slips, nth)`,
              ),
            )
            .select(({ ref }) => [
              compared(ref('given.typed')).as('word'),
              sql<string[]>`string_to_array(${ref('given.slips')}, ' ')`.as('slips'),
              sql<number>`${ref('given.nth')}::int`.as('place'),
            ]),
      )
      .with('ranked', (query) =>
        query
          .selectFrom(['entities as e', 'typed'])
          .select(['typed.place', 'typed.word', 'typed.slips'])
          .select(['e.id', 'e.acronym', 'e.name', 'e.kind', 'e.type'])
          .select(['e.comparedAcronym', 'e.search', 'e.handles'])
          .select((eb) => {
            const word = eb.ref('typed.word')
            const [acronym, name] = [eb.ref('e.comparedAcronym'), eb.ref('e.comparedName')]
            const aliases = eb.ref('e.comparedAliases')
            const part = eb
              .selectFrom('entityParts as p')
              .select('p.id')
              .whereRef('p.entityId', '=', 'e.id')
              .where((part) =>
                part.or([part('p.comparedAcronym', '=', word), part('p.comparedName', '=', word)]),
              )
            return sql<number>`case
              when ${acronym} = ${word} then 1
              when ${name} = ${word} or ${word} = any (${aliases}) then 2
              when ${eb.exists(part)} then 3
              when starts_with(${acronym}, ${word}) then 4
              when starts_with(${name}, ${word}) or ${anyBegins(aliases, word)} then 5
              else 9 end`.as('rank')
          })
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
            .select(({ ref }) => {
              const [word, slips, handles] = [ref('word'), ref('slips'), ref('handles')]
              return [
                // An acronym but for one key is meant before what only sounds like it.
                sql<number>`case when ${ref('best')} <= 3 then 0 else word_similarity(${word}, ${ref('search')})
                + case when ${handles} && ${slips} then (select 100 - 0.1 * min(array_position(${slips}, a))
                  from unnest(${handles}) a) else 0 end end`.as('near'),
                sql<number>`case when ${ref('best')} <= 3 then 0
                else similarity(${word}, ${ref('comparedAcronym')}) end`.as('alike'),
              ]
            })
            .where((eb) => eb.or([eb('best', '>', 3), eb('rank', '=', eb.ref('best'))])),
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
            eb.or([eb('rank', '<', 9), sql<boolean>`greatest(${eb.ref('near')}, ${eb.ref('alike')}) > 0.3`]),
          ),
      )
      .selectFrom('ordered')
      .select(['place', 'id', 'acronym', 'name', 'kind', 'type', 'rank'])
      .where('position', '<=', 12)
      .orderBy('place')
      .orderBy('position'),
)
