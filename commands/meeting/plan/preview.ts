import type { Clash } from '../../../db/meetings/clashes.ts'
import type { ExpectedInvitee } from '../../../db/meetings/expectedInvitees.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Db } from '../../../db/store/db.ts'
import { type Block, block, link, type Message, message, type Rich, rich } from '../../../src/core/message.ts'
import { clocks } from '../../../src/core/reach/clocks.ts'
import { nothingSent } from '../../../src/core/reach/reach.ts'
import { sentAtNight } from '../../../src/core/reach/sentAtNight.ts'
import { namesOf, type Reader, type Seated, whom } from '../../../src/core/reach/whom.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Context } from '../../define.ts'
import { readersAmong } from '../../records/askWhereMany.ts'
import { clashBlocks } from '../card.ts'
import { oddTime, workingThen } from './workingThen.ts'

type Time = Pick<Meeting, 'startsAt' | 'minutes' | 'zone'>

type Room = Partial<Pick<Meeting, 'kind' | 'place' | 'link'>>

/** Whether somebody should look first: many people would be written to, or the time is an odd one. */
export function mustAsk(
  { caller, confirmed, askAbove }: Context,
  people: readonly ExpectedInvitee[],
  time: Time | undefined,
): boolean {
  if (confirmed || !Number.isFinite(askAbove)) return false
  const others = people.filter(({ personId }) => personId !== caller.personId)
  return others.length > askAbove || (time !== undefined && others.length > 0 && oddTime(time) !== undefined)
}

/** What would be sent: to whom, at what hour of theirs, and what it clashes with. */
export async function preview(
  context: Context,
  what: Rich,
  {
    time,
    room,
    people,
    clashing,
    note,
    dates,
    dayIsSaid = false,
  }: {
    readonly time: Time
    /** What else the invitation says. */
    readonly room?: Room
    readonly people: readonly (Reader & Seated)[]
    readonly clashing: readonly Clash[]
    /** What else is to be known of the time. */
    readonly note?: string | undefined
    /** The meetings of a series, where several are meant. */
    readonly dates?: Block | undefined
    /** Whether it is said elsewhere that the day is one of a weekend. */
    readonly dayIsSaid?: boolean
  },
): Promise<Message> {
  const { db, now, zone } = context
  const odd = oddTime(time, dayIsSaid)
  const asleep = sentAtNight(await readersAmong(context, people), { at: now, neededBy: time.startsAt })
  return message(
    what,
    odd ? block.text(odd) : undefined,
    note === undefined ? undefined : block.text(note),
    dates,
    room && roomFields(room),
    whom(people),
    block.heading('By their clocks'),
    block.list([
      ...clocks(people, () => time.startsAt),
      ...(await availability(db, time, people)),
      ...(asleep === undefined ? [] : [asleep]),
    ]),
    ...clashBlocks(clashing, zone),
    nothingSent,
  )
}

function roomFields({ kind = 'regular', place, link: url }: Room): Block | undefined {
  const fields: [string, Rich | string][] = []
  if (kind !== 'regular') fields.push(['Kind', kind])
  if (place) fields.push(['Place', place])
  if (url) fields.push(['Link', rich`${link(url, url)}`])
  return fields.length > 0 ? block.fields(fields) : undefined
}

/** Whom the time does not suit: by their own hours, their days off and their calendars. */
async function availability(db: Db, time: Time, people: readonly Reader[]): Promise<readonly string[]> {
  const { outside, off, busy } = await workingThen(db, time, people)
  const found = [
    ['outside their working hours', outside],
    ['away or on a day off', off],
    ['busy then, by their calendars', busy],
  ] as const
  return [
    ...(outside.length + off.length === 0 ? ['Everybody is within their working hours.'] : []),
    ...found.flatMap(([what, who]) =>
      who.length > 0 ? [`${counted(who.length, 'person is', 'people are')} ${what}: ${namesOf(who)}`] : [],
    ),
  ]
}
