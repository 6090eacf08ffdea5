import { sql, type Transaction } from 'kysely'

import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'

export interface Reminder {
  readonly id: number
  readonly personId: number
  readonly text: string
  readonly at: Date
  /** IANA zone in which it was set. */
  readonly zone: string
}

const columns = sql`id, person_id, text, at, zone`

export async function addReminder(
  trx: Transaction<Database>,
  reminder: Omit<Reminder, 'id'>,
  now: Date,
): Promise<number> {
  const result = await sql<{ id: number }>`
    insert into reminders (person_id, text, at, zone, status, created_at)
    values (${reminder.personId}, ${reminder.text}, ${reminder.at}, ${reminder.zone}, 'waiting', ${now})
    returning id`.execute(trx)
  const [row] = result.rows
  if (!row) throw new Error('the reminder was not stored')
  return row.id
}

/** A person's reminders still ahead, soonest first. */
export async function waitingReminders(
  db: Db,
  personId: number,
  limit: number,
): Promise<readonly Reminder[]> {
  const result = await sql<Reminder>`
    select ${columns} from reminders where person_id = ${personId} and status = 'waiting' order by at, id limit ${limit}`.execute(
    db,
  )
  return result.rows
}

/** Cancels a person's own waiting reminder; undefined when that person has none of this number. */
export async function cancelReminder(
  trx: Transaction<Database>,
  { id, personId }: { readonly id: number; readonly personId: number },
): Promise<Reminder | undefined> {
  const result = await sql<Reminder>`
    update reminders set status = 'cancelled' where id = ${id} and person_id = ${personId} and status = 'waiting'
    returning ${columns}`.execute(trx)
  return result.rows[0]
}

/** Marks reminders that are due as sent and returns them with the reader's zone; one replica gets each. */
export async function takeDueReminders(
  trx: Transaction<Database>,
  now: Date,
  limit: number,
): Promise<readonly Reminder[]> {
  const result = await sql<Reminder>`
    update reminders r set status = 'sent'
    from (
      select id from reminders where status = 'waiting' and at <= ${now} order by at limit ${limit} for update skip locked
    ) due
    where r.id = due.id
    returning r.id, r.person_id, r.text, r.at, (select p.zone from people p where p.id = r.person_id) as zone`.execute(
    trx,
  )
  return result.rows
}
