import { groupAcronym } from '../../db/directory/visibility/groupAcronym.ts'
import {
  lockReminder,
  type Reminder,
  setReminderStatus,
  waitingReminders,
} from '../../db/ledger/reminders/reminders.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { hasRole, ownsOrLeads } from '../../src/core/feature/caller.ts'
import { type Block, block, button, message, moment, type Rich, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { shorten } from '../../src/core/text/text.ts'
import { type Context, command, type Question } from '../define.ts'
import { mostWaiting, refuseTooMany } from './limit.ts'
import { timeAfter } from './series.ts'
import { tellSetter } from './shown/tellSetter.ts'
import { endSnooze } from './snooze.ts'

export const cancel = command({
  name: 'cancel',
  about: 'Cancel your reminders, or those of a group that you lead',
  options: {
    reminder: option.records({
      about: 'Its number or its words, e.g. R3 or R3, R5; or all',
      prefix: 'R',
      all: { every: 'yes' },
    }),
    every: option.flag({ inForms: false, about: 'All of yours that wait' }),
    snooze: option.record({ inForms: false, about: 'What you have snoozed, e.g. Z1', prefix: 'Z' }),
  },
  access: anyone,
  changes: true,
  mayAsk: true,
  examples: ['/reminder cancel R1', '/reminder cancel R1, R2', '/reminder cancel water the plants'],
  async run(context, { reminder: ids, every = false, snooze }) {
    const { db, zone } = context
    if (every && ids === undefined) return askForAll(context)
    if (ids === undefined && snooze !== undefined) return endSnooze(context, snooze)
    if (ids === undefined) throw await whichOne(context)
    const all: Reminder[] = []
    for (const id of ids) {
      const found = await ownReminder(context, id)
      if (found.status !== 'waiting')
        throw new UserError(`You have no reminder R${id} ahead. /reminder list shows those you have.`)
      all.push(found)
    }
    const told: (Block | undefined)[] = []
    for (const one of all) {
      await setReminderStatus(db, one.id, 'cancelled', one.at)
      context.about(`reminder:${one.id}`)
      told.push(tellSetter(context, one, { kind: 'cancelled' }))
    }
    const lines = all.map(({ id, at, text }) => rich`R${id} of ${moment(at, zone)}: ${text}`)
    const [only, ...others] = lines
    return message(
      only && others.length === 0 ? rich`Cancelled ${only}` : `Cancelled ${counted(all.length, 'reminder')}:`,
      others.length > 0 ? block.list(lines) : undefined,
      told.find((one) => one !== undefined),
      block.buttons(
        button('Undo: set again', 'reminder restore', { reminder: all.map(({ id }) => `R${id}`).join(', ') }),
      ),
    )
  },
})

export const restore = command({
  name: 'restore',
  about: 'Restore cancelled reminders, just as they were',
  options: { reminder: required(option.records({ about: 'Its number, e.g. R3', prefix: 'R' })) },
  access: anyone,
  changes: true,
  examples: ['/reminder restore R1'],
  async run(context, { reminder: ids }) {
    await refuseTooMany(context, ids.length)
    const lines: Rich[] = []
    const told: (Block | undefined)[] = []
    for (const id of ids) {
      const { line, reminder } = await restoreOne(context, id)
      lines.push(line)
      told.push(tellSetter(context, reminder, { kind: 'restored' }))
    }
    const [only, ...others] = lines
    return message(
      only && others.length === 0 ? only : `Set again ${counted(lines.length, 'reminder')}:`,
      others.length > 0 ? block.list(lines) : undefined,
      told.find((one) => one !== undefined),
      block.buttons(
        button('Undo: cancel', 'reminder cancel', { reminder: ids.map((id) => `R${id}`).join(', ') }),
      ),
    )
  },
})

/** Asks whether all that wait are meant, each by its number. Raises `UserError` where none does. */
async function askForAll({ db, zone, caller }: Context): Promise<Question> {
  const own = (await waitingReminders(db, caller.personId, mostWaiting)).filter(
    ({ groupId }) => groupId === null,
  )
  if (own.length === 0) throw new UserError('You have no reminders ahead.')
  return {
    kind: 'question',
    message: message(
      `Cancel ${own.length === 1 ? 'your reminder' : `all ${own.length} reminders of yours`}?`,
      block.list(own.map(({ id, at, text }) => rich`R${id} of ${moment(at, zone)}: ${text}`)),
      block.text('Nothing has been changed yet. Those of your groups and of meetings stay.'),
    ),
    yes: own.length === 1 ? 'Cancel it' : 'Cancel them all',
    values: { reminder: own.map(({ id }) => `R${id}`).join(', '), every: 'no' },
  }
}

async function whichOne({ db, caller }: Context): Promise<UserError> {
  const ahead = await waitingReminders(db, caller.personId, mostOffered)
  return new UserError(
    ahead.length === 0
      ? 'You have no reminders ahead.'
      : 'Which reminder? Give its number or its words; /reminder list shows all of them.',
    {
      option: 'reminder',
      choices: ahead.map(({ id, text }) => ({ label: `R${id} ${shorten(text)}`, value: `R${id}` })),
    },
  )
}

const mostOffered = 5

async function restoreOne(
  context: Context,
  id: number,
): Promise<{ readonly line: Rich; readonly reminder: Reminder }> {
  const { db, now, zone } = context
  const found = await ownReminder(context, id)
  if (found.status === 'waiting') throw new UserError(`R${id} is set: ${found.text}. Nothing was changed.`)
  const at = found.at > now ? found.at : timeAfter(found, now)?.at
  if (found.status === 'sent' || at === undefined) {
    throw new UserError(`The moment of R${id} has passed, so it cannot be set again as it was.`, {
      buttons: [{ ...button('Set it for another time', 'reminder add', { text: found.text }), ask: true }],
    })
  }
  await setReminderStatus(db, id, 'waiting', at)
  context.about(`reminder:${id}`)
  return {
    line: rich`R${id} is set again${found.groupId === null ? ': I will remind you' : ' for the group:'} ${moment(at, zone)}: ${found.text}`,
    reminder: { ...found, at },
  }
}

/** A reminder that the caller may change, held until this command ends. Raises `UserError`. */
export async function ownReminder(
  { db, caller }: Context,
  id: number,
): Promise<Reminder & { readonly status: string }> {
  const found = await lockReminder(db, id)
  if (found && ownsOrLeads(caller, found)) return found
  const { groupId = null } = found ?? {}
  if (found && groupId !== null && (found.personId === caller.personId || hasRole(caller, groupId)))
    throw new UserError(
      `R${id} is set for ${await groupAcronym(db, groupId)}: only those who lead it and the secretariat may change it. Nothing was changed.`,
    )
  // Whose reminder it is else is nobody's business.
  throw new UserError(`You have no reminder R${id} ahead. /reminder list shows those you have.`)
}
