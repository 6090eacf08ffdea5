import { fold as foldText } from '../../../src/core/text/nearest.ts'
import { slipsOf } from '../../../src/core/text/slips.ts'
import type { Entities } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Lookup, lookupOf } from '../../store/lookup.ts'
import { namedEntities } from './namedEntities.ts'
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
      : await namedEntities(db, {
          names,
          slips: names.map((name) => slipsOf(foldText(name)).join(' ')),
          now,
          past,
        })
  const byPlace = Map.groupBy(rows, ({ place }) => place)
  return names.map((_, index) => lookupOf(byPlace.get(index + 1) ?? [], (entity) => entity.acronym))
}
