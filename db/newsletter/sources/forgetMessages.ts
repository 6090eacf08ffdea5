import type { Trx } from '../../store/db.ts'

/** Forgets which messages of the chat these people took; the updates that came of them stay. */
export async function forgetMessages(trx: Trx, people: readonly number[]): Promise<void> {
  const taken = await trx
    .selectFrom('messageSources as s')
    .innerJoin('identities as i', (join) =>
      join
        .onRef('i.platform', '=', 's.platform')
        .onRef('i.tenant', '=', 's.tenant')
        .onRef('i.account', '=', 's.account'),
    )
    .select('s.id')
    .where('i.personId', 'in', people)
    .execute()
  const ids = taken.map(({ id }) => id)
  if (ids.length === 0) return
  await trx.deleteFrom('updateSources').where('sourceId', 'in', ids).execute()
  await trx.deleteFrom('messageSources').where('id', 'in', ids).execute()
}
