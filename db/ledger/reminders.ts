import { sql } from 'kysely'

import type { Reminders } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Given, statement } from '../store/statement.ts'

/** `zone` is the IANA zone in which it was set. */
export type Reminder = Readonly<Pick<Reminders, 'id' | 'personId' | 'text' | 'at' | 'zone'>>

const columns = ['id', 'personId', 'text', 'at', 'zone'] as const

/** Returns its number. */
export async function addReminder(trx: Trx, reminder: Omit<Reminder, 'id'>, now: Date): Promise<number> {
  const [added] = await add(trx, { ...reminder, now })
  if (!added) throw new Error('the reminder was not stored')
  return added.id
}

const add = statement((db, given: Given<Omit<Reminder, 'id'> & { now: Date }>) =>
  db
    .insertInto('reminders')
    .values({
      personId: given.personId,
      text: given.text,
      at: given.at,
      zone: given.zone,
      status: 'waiting',
      createdAt: given.now,
    })
    .returning('id'),
)

/** A person's reminders still ahead, soonest first. */
export async function waitingReminders(
  db: Db,
  personId: number,
  limit: number,
): Promise<readonly Reminder[]> {
  return waiting(db, { personId, limit })
}

const waiting = statement((db, given: Given<{ personId: number; limit: number }>) =>
  db
    .selectFrom('reminders')
    .select(columns)
    .where('personId', '=', given.personId)
    .where('status', '=', 'waiting')
    .orderBy('at')
    .orderBy('id')
    .limit(given.limit),
)

/** Cancels a person's own waiting reminder; undefined when that person has none of this number. */
export async function cancelReminder(
  trx: Trx,
  { id, personId }: { readonly id: number; readonly personId: number },
): Promise<Reminder | undefined> {
  const [cancelled] = await cancel(trx, { id, personId })
  return cancelled
}

const cancel = statement((db, given: Given<{ id: number; personId: number }>) =>
  db
    .updateTable('reminders')
    .set({ status: 'cancelled' })
    .where('id', '=', given.id)
    .where('personId', '=', given.personId)
    .where('status', '=', 'waiting')
    .returning(columns),
)

/** Marks reminders that are due as sent and returns them with the reader's zone; one replica gets each. */
export async function takeDueReminders(trx: Trx, now: Date, limit: number): Promise<readonly Reminder[]> {
  return takeDue(trx, { now, limit })
}

const takeDue = statement((db, given: Given<{ now: Date; limit: number }>) =>
  db
    .updateTable('reminders as r')
    .from((from) =>
      from
        .selectFrom('reminders')
        .select('id')
        .where('status', '=', 'waiting')
        .where('at', '<=', given.now)
        .orderBy('at')
        .limit(given.limit)
        .forUpdate()
        .skipLocked()
        .as('due'),
    )
    .set({ status: 'sent' })
    .whereRef('r.id', '=', 'due.id')
    .returning(({ ref, selectFrom }) => [
      ...(['r.id', 'r.personId', 'r.text', 'r.at'] as const),
      sql<string>`${selectFrom('people as p').select('p.zone').where('p.id', '=', ref('r.personId'))}`.as(
        'zone',
      ),
    ]),
)
