import type { ListedReminder } from '../../../db/ledger/reminders/reminders.ts'
import { ownsOrLeads } from '../../../src/core/feature/caller.ts'
import { type Button, button, moment, type Rich, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'

/** What comes to somebody, and when. */
export interface Line {
  readonly at: Date
  readonly text: Rich
  readonly button?: Button
}

/** A reminder that somebody set, for themselves or for a group. */
export function ownLine({ caller, zone }: Pick<Context, 'caller' | 'zone'>, one: ListedReminder): Line {
  const mine = one.personId === caller.personId
  const again = one.said === null ? '' : `, and again ${one.said}`
  const why = one.group === null ? '' : ` — for ${one.group}, set by ${mine ? 'you' : one.setBy}`
  return {
    at: one.at,
    text: rich`R${one.id} ${moment(one.at, zone)}${again}: ${one.text}${why}`,
    ...(ownsOrLeads(caller, one)
      ? { button: button(`Cancel R${one.id}`, 'reminder cancel', { reminder: `R${one.id}` }) }
      : {}),
  }
}
