import { remindersFor } from '../../../db/ledger/reminders/reminders.ts'
import { UserError } from '../../../src/core/errors.ts'
import { ownsOrLeads } from '../../../src/core/feature/caller.ts'
import { block, button, type Message, message } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { ownLine } from './ownLine.ts'

/** Nobody has more ahead. */
const mostAhead = 2_000

/** One reminder ahead, the caller’s own or of a group of theirs, with what they may do to it. Raises `UserError`. */
export async function showOne(context: Context, id: number): Promise<Message> {
  const { db, caller } = context
  const groups = [...new Set(caller.roles.map(({ groupId }) => groupId))]
  const one = (await remindersFor(db, caller.personId, groups, mostAhead)).find((own) => own.id === id)
  if (!one) throw new UserError(`You have no reminder R${id} ahead. /reminder list shows those you have.`)
  const reminder = `R${id}`
  return message(
    ownLine(context, one).text,
    ownsOrLeads(caller, one)
      ? block.buttons(
          { ...button('Edit', 'reminder edit', { reminder }), ask: true },
          button('Cancel it', 'reminder cancel', { reminder }),
        )
      : undefined,
  )
}
