import { sql } from 'kysely'

import type { Reminders } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** `zone` is the IANA zone in which it was set; the columns of a series are null for one that comes once. */
export type Reminder = Readonly<
  Pick<Reminders, 'id' | 'personId' | 'text' | 'at' | 'zone' | 'groupId' | 'urgent'> &
    Pick<Reminders, 'rule' | 'said' | 'startOn' | 'wallMinutes' | 'untilOn' | 'timesLeft' | 'note'>
>

const columns = [
  ...(['id', 'personId', 'text', 'at', 'zone', 'groupId', 'urgent'] as const),
  ...(['rule', 'said', 'startOn', 'wallMinutes', 'untilOn', 'timesLeft', 'note'] as const),
] as const

/** Returns its number. */
export async function addReminder(trx: Trx, reminder: Omit<Reminder, 'id'>, now: Date): Promise<number> {
  const [added] = await add(trx, { ...reminder, now })
  if (!added) throw new Error('the reminder was not stored')
  return added.id
}

const add = statement((db, given: Params<Omit<Reminder, 'id'> & { now: Date }>) =>
  db
    .insertInto('reminders')
    .values({
      personId: given.personId,
      text: given.text,
      at: given.at,
      zone: given.zone,
      groupId: given.groupId,
      urgent: given.urgent,
      rule: given.rule,
      said: given.said,
      startOn: given.startOn,
      wallMinutes: given.wallMinutes,
      untilOn: given.untilOn,
      timesLeft: given.timesLeft,
      note: given.note,
      status: 'waiting',
      createdAt: given.now,
    })
    .returning('id'),
)

/** A reminder as it is listed. */
export type ListedReminder = Reminder & { readonly group: string | null; readonly setBy: string }

/** One reminder, whatever became of it. */
export async function reminderById(db: Db, id: number): Promise<Reminder | undefined> {
  const [found] = await byId(db, { id })
  return found
}

const byId = statement((db, given: Params<{ id: number }>) =>
  db.selectFrom('reminders').select(columns).where('id', '=', given.id),
)

/** A person's own reminders still ahead, soonest first. */
export async function waitingReminders(
  db: Db,
  personId: number,
  limit: number,
): Promise<readonly Reminder[]> {
  return waiting(db, { personId, limit })
}

const waiting = statement((db, given: Params<{ personId: number; limit: number }>) =>
  db
    .selectFrom('reminders')
    .select(columns)
    .where('personId', '=', given.personId)
    .where('status', '=', 'waiting')
    .orderBy('at')
    .orderBy('id')
    .limit(given.limit),
)

/** The reminders ahead that a person set, and those of these groups, soonest first. */
export async function remindersFor(
  db: Db,
  personId: number,
  groupIds: readonly number[],
  limit: number,
): Promise<readonly ListedReminder[]> {
  return listed(db, { personId, groupIds: [...groupIds], limit })
}

const listed = statement((db, given: Params<{ personId: number; groupIds: number[]; limit: number }>) =>
  db
    .selectFrom('reminders as r')
    .innerJoin('people as p', 'p.id', 'r.personId')
    .leftJoin('workingGroups as g', 'g.id', 'r.groupId')
    .select(['r.id', 'r.personId', 'r.text', 'r.at', 'r.zone', 'r.groupId', 'r.urgent', 'r.rule', 'r.said'])
    .select(['r.startOn', 'r.wallMinutes', 'r.untilOn', 'r.timesLeft', 'r.note'])
    .select(['g.acronym as group', 'p.name as setBy'])
    .where('r.status', '=', 'waiting')
    .where((eb) =>
      eb.or([
        eb('r.personId', '=', given.personId),
        eb('r.groupId', '=', sql<number>`any(${given.groupIds}::int[])`),
      ]),
    )
    .orderBy('r.at')
    .orderBy('r.id')
    .limit(given.limit),
)

/** A reminder by its number, held until the transaction ends. */
export async function lockReminder(
  trx: Trx,
  id: number,
): Promise<(Reminder & Pick<Reminders, 'status'>) | undefined> {
  const [found] = await lock(trx, { id })
  return found
}

const lock = statement((db, given: Params<{ id: number }>) =>
  db.selectFrom('reminders').select(columns).select('status').where('id', '=', given.id).forUpdate(),
)

export async function setReminderStatus(
  trx: Trx,
  id: number,
  status: Reminders['status'],
  at: Date,
): Promise<void> {
  await setStatus(trx, { id, status, at })
}

const setStatus = statement((db, given: Params<{ id: number; status: Reminders['status']; at: Date }>) =>
  db.updateTable('reminders').set({ status: given.status, at: given.at }).where('id', '=', given.id),
)
