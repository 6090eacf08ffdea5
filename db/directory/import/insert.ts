import type { Trx } from '../../store/db.ts'
import type { RecordKind } from '../edit/changes.ts'
import type { PersonFields } from '../edit/person.ts'

/** How many rows go into one statement. */
const batch = 1_000

interface Recorded {
  readonly by: number
  readonly now: Date
  readonly source: string
}

/** Adds people, and records each of them as a change. Raises an `Error` where an address is taken. */
export async function insertPeople(
  trx: Trx,
  people: readonly PersonFields[],
  recorded: Recorded,
): Promise<void> {
  for (let at = 0; at < people.length; at += batch) {
    const part = people.slice(at, at + batch)
    const ids = await trx
      .insertInto('people')
      .values([...part])
      .returning('id')
      .execute()
    await recordAdded(trx, 'person', ids, part, recorded)
  }
}

async function recordAdded(
  trx: Trx,
  kind: RecordKind,
  ids: readonly { readonly id: number }[],
  after: readonly object[],
  { by, now, source }: Recorded,
): Promise<void> {
  await trx
    .insertInto('directoryChanges')
    .values(
      ids.map(({ id }, at) => ({
        kind,
        recordId: id,
        before: null,
        after: JSON.stringify(after[at] ?? {}),
        source,
        recordedBy: by,
        recordedAt: now,
      })),
    )
    .execute()
}
