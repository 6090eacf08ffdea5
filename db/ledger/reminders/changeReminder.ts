import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { Reminder } from './reminders.ts'

type Changed = Omit<Reminder, 'personId' | 'groupId'>

/** Writes a waiting reminder anew, all but whose it is. */
export async function changeReminder(trx: Trx, reminder: Changed): Promise<void> {
  await change(trx, reminder)
}

const change = statement((db, given: Params<Changed>) =>
  db
    .updateTable('reminders')
    .set({
      text: given.text,
      at: given.at,
      zone: given.zone,
      urgent: given.urgent,
      rule: given.rule,
      said: given.said,
      startOn: given.startOn,
      wallMinutes: given.wallMinutes,
      untilOn: given.untilOn,
      timesLeft: given.timesLeft,
      note: given.note,
    })
    .where('id', '=', given.id)
    .where('status', '=', 'waiting'),
)
