import { changeReminder } from '../../db/ledger/reminders/changeReminder.ts'
import { lockReminder, type Reminder, reminderById } from '../../db/ledger/reminders/reminders.ts'
import { anyone } from '../../src/core/catalog.ts'
import { isNothing, NothingGiven, UserError } from '../../src/core/errors.ts'
import { ownsOrLeads } from '../../src/core/feature/caller.ts'
import { block, button, message, moment, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { fold } from '../../src/core/text/nearest.ts'
import { shorten, stopAfter } from '../../src/core/text/text.ts'
import { dayOf, formatDay, type MovedFrom, type TypedMoment, weekdayOf } from '../../src/core/time/day.ts'
import { readTypedMoment } from '../../src/core/time/phrases/typedMoment.ts'
import { formatClock } from '../../src/core/time/quietHours.ts'
import { weekdayNames } from '../../src/core/time/words/weekdayNames.ts'
import { formatMoment, wallTime } from '../../src/core/time/zone.ts'
import { type Context, command } from '../define.ts'
import { markOf, refuseOverruled, undoesOf, undoesOption } from '../records/overruled.ts'
import { isStale, shownOption } from '../records/shownThen.ts'
import { askOfGroup } from './audience.ts'
import { ownReminder } from './cancel.ts'
import { passed } from './passed.ts'
import { asTyped, endOf, once, readSeries, retimed } from './series.ts'
import { tellSetter } from './shown/tellSetter.ts'

/** An hour alone stays on the reminder’s own day, and a day alone keeps its hour. */
const newTime = { about: 'The new time', fromNow: true, ahead: true, moves: true, repeats: 'repeat' } as const

export const edit = command({
  name: 'edit',
  about: 'Change the text or time of an upcoming reminder',
  options: {
    reminder: required(option.record({ about: 'Its number, e.g. R3', prefix: 'R' })),
    text: option.text({ about: 'What to be reminded of', max: 500 }),
    at: option.moment(newTime),
    repeat: option.text({ about: 'The new repetition; “never” for once only', max: 200 }),
    urgent: option.flag({ about: 'Also sent in quiet hours' }),
    timezone: option.zone({ about: 'The zone that it keeps, as an undo says', onlyPressed: true }),
    undoes: undoesOption,
    shown: shownOption,
  },
  access: anyone,
  changes: true,
  mayAsk: true,
  asksWhen: 'where many of a group are reminded by it',
  examples: ['/reminder edit R1 at:"tomorrow 10:00"'],
  async present({ db, caller, zone }, { reminder: id }) {
    const one = await reminderById(db, id)
    if (!one || !ownsOrLeads(caller, one)) return {}
    const { hour, minute } = wallTime(one.at, zone)
    const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
    return {
      text: one.text,
      at: `${dayOf(one.at, zone)}T${time}`,
      repeat: asTyped(one),
      urgent: one.urgent ? 'yes' : 'no',
    }
  },
  edits: ({ db }, { reminder: id }) => ({
    ...{ subject: `reminder:${id}`, alsoBy: ['reminder snooze'] },
    hold: () => lockReminder(db, id),
  }),
  async run(context, { reminder: id, repeat, urgent, undoes, shown, ...typed }) {
    const { db, now, zone } = context
    const before = await ownReminder(context, id)
    const { text, at } = parted(context, typed, before)
    if (before.status !== 'waiting')
      throw before.status === 'sent'
        ? new UserError(`R${id} has already come, so nothing was changed. /reminder add sets a new one.`)
        : new UserError(`R${id} was cancelled, so nothing was changed.`, {
            buttons: [button('Set it again', 'reminder restore', { reminder: `R${id}` })],
          })
    // Of what an undo does not take back, others who lead the group may have made anything since.
    const changed = (of: typeof before) => [
      text === undefined ? null : of.text,
      at === undefined && repeat === undefined ? null : [of.at, of.zone, of.rule],
      urgent === undefined ? null : of.urgent,
    ]
    if (isNothing({ text, at, repeat, urgent }))
      throw new NothingGiven(
        `Say what to change in R${id}: text:, at:, repeat: or urgent:. Nothing was changed.`,
      )
    const stands = `R${id} comes ${formatMoment(before.at, zone)}${before.said === null ? '' : ` and again ${before.said}`}: ${before.text}${stopAfter(before.text)}`
    const all = [button('All reminders', 'reminder list')]
    refuseOverruled(undoes, changed(before), stands, all)
    const given = at ?? { at: before.at, zone: before.zone }
    if (at && at.at <= now && repeat === undefined && before.rule === null) throw passed(at, now, 'at')
    const series = seriesAfter(before, given, { at, repeat, isUndo: undoes !== undefined }, now)
    const after = {
      ...before,
      ...series,
      id,
      text: text ?? before.text,
      zone: given.zone,
      urgent: urgent ?? before.urgent,
    }
    if (at && repeat === undefined) refuseOtherDay(after, at)
    const standing = [before.text, before.at, before.zone, before.rule, before.urgent]
    const question = await askOfGroup(context, after, {
      values: { ...(at && { at: at.at.toISOString() }), shown: markOf(standing) },
      changedTo: isStale(standing, shown) ? stands : undefined,
    })
    if (question) return question
    await changeReminder(db, after)
    context.about(`reminder:${id}`)
    // A text that is read as a moment is given beside one.
    const isMoment = text !== undefined && parted(context, { text: before.text }, before).at !== undefined
    const undo = {
      ...(text === undefined ? {} : { text: before.text }),
      ...(at === undefined && !isMoment ? {} : { at: before.at.toISOString(), timezone: before.zone }),
      ...(repeat === undefined ? {} : { repeat: asTyped(before) }),
      ...(urgent === undefined ? {} : { urgent: before.urgent ? 'yes' : 'no' }),
    }
    return message(
      rich`R${id} comes ${moment(after.at, zone)}${after.said === null ? '' : ` and again ${after.said}${endOf(after)}`}: ${after.text}`,
      at?.note ? block.text(at.note) : undefined,
      tellSetter(context, after, { kind: 'changed', was: before }),
      after.urgent && !before.urgent ? block.text('It comes in your quiet hours too.') : undefined,
      block.buttons({
        ...button('Undo: as it was', 'reminder edit', {
          reminder: `R${id}`,
          ...undo,
          undoes: undoesOf(changed(after), changed(before), stands, all),
        }),
        confirmed: true,
      }),
    )
  },
})

/** The rhythm and the next time of a reminder after an edit. Raises `UserError`. */
function seriesAfter(
  before: Reminder,
  given: TypedMoment,
  {
    at,
    repeat,
    isUndo,
  }: { readonly at: TypedMoment | undefined; readonly repeat: string | undefined; readonly isUndo: boolean },
  now: Date,
) {
  if (repeat === undefined) return retimed(before, at, now)
  if (/^(never|no|none|once|off)$/i.test(repeat.trim())) return { ...once, note: null, at: given.at }
  const series = readSeries(repeat, given, undefined, now)
  if (isUndo || series.untilOn !== null || series.timesLeft !== null) return series
  // What is not said of its end stays.
  return { ...readSeries(repeat, given, before.untilOn ?? undefined, now), timesLeft: before.timesLeft }
}

/** Raises `UserError` for a day that its rhythm does not meet: whether that should change, or one time alone, nobody can tell. */
function refuseOtherDay(
  { id, at, said, text }: Pick<Reminder, 'id' | 'at' | 'said' | 'text'>,
  named: TypedMoment,
): void {
  const day = dayOf(named.at, named.zone)
  if (said === null || dayOf(at, named.zone) === day) return
  const weekday = weekdayNames[weekdayOf(day) - 1]
  const { hour, minute } = wallTime(named.at, named.zone)
  const rhythm = `every ${weekday}`
  const isWeekly = weekdayNames.some((name) => fold(said) === `every ${fold(name)}`)
  throw new UserError(
    `R${id} (“${shorten(text, 60)}”) comes ${said}, and ${formatDay(day)} is a ${weekday}. Nothing was changed; to change its days, use repeat:.`,
    {
      option: 'at',
      buttons: isWeekly
        ? [
            button(`Make it ${rhythm} at ${formatClock(hour * 60 + minute)}`, 'reminder edit', {
              ...{ reminder: `R${id}`, repeat: rhythm, at: named.at.toISOString(), timezone: named.zone },
            }),
          ]
        : [],
    },
  )
}

interface Typed {
  readonly text?: string | undefined
  readonly at?: TypedMoment | undefined
}

/** A text that is only a moment is the new time rather than the new text: `edit R2 friday 10:00`. */
function parted({ now, zone }: Pick<Context, 'now' | 'zone'>, { text, at }: Typed, before: MovedFrom): Typed {
  if (text === undefined || at !== undefined) return { text, at }
  try {
    return {
      at: readTypedMoment(text, option.moment(newTime), { now, zone, ahead: true, skipped: 'later' }, before),
    }
  } catch (error) {
    if (error instanceof UserError) return { text, at }
    throw error
  }
}
