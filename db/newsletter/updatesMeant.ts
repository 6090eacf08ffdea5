import { sql } from 'kysely'

import type { Updates, UpdateVersions } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { holdsWords } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'
import { updateSources } from './updates.ts'

interface Meant {
  /** Whose updates are looked at; null for everybody's. */
  readonly personId: number | null
  /** Words in a row of the text; empty for any text. */
  readonly words: string
  readonly limit: number
}

/** The updates whose text holds some words, the latest first. */
export async function updatesMeant(
  db: Db,
  meant: Meant,
): Promise<readonly (Pick<Updates, 'id'> & Pick<UpdateVersions, 'text'>)[]> {
  return holding(db, meant)
}

const holding = statement((db, given: Params<Meant>) =>
  updateSources(db)
    .select(['u.id', 'v.text'])
    .where(
      ({ ref }) => sql<boolean>`(${given.personId}::int is null or ${ref('u.authorId')} = ${given.personId})`,
    )
    .where(({ ref }) => holdsWords(ref('v.originalText'), given.words))
    .orderBy('u.postedAt', 'desc')
    .orderBy('u.id', 'desc')
    .limit(given.limit),
)

/** The updates of some numbers, of one person's own or anybody's. */
export function updatesNumbered(
  db: Db,
  { personId, ids }: { readonly personId: number | null; readonly ids: readonly number[] },
): Promise<readonly (Pick<Updates, 'id'> & Pick<UpdateVersions, 'text'>)[]> {
  return updateSources(db)
    .select(['u.id', 'v.text'])
    .where('u.id', 'in', ids)
    .$if(personId !== null, (query) => query.where('u.authorId', '=', personId))
    .orderBy('u.id')
    .execute()
}
