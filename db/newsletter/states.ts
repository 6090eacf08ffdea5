import type { Newsletters } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'

export type IssueStatus = Newsletters['status']

/** Holds an issue until the transaction ends, so that two changes at once follow each other; gives its status. */
export async function lockIssue(
  trx: Trx,
  id: number,
): Promise<Pick<Newsletters, 'status' | 'closesAt'> | undefined> {
  const [issue] = await lock(trx, { id })
  return issue
}

const lock = statement((db, given: Params<{ id: number }>) =>
  db.selectFrom('newsletters').select(['status', 'closesAt']).where('id', '=', given.id).forUpdate(),
)

export async function setIssueStatus(trx: Trx, id: number, status: IssueStatus): Promise<void> {
  await setStatus(trx, { id, status })
}

const setStatus = statement((db, given: Params<{ id: number; status: IssueStatus }>) =>
  db.updateTable('newsletters').set({ status: given.status }).where('id', '=', given.id),
)

export async function setClosing(trx: Trx, id: number, closesAt: Date): Promise<void> {
  await setClosesAt(trx, { id, closesAt })
}

const setClosesAt = statement((db, given: Params<{ id: number; closesAt: Date }>) =>
  db.updateTable('newsletters').set({ closesAt: given.closesAt }).where('id', '=', given.id),
)

/** How many updates of an issue wait for a decision. */
export async function countProposed(db: Db, newsletterId: number): Promise<number> {
  const [row] = await proposed(db, { newsletterId })
  return row?.count ?? 0
}

const proposed = statement((db, given: Params<{ newsletterId: number }>) =>
  db
    .selectFrom('updates')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('newsletterId', '=', given.newsletterId)
    .where('status', '=', 'proposed'),
)
