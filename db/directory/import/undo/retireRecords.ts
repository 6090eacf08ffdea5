import { sql } from 'kysely'

import type { Day } from '../../../../src/core/time/day.ts'
import type { Trx } from '../../../store/db.ts'
import { type Params, statement } from '../../../store/statement.ts'
import { keepFormerAddresses } from '../../busy/formerAddresses.ts'
import type { Change } from '../../edit/changes.ts'
import type { BatchedChange } from '../recordBatch.ts'

/** Retires records that these changes added, unless they are already; gives what is to be recorded of it. */
export async function retireRecords(
  trx: Trx,
  added: readonly Change[],
  { today, now }: { readonly today: Day; readonly now: Date },
): Promise<readonly BatchedChange[]> {
  const recorded: BatchedChange[] = []
  for (const kind of ['person', 'entity', 'group'] as const) {
    const changes = added.filter((one) => one.kind === kind)
    if (changes.length === 0) continue
    const ids = changes.map(({ recordId }) => recordId)
    if (kind === 'person') await keepFormerAddresses(trx, ids, now)
    const rows = await retired[kind](trx, { ids, today })
    const gone = new Set(rows.map(({ id }) => id))
    const column = kind === 'person' ? 'retiredOn' : 'retired'
    recorded.push(
      ...changes
        .filter(({ recordId }) => gone.has(recordId))
        .map(({ id, recordId }) => ({
          kind,
          recordId,
          before: { [column]: null },
          after: { [column]: today },
          reverts: id,
        })),
    )
  }
  return recorded
}

type RetireQuery = Params<{ ids: number[]; today: Day }>

const retired = {
  person: statement((db, given: RetireQuery) =>
    db
      .updateTable('people')
      .set({ retiredOn: sql<Day>`${given.today}::date` })
      .where('retiredOn', 'is', null)
      .where(({ ref }) => sql<boolean>`${ref('id')} = any (${given.ids}::int[])`)
      .returning('id'),
  ),
  entity: statement((db, given: RetireQuery) =>
    db
      .updateTable('entities')
      .set({ retired: sql<Day>`${given.today}::date` })
      .where('retired', 'is', null)
      .where(({ ref }) => sql<boolean>`${ref('id')} = any (${given.ids}::int[])`)
      .returning('id'),
  ),
  group: statement((db, given: RetireQuery) =>
    db
      .updateTable('workingGroups')
      .set({ retired: sql<Day>`${given.today}::date` })
      .where('retired', 'is', null)
      .where(({ ref }) => sql<boolean>`${ref('id')} = any (${given.ids}::int[])`)
      .returning('id'),
  ),
}
