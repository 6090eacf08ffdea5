import { setCalls } from '../../../db/newsletter/calls/calls.ts'
import { block, button, moment, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Context } from '../../define.ts'
import { type heldIssue, monthsOf } from '../issue/issue.ts'
import { callsShown, callsToCome } from './callsToCome.ts'
import { withoutPeople } from './withoutPeople.ts'

/** How long the secretariat may think it over before the first call goes out. */
export const graceMs = 10 * 60_000

/**
 * An issue that has just opened is called for, unless somebody holds the calls in time. Gives what to say of those who
 * are called and of those who cannot be, and the buttons.
 */
export async function beginCalls(context: Context, issue: Awaited<ReturnType<typeof heldIssue>>) {
  const { db, now, zone, caller } = context
  if (issue.kind === 'annual') return undefined
  const beginsAt = new Date(now.getTime() + graceMs)
  await setCalls(db, { newsletterId: issue.id, enabled: true, note: null, beginsAt }, caller.personId, now)
  const calls = await callsToCome(context, issue.id)
  const without = await withoutPeople(db, issue.id, now)
  const called =
    calls.length === 0
      ? []
      : [
          block.text(
            rich`${counted(calls.length, 'entity is', 'entities are')} called from ${moment(beginsAt, zone, 'time')} on, and reminded before it closes while nothing has come.`,
          ),
          ...(await callsShown(context, calls)),
        ]
  return {
    said: [...called, without && block.text(without.said)],
    buttons: [
      ...(calls.length > 0
        ? [button('Call nobody', 'newsletter call', { ...monthsOf(issue), state: 'off' })]
        : []),
      ...(without ? [without.button] : []),
    ],
  }
}
