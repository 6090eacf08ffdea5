import { type Reminder, takeDueReminders } from '../../db/ledger/reminders.ts'
import type { Trx } from '../../db/store/db.ts'
import { type Firing, onTime, type Rule } from '../../src/core/feature/rule.ts'
import { message, moment, rich } from '../../src/core/message.ts'

const key = 'reminder'

/** What a member set for themselves. */
export const ownReminder: Rule<Trx, Firing & Pick<Reminder, 'text' | 'at' | 'zone'>> = {
  key,
  about: 'A reminder that you set for yourself',
  audience: [
    {
      who: 'the person who set it',
      async due(trx, { now, limit }) {
        const due = await takeDueReminders(trx, now, limit)
        return due.map(({ id, ...reminder }) => ({
          ...reminder,
          key: `${key}:${id}`,
          subject: `reminder:${id}`,
        }))
      },
    },
  ],
  moments: [onTime],
  stops: 'The person cancels it.',
  text: ({ text, at, zone }) => message(rich`Reminder: ${text} (${moment(at, zone)})`),
  // Somebody wanted to know it: better late than never.
  uselessAfter: () => undefined,
}
