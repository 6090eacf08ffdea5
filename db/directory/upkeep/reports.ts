import { sql } from 'kysely'

import { keyPart, keysIn, ledgerKeys } from '../../ledger/keyPart.ts'
import type { DirectoryReports } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

export type Report = Pick<DirectoryReports, 'id' | 'kind' | 'recordId' | 'what' | 'reportedBy' | 'reportedAt'>

/** Keeps what somebody says is wrong; gives its number, or undefined where they have said that much already. */
export async function addReport(
  trx: Trx,
  report: Omit<Report, 'id'>,
  most: number,
): Promise<number | undefined> {
  const [row] = await add(trx, { ...report, most })
  return row?.id
}

const add = statement((db, given: Params<Omit<Report, 'id'> & { most: number }>) =>
  db
    .insertInto('directoryReports')
    .columns(['kind', 'recordId', 'what', 'reportedBy', 'reportedAt'])
    .expression((from) =>
      from
        .selectFrom(
          from
            .selectFrom('directoryReports')
            .select(({ fn }) => fn.countAll<number>().as('open'))
            .where('reportedBy', '=', given.reportedBy)
            .where('settledAt', 'is', null)
            .as('mine'),
        )
        .select([
          sql<Report['kind']>`${given.kind}::text`.as('kind'),
          sql<number>`${given.recordId}::int`.as('recordId'),
          sql<string>`${given.what}::text`.as('what'),
          sql<number>`${given.reportedBy}::int`.as('reportedBy'),
          sql<Date>`${given.reportedAt}::timestamptz`.as('reportedAt'),
        ])
        .where('mine.open', '<', given.most),
    )
    .returning('id'),
)

/** A report that is open, held until the transaction ends. */
export async function lockReport(trx: Trx, id: number): Promise<Report | undefined> {
  return trx
    .selectFrom('directoryReports')
    .select(['id', 'kind', 'recordId', 'what', 'reportedBy', 'reportedAt'])
    .where('id', '=', id)
    .where('settledAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function settleReport(trx: Trx, id: number, by: number, now: Date): Promise<void> {
  await trx
    .updateTable('directoryReports')
    .set({ settledBy: by, settledAt: now })
    .where('id', '=', id)
    .execute()
}

/** Of what told of reports, by its ledger keys, what is settled. */
export async function settledReports(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  return keysIn(await settled(db, { keys: [...keys] }))
}

const settled = statement((db, given: Params<{ keys: string[] }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('directoryReports as r', (join) =>
      join.on((eb) => eb('r.id', '=', keyPart(eb.ref('k.key'), 2))),
    )
    .select('k.key')
    .where('r.settledAt', 'is not', null),
)

/** By whom a report was settled; undefined where none has this number or it is open. */
export async function settlerOf(db: Db, id: number): Promise<string | undefined> {
  const [row] = await settler(db, { id })
  return row?.name
}

const settler = statement((db, given: Params<{ id: number }>) =>
  db
    .selectFrom('directoryReports as r')
    .innerJoin('people as p', 'p.id', 'r.settledBy')
    .select('p.name')
    .where('r.id', '=', given.id),
)
