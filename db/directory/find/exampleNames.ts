import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { handleOf } from '../visibility/audience.ts'

/** A group, an entity or a person of the directory, to be named in an example. */
export interface ExampleName {
  readonly kind: 'group' | 'entity' | 'person'
  /** An acronym, or a person's name. */
  readonly name: string
  /** What to type for a person: the address if everyone may see it, else the number on record; the acronym of others. */
  readonly handle: string
}

/** As many of a kind as the longest example names. */
const enough = 8

/** A few groups, entities and people that stand on a day, those of `asked` names or addresses first, the caller apart. */
export async function exampleNames(
  db: Db,
  given: { readonly asked: readonly string[]; readonly personId: number; readonly on: Day },
): Promise<readonly ExampleName[]> {
  return few(db, { ...given, asked: given.asked.map((name) => name.toLowerCase()) })
}

type Given = { asked: readonly string[]; personId: number; on: Day }

const few = statement((db, given: Params<Given>) =>
  db
    .selectFrom(groups(db, given).as('g'))
    .select(['kind', 'name', 'handle'])
    .unionAll(db.selectFrom(entities(db, given).as('e')).select(['kind', 'name', 'handle']))
    .unionAll(db.selectFrom(people(db, given).as('p')).select(['kind', 'name', 'handle'])),
)

function groups(db: QueryBuilder, given: Params<Given>) {
  return db
    .selectFrom('workingGroups as g')
    .select([sql<ExampleName['kind']>`'group'`.as('kind'), 'g.acronym as name', 'g.acronym as handle'])
    .where((eb) => eb.or([eb('g.retired', 'is', null), eb('g.retired', '>', day(given.on))]))
    .orderBy(({ ref }) => sql`lower(${ref('g.acronym')}) = any (${given.asked}::text[])`, 'desc')
    .orderBy('g.number')
    .limit(enough)
}

function entities(db: QueryBuilder, given: Params<Given>) {
  return db
    .selectFrom('entities as e')
    .select([sql<ExampleName['kind']>`'entity'`.as('kind'), 'e.acronym as name', 'e.acronym as handle'])
    .where('e.kind', 'in', ['member', 'observer'])
    .where((eb) => eb.or([eb('e.joined', 'is', null), eb('e.joined', '<=', day(given.on))]))
    .where((eb) => eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', day(given.on))]))
    .orderBy(({ ref }) => sql`lower(${ref('e.acronym')}) = any (${given.asked}::text[])`, 'desc')
    .orderBy('e.id')
    .limit(enough)
}

function people(db: QueryBuilder, given: Params<Given>) {
  return db
    .selectFrom('people as p')
    .select(({ ref }) => [
      sql<ExampleName['kind']>`'person'`.as('kind'),
      'p.name',
      handleOf({ email: ref('p.email'), audience: ref('p.emailFor'), id: ref('p.id') }).as('handle'),
    ])
    .where('p.retiredOn', 'is', null)
    .where('p.id', '!=', given.personId)
    .orderBy(
      ({ ref }) => sql`lower(${ref('p.name')}) = any (${given.asked}::text[])
        or coalesce(lower(${ref('p.email')}) = any (${given.asked}::text[]), false)`,
      'desc',
    )
    .orderBy('p.id')
    .limit(enough)
}
