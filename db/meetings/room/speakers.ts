import type { Entities, People, Speakers } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

export interface Speaker extends Readonly<Pick<Speakers, 'id' | 'personId'>> {
  readonly name: People['name']
  readonly entity: Entities['acronym'] | null
}

/** Those who have raised their hand and not been called yet, in order. */
export async function speakersOf(db: Db, meetingId: number): Promise<readonly Speaker[]> {
  return waiting(db, { meetingId })
}

const waiting = statement((db, given: Params<{ meetingId: number }>) =>
  db
    .selectFrom('speakers as s')
    .innerJoin('people as p', 'p.id', 's.personId')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select(['s.id', 's.personId', 'p.name', 'e.acronym as entity'])
    .where('s.meetingId', '=', given.meetingId)
    .where('s.calledAt', 'is', null)
    .where('s.loweredAt', 'is', null)
    .orderBy('s.id'),
)

/** Raises somebody's hand; false where it is up already. */
export async function raiseHand(trx: Trx, meetingId: number, personId: number, now: Date): Promise<boolean> {
  const rows = await raise(trx, { meetingId, personId, now })
  return rows.length > 0
}

const raise = statement((db, given: Params<{ meetingId: number; personId: number; now: Date }>) =>
  db
    .insertInto('speakers')
    .values({ meetingId: given.meetingId, personId: given.personId, raisedAt: given.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id'),
)

/** Somebody was called, or took their hand down. */
export async function leaveQueue(
  trx: Trx,
  id: number,
  times: Readonly<Pick<Speakers, 'calledAt' | 'loweredAt'>>,
): Promise<void> {
  await leave(trx, { id, ...times })
}

const leave = statement((db, given: Params<{ id: number; calledAt: Date | null; loweredAt: Date | null }>) =>
  db
    .updateTable('speakers')
    .set({ calledAt: given.calledAt, loweredAt: given.loweredAt })
    .where('id', '=', given.id),
)
