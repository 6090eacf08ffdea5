import type { Db } from '../../store/db.ts'

/** What somebody may change of their own entry, as it stands. */
export function ownFields(db: Db, personId: number) {
  return db
    .selectFrom('people')
    .select(['name', 'title', 'phone', 'emailFor', 'phoneFor'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
}
