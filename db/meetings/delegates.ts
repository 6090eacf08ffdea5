import type { Invitations } from '../schema.ts'
import type { Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'
import { invitedByGroup } from './series/inviteAll.ts'

interface Delegation {
  readonly meetingId: number
  /** Who was invited. */
  readonly from: number
  /** Who comes instead. */
  readonly to: number
  readonly as: Invitations['as']
}

/** Invites a colleague in somebody's place, and notes that they themselves do not come. */
export async function delegate(trx: Trx, delegation: Delegation, now: Date): Promise<void> {
  await send(trx, { ...delegation, now })
  await stepBack(trx, { ...delegation, now })
}

const send = statement((db, given: Params<Delegation & { now: Date }>) =>
  db
    .insertInto('invitations')
    .values({ meetingId: given.meetingId, personId: given.to, as: given.as, sentBy: given.from })
    .onConflict((conflict) =>
      conflict.columns(['meetingId', 'personId']).doUpdateSet({ sentBy: given.from }),
    ),
)

const stepBack = statement((db, given: Params<Delegation & { now: Date }>) =>
  db
    .updateTable('invitations')
    .set({ response: 'no', respondedAt: given.now, delegateId: given.to })
    .where('meetingId', '=', given.meetingId)
    .where('personId', '=', given.from),
)

/**
 * Takes a delegation back. Returns whether the colleague stays invited, since they are in their own right: who comes is
 * counted by entity.
 */
export async function withdrawDelegation(
  trx: Trx,
  delegation: Pick<Delegation, 'meetingId' | 'from' | 'to'>,
): Promise<boolean> {
  await unsend(trx, delegation)
  await stepForward(trx, delegation)
  const gone = await withdrawUnlessOwn(trx, delegation)
  return gone.length === 0
}

const withdrawUnlessOwn = statement((db, given: Params<Pick<Delegation, 'meetingId' | 'to'>>) =>
  db
    .with('own', () =>
      invitedByGroup(db).where('m.id', '=', given.meetingId).where('g.personId', '=', given.to),
    )
    .deleteFrom('invitations as i')
    .where('i.meetingId', '=', given.meetingId)
    .where('i.personId', '=', given.to)
    .where('i.sentBy', 'is', null)
    .where('i.guest', 'is', false)
    .where(({ exists, not, selectFrom }) => not(exists(selectFrom('own as o').select('o.personId'))))
    .returning('i.personId'),
)

const unsend = statement((db, given: Params<Pick<Delegation, 'meetingId' | 'from' | 'to'>>) =>
  db
    .updateTable('invitations')
    .set({ sentBy: null })
    .where('meetingId', '=', given.meetingId)
    .where('personId', '=', given.to)
    .where('sentBy', '=', given.from),
)

const stepForward = statement((db, given: Params<Pick<Delegation, 'meetingId' | 'from' | 'to'>>) =>
  db
    .updateTable('invitations')
    .set({ delegateId: null })
    .where('meetingId', '=', given.meetingId)
    .where('personId', '=', given.from),
)
