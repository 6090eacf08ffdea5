import type { Db, Trx } from '../../store/db.ts'
import type { Transfer } from './workInHand.ts'

/** What a person left in the records of meetings, by the numbers of the records; it is theirs in a merge alone. */
export interface MeetingRecords {
  readonly notes: readonly number[]
  /** The polls in which they voted and the other did not. */
  readonly polls: readonly number[]
  /** The invitations that were handed to them, and those by whose holder they were sent. */
  readonly delegations: readonly InvitationKey[]
  readonly sendings: readonly InvitationKey[]
  /** Nominations that wait, but for those that the other has too. */
  readonly nominations: readonly number[]
  /** Adoptions by silence that they opened, and those that they broke; missing in merges recorded before. */
  readonly silences?: readonly number[]
  readonly broken?: readonly number[]
}

export interface InvitationKey {
  readonly meetingId: number
  readonly personId: number
}

export async function meetingRecordsOf(db: Db, { from, to }: Transfer): Promise<MeetingRecords> {
  const notes = await db.selectFrom('meetingNotes').select('id').where('writtenBy', '=', from).execute()
  const polls = await db
    .selectFrom('pollVotes as v')
    .select('v.pollId')
    .distinct()
    .where('v.personId', '=', from)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('pollVotes as o')
            .select('o.pollId')
            .whereRef('o.pollId', '=', 'v.pollId')
            .where('o.personId', '=', to),
        ),
      ),
    )
    .execute()
  const invitations = db.selectFrom('invitations').select(['meetingId', 'personId'])
  // Nobody stands in for themselves.
  const others = invitations.where('personId', 'not in', [from, to])
  const nominations = await db
    .selectFrom('nominations as n')
    .select('n.id')
    .where('n.personId', '=', from)
    .where('n.decidedAt', 'is', null)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('nominations as o')
            .select('o.id')
            .whereRef('o.groupId', '=', 'n.groupId')
            .whereRef('o.entityId', '=', 'n.entityId')
            .whereRef('o.seat', '=', 'n.seat')
            .where('o.decidedAt', 'is', null)
            .where('o.personId', '=', to),
        ),
      ),
    )
    .execute()
  const silences = db.selectFrom('silenceProcedures').select('id')
  const opened = await silences.where('openedBy', '=', from).execute()
  const broken = await silences.where('brokenBy', '=', from).execute()
  return {
    silences: opened.map(({ id }) => id),
    broken: broken.map(({ id }) => id),
    notes: notes.map(({ id }) => id),
    polls: polls.map(({ pollId }) => pollId),
    delegations: await others.where('delegateId', '=', from).execute(),
    sendings: await others.where('sentBy', '=', from).execute(),
    nominations: nominations.map(({ id }) => id),
  }
}

/** Moves these records from one person to another; what the first no longer has stays where it is. */
export async function moveMeetingRecords(
  trx: Trx,
  traces: MeetingRecords,
  { from, to }: Transfer,
): Promise<void> {
  const { notes, polls, delegations, sendings, nominations, silences = [], broken = [] } = traces
  if (notes.length > 0) {
    await trx
      .updateTable('meetingNotes')
      .set({ writtenBy: to })
      .where('id', 'in', notes)
      .where('writtenBy', '=', from)
      .execute()
  }
  if (polls.length > 0) {
    await trx
      .updateTable('pollVotes')
      .set({ personId: to })
      .where('pollId', 'in', polls)
      .where('personId', '=', from)
      .execute()
  }
  if (nominations.length > 0) {
    await trx
      .updateTable('nominations')
      .set({ personId: to })
      .where('id', 'in', nominations)
      .where('personId', '=', from)
      .execute()
  }
  for (const [column, ids] of [
    ['openedBy', silences],
    ['brokenBy', broken],
  ] as const) {
    if (ids.length === 0) continue
    await trx
      .updateTable('silenceProcedures')
      .set({ [column]: to })
      .where('id', 'in', ids)
      .where(column, '=', from)
      .execute()
  }
  for (const key of delegations) {
    await trx
      .updateTable('invitations')
      .set({ delegateId: to })
      .where(({ and }) => and({ ...key, delegateId: from }))
      .execute()
  }
  for (const key of sendings) {
    await trx
      .updateTable('invitations')
      .set({ sentBy: to })
      .where(({ and }) => and({ ...key, sentBy: from }))
      .execute()
  }
}
