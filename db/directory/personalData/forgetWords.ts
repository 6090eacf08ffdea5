import type { Trx } from '../../store/db.ts'

const nothing = JSON.stringify({ summary: [], blocks: [] })

/** Forgets what was written about these people, and what was written to them and waits or lies in the ledger. */
export async function forgetWords(trx: Trx, ids: readonly number[]): Promise<void> {
  await trx.deleteFrom('directoryReports').where('kind', '=', 'person').where('recordId', 'in', ids).execute()
  await trx.updateTable('nominations').set({ reason: null }).where('personId', 'in', ids).execute()
  await trx.updateTable('invitations').set({ remark: null }).where('personId', 'in', ids).execute()
  await trx
    .updateTable('roles')
    .set({ note: null })
    .where('personId', 'in', ids)
    .where('note', 'is not', null)
    .execute()
  await trx.deleteFrom('snoozes').where('personId', 'in', ids).execute()
  await trx
    .deleteFrom('notices')
    .where('personId', 'in', ids)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'folded'),
        // What is being said at this moment stays in the ledger, as said.
        eb.exists(
          eb
            .selectFrom('waiting as w')
            .select('w.noticeId')
            .whereRef('w.noticeId', '=', 'notices.id')
            .where('w.claim', 'is', null),
        ),
      ]),
    )
    .execute()
  // The keys stay, so that nothing is said twice to one who comes back.
  await trx.updateTable('notices').set({ body: nothing }).where('personId', 'in', ids).execute()
}
