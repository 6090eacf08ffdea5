import { addReminder, type Reminder } from '../../db/ledger/reminders/reminders.ts'
import { settingsOf } from '../../db/ledger/settings/reminderSettings.ts'
import { meetingNumber } from '../../db/meetings/find/findMeeting.ts'
import { meetingById } from '../../db/meetings/meetings.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { type Block, block, button, message, moment, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { fold } from '../../src/core/text/nearest.ts'
import { type Day, dayOf, formatDay, type TypedMoment } from '../../src/core/time/day.ts'
import { quietUntil } from '../../src/core/time/quietHours.ts'
import { isRelative, otherDayNamed } from '../../src/meetings/otherDayNamed.ts'
import { type Context, command } from '../define.ts'
import { refuseClosed } from '../meeting/plan/openGroups.ts'
import { audienceOf, mustShow, shownFirst } from './audience.ts'
import { ledGroup } from './group.ts'
import { refuseTooMany } from './limit.ts'
import { passed } from './passed.ts'
import { endOf, once, readSeries } from './series.ts'

export const add = command({
  name: 'add',
  about: 'Set a reminder for yourself or a group, in your own time zone',
  options: {
    text: required(option.text({ about: 'What to be reminded of', max: 500 })),
    at: required(
      option.moment({
        about: 'When, e.g. tomorrow 9:00, in 2 hours, every Monday 9:00 or 1 hour before M1',
        fromNow: true,
        ahead: true,
        repeats: 'repeat',
      }),
    ),
    repeat: option.text({ about: 'The repetition, e.g. every Monday, monthly, weekly 6 times', max: 200 }),
    until: option.endDay({ inForms: false, about: 'The last day on which it may come again' }),
    for: option.choice({
      inForms: false,
      about: 'Yourself, or a working group that you lead',
      choices: ['me', 'wg'],
      also: {
        me: ['myself', 'only me'],
        wg: ['us', 'all of us', 'group', 'our group', 'my group', 'everybody', 'everyone'],
      },
      otherwise: 'wg',
    }),
    wg: option.group({ about: 'A working group you lead, to remind instead of you', onlyLed: true }),
    urgent: option.flag({ inForms: false, about: 'Also sent in quiet hours' }),
    timezone: option.zone({ about: 'The time zone, when it is not yours' }),
  },
  access: anyone,
  changes: true,
  makes: 'once',
  mayAsk: true,
  examples: [
    '/reminder add "Send the ETCIP agenda" at:"tomorrow 9:00"',
    '/reminder add "Weekly report" at:"tomorrow 9:00" repeat:"every Monday"',
  ],
  async run(context, { text: typed, at, repeat, until, for: whom, wg, urgent = false }) {
    const { db, now, zone, caller } = context
    const text = at.before?.named === typed ? at.before.title : await titled(db, typed)
    if (until !== undefined && repeat === undefined) {
      throw new UserError(
        'until: says when a repeating reminder ends. Also say how it repeats: repeat:"every Monday".',
        {
          option: 'repeat',
        },
      )
    }
    if (whom === 'me' && wg)
      throw forWhich(wg.acronym, { text, at: at.at.toISOString(), timezone: at.zone, repeat })
    if (at.at <= now && repeat === undefined) throw passed(at, now, 'at')
    const group = whom === 'wg' || (wg && whom !== 'me') ? await ledGroup(context, wg) : undefined
    if (group) await refuseClosed(context, [group], dayOf(at.at, at.zone))
    const waiting = await refuseTooMany(context)
    const series =
      repeat === undefined ? { ...once, at: at.at, note: null } : readSeries(repeat, at, until, now)
    const twin = twinOf(waiting, { ...series, text, groupId: group?.id ?? null, urgent })
    const audience = group && (await audienceOf(context, group, series.at, at.zone))
    const values = { text, at: at.at.toISOString(), timezone: at.zone }
    if (!twin && group && audience && mustShow(context, audience)) {
      const set = { acronym: group.acronym, at: series.at, text, personId: caller.personId, urgent }
      return {
        kind: 'question',
        message: await shownFirst(context, audience, set),
        yes: 'Set the reminder',
        values: { ...values, for: 'wg', wg: group.acronym },
      }
    }
    const wanted = { personId: caller.personId, text, zone: at.zone, groupId: group?.id ?? null, urgent }
    const id = twin?.id ?? (await addReminder(db, { ...series, ...wanted }, now))
    if (!twin) context.about(`reminder:${id}`)
    const quiet = group || urgent ? undefined : await quietAt(context, series.at)
    const whomSaid = group && audience ? `${group.acronym} (${audience.said})` : 'you'
    return message(
      rich`R${id}: I will remind ${whomSaid} ${moment(series.at, zone)}: ${text}`,
      series.said === null ? undefined : block.text(rich`It comes again ${series.said}${endOf(series)}.`),
      ...notesOn(at, series, zone),
      relativeNote(context, text, dayOf(series.at, at.zone)),
      twin && block.text(`R${id} was set already, so there is still only this one.`),
      quiet
        ? block.text(rich`That is in your quiet hours, so it waits until ${moment(quiet, zone)}.`)
        : undefined,
      block.buttons(
        ...(quiet
          ? [button('Come at that hour all the same', 'reminder edit', { reminder: `R${id}`, urgent: 'yes' })]
          : []),
        button(twin ? 'Cancel it' : 'Undo: cancel it', 'reminder cancel', { reminder: `R${id}` }),
      ),
    )
  },
})

/** `M1 Rail security` of `M1`, since a number alone tells nobody what it is about; any other text is left as it is. */
async function titled(db: Context['db'], text: string): Promise<string> {
  const number = /^m/i.test(text) ? meetingNumber(text) : null
  const meeting = number === null ? undefined : await meetingById(db, number)
  return meeting ? `M${meeting.id} ${meeting.title}` : text
}

/** The error for a reminder that is to be for its author alone and for a group. */
function forWhich(
  group: string,
  { repeat, ...given }: Record<'text' | 'at' | 'timezone', string> & { readonly repeat: string | undefined },
): UserError {
  const values = { ...given, ...(repeat === undefined ? {} : { repeat }) }
  return new UserError(
    `for:me is for you alone, and wg:${group} for the group. Which one? Nothing was changed.`,
    {
      buttons: [
        button('Me alone', 'reminder add', { ...values, for: 'me' }),
        button(group, 'reminder add', { ...values, wg: group }),
      ],
    },
  )
}

/** Says that a text such as “call tomorrow” will be read on another day than it was typed for. */
function relativeNote({ today }: Context, text: string, day: Day): Block | undefined {
  const other = day === today ? undefined : otherDayNamed(text, day, today)
  return other !== undefined && isRelative(other)
    ? block.text(`The text says “${other}”, and will be read on ${formatDay(day)}.`)
    : undefined
}

const alike = ['rule', 'groupId', 'urgent', 'untilOn', 'timesLeft'] as const

/** The reminder that says the same at the same moment already. */
function twinOf(
  waiting: readonly Reminder[],
  { text, at, ...wanted }: Pick<Reminder, 'text' | 'at' | (typeof alike)[number]>,
): Reminder | undefined {
  return waiting.find(
    (one) =>
      one.at.getTime() === at.getTime() &&
      fold(one.text) === fold(text) &&
      alike.every((name) => one[name] === wanted[name]),
  )
}

/** What should be known of the time of a reminder, as it was typed and as it comes. */
function notesOn(typed: TypedMoment, series: ReturnType<typeof readSeries>, zone: string): readonly Block[] {
  return [
    ...(typed.zone === zone ? [] : [block.text(rich`There it is ${moment(series.at, typed.zone)}.`)]),
    ...(typed.note ? [block.text(typed.note)] : []),
    ...(typed.minutes === undefined ? [] : [endNotTaken(typed.at, typed.minutes, typed.zone)]),
    ...(series.note === null ? [] : [block.text(series.note)]),
  ]
}

function endNotTaken(at: Date, minutes: number, zone: string): Block {
  const end = new Date(at.getTime() + minutes * 60_000)
  return block.text(rich`A reminder has no end, so ${moment(end, zone, 'time')} was not taken.`)
}

/** When the caller's quiet hours at an instant end; undefined where none hold. */
async function quietAt({ db, zone, caller }: Context, at: Date): Promise<Date | undefined> {
  const { quietFrom, quietTo } = await settingsOf(db, caller.personId)
  return quietFrom === null || quietTo === null
    ? undefined
    : quietUntil(at, zone, { from: quietFrom, to: quietTo })
}
