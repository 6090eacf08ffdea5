import type { Reminder } from '../../../db/ledger/reminders/reminders.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, block, button, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'

/** What somebody did with a reminder of a group: `was` is how it stood before an edit. */
export type ReminderNews =
  | { readonly kind: 'cancelled' | 'restored' }
  | { readonly kind: 'changed'; readonly was: Reminder }

/** Tells whoever set a reminder of a group what somebody else did with it; says to the caller that they are told. */
export function tellSetter(
  { caller, notify }: Context,
  reminder: Reminder,
  news: ReminderNews,
): Block | undefined {
  const { id, personId, groupId } = reminder
  if (groupId === null || personId === caller.personId) return undefined
  const by = byWhom(caller, [groupId])
  notify([
    {
      key: `reminder-changed:${id}:${news.kind}-${reminder.at.getTime()}-${eachTime}:${personId}`,
      personId,
      kind: 'reminder-changed',
      subject: `reminder:${id}`,
      message: withReason(
        message(newsWords(by, reminder, news), block.buttons(button('All reminders', 'reminder list'))),
        { as: 'the one who set it', otherwise: `Is that wrong? Speak to ${caller.name}.` },
        false,
      ),
    },
  ])
  return block.text('Whoever set it is told.')
}

function newsWords(by: string, reminder: Reminder, news: ReminderNews): Rich {
  const it = rich`your reminder ${inFull(reminder)}`
  switch (news.kind) {
    case 'cancelled':
      return rich`${by} cancelled ${it}.`
    case 'restored':
      return rich`${by} set ${it}, again.`
    case 'changed':
      return rich`${by} changed ${it}. It was ${inFull(news.was)}.`
  }
}

/** `R2 of Fri 27 Nov 2026, 09:00, every week: Bring the papers`. */
function inFull({ id, at, zone, said, text }: Reminder): Rich {
  return rich`R${id} of ${moment(at, zone)}${said === null ? '' : ` and again ${said}`}: “${text}”`
}
