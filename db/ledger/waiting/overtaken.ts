import { sql } from 'kysely'

import { whyUnsent } from '../../../src/core/feature/whyUnsent.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Db, Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'

/** What became of a meeting: the latest says all that those before it said. */
const kinds = ['invitation', 'moved', 'cancelled', 'restored'] as const

/** Ends what still waits to be said of meetings to those who are told now what became of them since. */
export async function endOvertaken(
  trx: Trx,
  said: readonly { readonly kind: string; readonly subject: string; readonly personId?: number }[],
  now: Date,
): Promise<void> {
  const rows = said.flatMap(({ kind, subject, personId }) =>
    personId !== undefined && kinds.some((one) => one === kind) ? [{ personId, subject }] : [],
  )
  if (rows.length > 0) await end(trx, { rows: asRecords(rows), now })
}

const end = statement((db, given: Params<{ rows: string; now: Date }>) =>
  db
    .updateTable('notices as o')
    .from(records<{ personId: number; subject: string }>(given.rows, { personId: 'int', subject: 'text' }))
    .set({ state: 'dead', fault: whyUnsent.untrue, sentAt: given.now })
    .whereRef('o.personId', '=', 'n.personId')
    .whereRef('o.subject', '=', 'n.subject')
    .where('o.state', '=', 'folded')
    .where('o.rule', 'is', null)
    .where('o.kind', '=', sql<string>`any(${sql.lit(`{${kinds.join(',')}}`)}::text[])`),
)

/** What somebody has not heard yet of a record, which is overtaken once more is to be said of it. */
export interface UnheardNews {
  readonly personId: number
  readonly kind: string
  readonly message: Message
}

/** What waits to be said of a record: one news to each person at the most. */
export async function unheardNews(db: Db, subject: string): Promise<readonly UnheardNews[]> {
  const rows = await unheard(db, { subject })
  return rows.flatMap(({ personId, kind, body }) =>
    personId === null ? [] : [{ personId, kind, message: body }],
  )
}

const unheard = statement((db, given: Params<{ subject: string }>) =>
  db
    .selectFrom('notices')
    .select(['personId', 'kind', 'body'])
    .where('subject', '=', given.subject)
    .where('state', '=', 'folded')
    .where('rule', 'is', null)
    .where('kind', '=', sql<string>`any(${sql.lit(`{${kinds.join(',')}}`)}::text[])`),
)
