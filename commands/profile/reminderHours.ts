import { changeReminder } from '../../db/ledger/reminders/changeReminder.ts'
import { lockReminder, type Reminder, waitingReminders } from '../../db/ledger/reminders/reminders.ts'
import {
  type Block,
  type Button,
  block,
  button,
  type Message,
  message,
  moment,
  type Rich,
  rich,
} from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import { type Context, type Refusal, refusal } from '../define.ts'
import { inZone } from '../reminder/series.ts'

/** More than anybody may have. */
const most = 200

/** Says which of the caller’s own reminders come again by the clocks of their former zone, and offers to move them. */
export async function keptHours(
  { db, caller }: Pick<Context, 'db' | 'caller'>,
  zone: string,
): Promise<{ readonly said: Block; readonly move: Button } | undefined> {
  const all = await waitingReminders(db, caller.personId, most)
  const kept = all.filter((one) => comesAgain(one) && one.zone === caller.zone)
  if (kept.length === 0) return undefined
  const ids = kept.map(({ id }) => `R${id}`)
  return {
    said: block.text(`${named(ids)} by the clocks of ${caller.zone} as before.`),
    move: button(ids.length > 1 ? 'Move them to my zone' : 'Move it to my zone', 'profile timezone', {
      zone,
      reminders: ids.join(' '),
    }),
  }
}

const mostNamed = 5

function named(ids: readonly string[]): string {
  if (ids.length === 1) return `${ids[0]} comes`
  const more = ids.length - mostNamed
  return `Your reminders ${ids.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''} come`
}

/** Lets reminders of the caller’s that come again keep their hours by the clocks of another zone from now on. */
export async function moveHours(context: Context, typed: string, zone: string): Promise<Message | Refusal> {
  const { db, caller, now } = context
  const numbers = [...typed.matchAll(/\d{1,9}/g)].slice(0, most).map(([number]) => Number(number))
  const lines: Rich[] = []
  const moved = new Map<string, string[]>()
  for (const id of new Set(numbers)) {
    const before = await lockReminder(db, id)
    if (before?.status !== 'waiting' || before.personId !== caller.personId || !comesAgain(before)) continue
    const series = before.zone === zone ? undefined : inZone(before, zone, now)
    if (!series) continue
    await changeReminder(db, { ...before, ...series, zone })
    if (lines.length === 0) context.about(`reminder:${id}`)
    lines.push(rich`R${id} comes ${moment(series.at, zone)}: ${before.text}`)
    moved.set(before.zone, [...(moved.get(before.zone) ?? []), `R${id}`])
  }
  if (lines.length === 0)
    return refusal(
      `None of them waits any more and comes by the clocks of a zone other than ${zone}; nothing was changed.`,
      button('All reminders', 'reminder list'),
    )
  return message(
    `${counted(lines.length, 'reminder comes', 'reminders come')} at the same hours of ${zone} now.`,
    block.list(lines),
    block.buttons(
      ...[...moved].map(([former, ids]) =>
        button(`Undo: back to ${former}`, 'profile timezone', { zone: former, reminders: ids.join(' ') }),
      ),
    ),
  )
}

function comesAgain({ rule, groupId }: Reminder): boolean {
  return rule !== null && groupId === null
}
