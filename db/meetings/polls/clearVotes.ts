import type { Trx } from '../../store/db.ts'

/** Takes all votes of a person in a poll away. */
export async function clearVotes(trx: Trx, pollId: number, personId: number): Promise<void> {
  await trx.deleteFrom('pollVotes').where('pollId', '=', pollId).where('personId', '=', personId).execute()
}
