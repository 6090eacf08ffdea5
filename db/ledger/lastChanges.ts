import type { LastChanges } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'

/** What somebody changed last. `said` and `undo` are JSON: what was answered, and the button that takes it back. */
export type LastChange = Readonly<Pick<LastChanges, 'command' | 'at' | 'said' | 'undo'>>

export interface NewLastChange {
  readonly personId: number
  readonly command: string
  readonly at: Date
  readonly said: string | null
  readonly undo: string | null
}

/** Enters it in the place of the one before, as a part of another statement. */
export function enterLastChange(db: QueryBuilder, given: Params<NewLastChange>) {
  return db
    .insertInto('lastChanges')
    .values({
      personId: given.personId,
      command: given.command,
      at: given.at,
      said: given.said,
      undo: given.undo,
    })
    .onConflict((conflict) =>
      conflict.column('personId').doUpdateSet(({ ref }) => ({
        command: ref('excluded.command'),
        at: ref('excluded.at'),
        said: ref('excluded.said'),
        undo: ref('excluded.undo'),
      })),
    )
}

export async function lastChangeOf(db: Db, personId: number): Promise<LastChange | undefined> {
  const [row] = await one(db, { personId })
  return row
}

const one = statement((db, given: Params<{ personId: number }>) =>
  db
    .selectFrom('lastChanges')
    .select(['command', 'at', 'said', 'undo'])
    .where('personId', '=', given.personId),
)
