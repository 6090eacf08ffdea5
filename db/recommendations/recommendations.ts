import { sql } from 'kysely'
import {
  givenWords,
  matchWords,
  meaningful,
  type SearchWordValues,
  searchWords,
  wordsGiven,
} from '../directory/find/searchWords.ts'
import type { Asker } from '../records/asker.ts'
import { type KeptRecords, keepAdded, type Recorder } from '../records/change.ts'
import type { Entities, People, Recommendations } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { isMissing } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement, variants } from '../store/statement.ts'

const columns = [
  ...(['body', 'country', 'theme', 'visit', 'entityId', 'personId', 'dueOn', 'status', 'removed'] as const),
] as const

/** What of a recommendation changes. */
export type RecommendationFields = Readonly<Pick<Recommendations, (typeof columns)[number]>>

export interface Recommendation extends RecommendationFields, Readonly<Pick<Recommendations, 'id'>> {
  /** The acronym of the entity that follows it up. */
  readonly entity: Entities['acronym'] | null
  /** The name of the person who follows it up. */
  readonly person: People['name'] | null
  readonly addedBy: People['name']
}

/** Adds a recommendation; gives its number and that of the change. */
export async function addRecommendation(
  trx: Trx,
  recommendation: Omit<RecommendationFields, 'removed'>,
  recorder: Recorder,
) {
  const { id } = await trx
    .insertInto('recommendations')
    .values({ ...recommendation, addedBy: recorder.by, addedAt: recorder.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, change: await keepAdded(trx, recommendations, id, recorder) }
}

/** All recommendations, each of whose changes is kept. */
export const recommendations: KeptRecords<RecommendationFields> = {
  kind: 'recommendation',
  lock: (trx, id) =>
    trx.selectFrom('recommendations').select(columns).where('id', '=', id).forUpdate().executeTakeFirst(),
  write: (trx, id, fields) => trx.updateTable('recommendations').set(fields).where('id', '=', id).execute(),
}

/** The recommendation of a number, one that was taken back too; undefined where there is none. */
export async function recommendationById(db: Db, id: number): Promise<Recommendation | undefined> {
  const [row] = await byId(db, { id })
  return row
}

const byId = statement((db, given: Params<{ id: number }>) => rows(db).where('r.id', '=', given.id))

interface RecommendationsQuery extends Omit<Asker, 'roles'> {
  readonly country: string | null
  readonly status: Recommendations['status'] | null
  /** Only what the asker follows up, for themselves or for their entity; others but the secretariat see no more anyway. */
  readonly own: boolean
  /** Only what this entity, or this person, follows up. */
  readonly ownerEntity: number | null
  readonly ownerPerson: number | null
  /** Only what waits though its day was before this one. */
  readonly lateOn: string | null
  /** What its text, country, theme or visit holds; empty for all. */
  readonly words: string
  readonly limit: number
  readonly offset: number
}

/** Recommendations that the asker may see: those due first come first, then the latest. */
export async function listRecommendations(
  db: Db,
  wanted: RecommendationsQuery,
): Promise<readonly Recommendation[]> {
  const words = meaningful(searchWords(wanted.words))
  return listed(words.length)(db, { ...wanted, ...wordsGiven(words) })
}

const listed = variants((count: number) =>
  statement((db, given: Params<RecommendationsQuery & SearchWordValues>) =>
    rows(db)
      .where('r.removed', 'is', false)
      .where((eb) =>
        eb.or([
          sql<boolean>`${given.isSecretariat}::boolean and not ${given.own}::boolean`,
          eb('r.personId', '=', given.personId),
          eb('r.entityId', '=', sql<number>`${given.entityId}::int`),
        ]),
      )
      .where((eb) => eb.or([isMissing(given.country, 'text'), eb('r.country', '=', given.country)]))
      .where((eb) => eb.or([isMissing(given.status, 'text'), eb('r.status', '=', given.status)]))
      .where((eb) => eb.or([isMissing(given.ownerEntity, 'int'), eb('r.entityId', '=', given.ownerEntity)]))
      .where((eb) => eb.or([isMissing(given.ownerPerson, 'int'), eb('r.personId', '=', given.ownerPerson)]))
      .where((eb) =>
        eb.or([
          isMissing(given.lateOn, 'date'),
          eb.and([
            eb('r.dueOn', '<', sql<string>`${given.lateOn}::date`),
            eb('r.status', 'in', ['open', 'in progress']),
          ]),
        ]),
      )
      .$if(count > 0, (some) =>
        some.where(({ ref }) => matchWords(givenWords(given, count), ref('r.search'))),
      )
      .orderBy(({ ref }) => sql`${ref('r.status')} in ('open', 'in progress')`, 'desc')
      .orderBy('r.dueOn', (order) => order.asc().nullsLast())
      .orderBy('r.id', 'desc')
      .limit(given.limit)
      .offset(given.offset),
  ),
)

/**
 * Who follows each of these recommendations up: the person, or the coordinators of the entity, or its people where it
 * has none. Nobody who is retired.
 */
export async function followersOf(
  db: Db,
  wanted: readonly Readonly<Pick<Recommendations, 'id' | 'entityId' | 'personId'>>[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const persons = wanted.flatMap(({ personId }) => personId ?? [])
  const entities = wanted.flatMap(({ entityId, personId }) => (personId === null ? (entityId ?? []) : []))
  const people = await following(db, { persons, entities })
  return new Map(
    wanted.map(({ id, entityId, personId }) => {
      const own = people.filter((one) =>
        personId === null ? one.entityId === entityId : one.id === personId,
      )
      const coordinators = own.filter(({ isCoordinator }) => isCoordinator)
      return [id, (coordinators.length > 0 ? coordinators : own).map((one) => one.id)]
    }),
  )
}

const following = statement((db, given: Params<{ persons: number[]; entities: number[] }>) =>
  db
    .selectFrom('people')
    .select(['id', 'entityId', 'isCoordinator'])
    .where((eb) =>
      eb.or([
        eb('id', '=', sql<number>`any(${given.persons}::int[])`),
        eb('entityId', '=', sql<number>`any(${given.entities}::int[])`),
      ]),
    )
    .where('retiredOn', 'is', null)
    .orderBy('id'),
)

/** Who follows one recommendation up. */
export async function followers(
  db: Db,
  one: Readonly<Pick<Recommendations, 'entityId' | 'personId'>>,
): Promise<readonly number[]> {
  return (await followersOf(db, [{ ...one, id: 0 }])).get(0) ?? []
}

/** Open recommendations with a day between two. */
export async function recommendationsDue(
  db: Db,
  days: { readonly from: string; readonly to: string },
): Promise<readonly Recommendation[]> {
  return due(db, days)
}

const due = statement((db, given: Params<{ from: string; to: string }>) =>
  rows(db)
    .where('r.removed', 'is', false)
    .where('r.status', 'in', ['open', 'in progress'])
    .where('r.dueOn', '>=', sql<string>`${given.from}::date`)
    .where('r.dueOn', '<=', sql<string>`${given.to}::date`)
    .orderBy('r.dueOn')
    .orderBy('r.id')
    .limit(500),
)

function rows(db: QueryBuilder) {
  return db
    .selectFrom('recommendations as r')
    .leftJoin('entities as e', 'e.id', 'r.entityId')
    .leftJoin('people as p', 'p.id', 'r.personId')
    .innerJoin('people as a', 'a.id', 'r.addedBy')
    .select(['r.id', 'r.body', 'r.country', 'r.theme', 'r.visit', 'r.entityId', 'r.personId'])
    .select(['r.dueOn', 'r.status', 'r.removed', 'e.acronym as entity', 'p.name as person'])
    .select('a.name as addedBy')
}
