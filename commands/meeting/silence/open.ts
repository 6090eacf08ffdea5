import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { roomsOf } from '../../../db/meetings/rooms.ts'
import { openSilence } from '../../../db/meetings/silence/silences.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { type Day, dayOf, formatDay, partsOf } from '../../../src/core/time/day.ts'
import { readMoment } from '../../../src/core/time/moment.ts'
import { endOfTyped } from '../../../src/core/time/typedDay.ts'
import { formatMoment, instantAt } from '../../../src/core/time/zone.ts'
import { commonWorkingDay } from '../../../src/meetings/slots/commonDays.ts'
import { type Context, command } from '../../define.ts'
import { considered } from '../plan/considered.ts'
import { circulated } from './circulated.ts'

const closingHour = 18
const mostDays = 60
const counts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

export const openSilenceCommand = command({
  group: 'silence',
  name: 'open',
  about: 'Circulate a text that is adopted unless an entity objects in time',
  options: {
    text: required(option.text({ about: 'The text to be adopted', max: 3000, multiline: true })),
    wg: required(option.group({ about: 'The working group that adopts it' })),
    until: required(
      option.text({
        about: 'Working days of all members (5 working days), or a day',
        max: 80,
      }),
    ),
  },
  access: chairOf('wg'),
  audience: 'room',
  changes: true,
  mayAsk: true,
  examples: ['/meeting silence open "The work plan for 2027" wg:ETCIP until:"5 working days"'],
  async run(context, { text, wg, until }) {
    const { db, now, zone, caller } = context
    const { at: closesAt, note } = await deadline(context, wg.id, until)
    if (closesAt <= now)
      throw new UserError('That moment has passed; silence needs some time.', { option: 'until' })
    const people = await expectedInvitees(db, [wg.id], dayOf(now, zone))
    const others = people.filter(({ personId }) => personId !== caller.personId)
    if (!context.confirmed && others.length > context.askAbove) {
      return {
        kind: 'question',
        message: message(
          rich`Circulate this to ${counted(people.length, 'person', 'people')} of ${wg.acronym}, to be adopted unless an entity objects by ${moment(closesAt, zone)}?`,
          block.text(text),
          note === undefined ? undefined : block.text(note),
          block.text('Nothing has been sent or changed yet.'),
        ),
        yes: 'Circulate it',
        values: { until: closesAt.toISOString() },
      }
    }
    const id = await openSilence(
      db,
      { groupId: wg.id, body: text, closesAt, zone, openedBy: caller.personId },
      now,
    )
    context.about(`silence:${id}`)
    const sent = { id, body: text, groupAcronym: wg.acronym, closesAt }
    context.notify(
      people.map(({ personId, zone: reader }) => ({
        key: `silence:${id}:${personId}`,
        personId,
        kind: 'silence',
        subject: `silence:${id}`,
        message: circulated(sent, reader),
        uselessAfter: closesAt,
      })),
    )
    context.notify(
      (await roomsOf(db, [wg.id])).map((room) => ({
        key: `silence:${id}:${room.platform}:${room.tenant}:${room.channel}`,
        room,
        kind: 'silence',
        subject: `silence:${id}`,
        message: circulated(sent, zone),
        uselessAfter: closesAt,
      })),
    )
    return message(
      rich`Circulated S${id} to ${counted(people.length, 'person', 'people')} of ${wg.acronym}. It is adopted unless an entity objects by ${moment(closesAt, zone)}.`,
      note === undefined ? undefined : block.text(note),
      block.text(
        'It cannot be taken back, since it proves what was circulated. An objection ends it, and you can circulate another text.',
      ),
      block.buttons(button('Who was told', 'meeting silence list', { silence: `S${id}` }), {
        ...button('Break the silence', 'meeting silence break', { silence: `S${id}` }, 'danger'),
        ask: true,
      }),
    )
  },
})

/**
 * A moment as it was typed, or the end of a number of days on which everybody works. What is said of it: where that day
 * ends last, and whether the members have no whole working day to object. Raises `UserError`.
 */
async function deadline(
  context: Context,
  groupId: number,
  text: string,
): Promise<{ readonly at: Date; readonly note?: string }> {
  const { now, zone } = context
  const days = /^(?:in |after |for )?(\d{1,3}|[a-z]{1,6}) (?:working|business|work) ?days?$/i.exec(
    text.trim(),
  )?.[1]
  if (days === undefined) {
    const at = momentTyped(text, now, zone)
    const first = await endOfWorkingDays(context, groupId, 1)
    if (first && at >= first.at) return { at }
    const end = first ? ` The first ends on ${formatMoment(first.at, zone)}.` : ''
    return { at, note: `The members have no whole working day in common until then.${end}` }
  }
  const word = counts.indexOf(days.toLowerCase())
  const count = word >= 0 ? word + 1 : Number(days)
  if (!(count >= 1) || count > mostDays)
    throw new UserError(`Give 1 to ${mostDays} working days, not “${shorten(text)}”.`, { option: 'until' })
  const last = await endOfWorkingDays(context, groupId, count)
  if (last === undefined)
    throw new UserError('The members do not have that many working days in common. Give a date and time.', {
      option: 'until',
    })
  return last.zone === zone
    ? { at: last.at }
    : { at: last.at, note: `That is the end of ${formatDay(last.day)} in ${last.zone}, where it ends last.` }
}

/** The evening of the last of `count` days on which everybody works, by the clock where that day ends last. */
async function endOfWorkingDays(
  { db, now, zone }: Context,
  groupId: number,
  count: number,
): Promise<{ readonly at: Date; readonly day: Day; readonly zone: string } | undefined> {
  const today = dayOf(now, zone)
  const guests = (await expectedInvitees(db, [groupId], today)).filter(({ as }) => as !== 'observer')
  const window = { from: now.getTime(), to: now.getTime() + 300 * 86_400_000 }
  // The working days are those of the duty stations, whoever is on leave.
  const { attendees } = await considered(db, { guests, groupIds: [groupId], window, now, absences: false })
  const day = commonWorkingDay(
    attendees.map(({ hours }) => hours),
    today,
    count,
  )
  if (day === undefined) return undefined
  const evenings = guests.map((guest) => ({ at: eveningOf(day, guest.zone), zone: guest.zone }))
  const last = evenings.reduce((one, other) => (other.at > one.at ? other : one), {
    at: eveningOf(day, zone),
    zone,
  })
  return { ...last, day }
}

function eveningOf(day: Day, zone: string): Date {
  const [year, month, date] = partsOf(day)
  const evening = instantAt({ year, month, day: date, hour: closingHour, minute: 0 }, zone)
  if (evening.kind === 'one') return evening.at
  return evening.kind === 'skipped' ? evening.after : evening.second
}

function momentTyped(text: string, now: Date, zone: string): Date {
  try {
    // A day alone ends in its evening, as working days do.
    const day = endOfTyped(text, { now, zone })
    return day ? eveningOf(dayOf(day.at, zone), zone) : readMoment(text, { now, zone }).at
  } catch (error) {
    if (error instanceof UserError) {
      const hint = isFewWords(text) ? ' Working days are given as “5 working days”.' : ''
      throw new UserError(`${error.message}${hint}`, { option: 'until' })
    }
    throw error
  }
}

/** A bare number, or days that are not said to be working days. */
function isFewWords(text: string): boolean {
  return /^\p{Nd}{1,3}$|days?$/iu.test(text.trim())
}
