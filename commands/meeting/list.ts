import { listMeetings } from '../../db/meetings/meetings.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, message, moment, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { addDays, dayOf, formatDay, startOfDay } from '../../src/core/time/day.ts'
import { command } from '../define.ts'
import { pageOption, rowsFor } from '../records/pages.ts'
import { presentTexts } from '../records/present.ts'
import { statusOf } from './card.ts'

const pageSize = 25

/** No meeting is planned further ahead, in milliseconds. */
const farMs = 20 * 365 * 86_400_000

/** The last page to which the meetings before it are counted, so that no page costs more than this. */
const mostCounted = 20

export const list = command({
  name: 'list',
  about: 'The joint calendar: meetings from today on, or of some days',
  heading: 'Meetings',
  options: {
    wg: option.group({ about: 'One working group alone' }),
    mine: option.choice({
      about: 'Those you are invited to',
      choices: ['mine'],
      also: { mine: ['my', 'own', 'my own', 'my meetings', 'for me', 'of mine'] },
      trailing: true,
    }),
    when: option.choice({
      about: 'Of the last ninety days, or ahead',
      choices: ['past', 'ahead'],
      also: {
        ahead: ['upcoming', 'coming up', 'upcoming meetings', 'future', 'all'],
        past: ['earlier', 'previous', 'the past', 'past meetings', 'past ones'],
      },
      trailing: true,
    }),
    in: option.period({ ahead: true, about: 'Which days, e.g. this week or December' }),
    from: option.day({ about: 'First day; today if none' }),
    to: option.lastDay({ about: 'Last day; ninety days on by default' }),
    page: pageOption,
    after: option.record({ about: 'M12: only what follows this meeting', prefix: 'M' }),
  },
  access: anyone,
  examples: [
    '/meeting list',
    '/meeting list mine',
    '/meeting list past',
    '/meeting list December',
    '/meeting list wg:ETCIP from:2026-11-01 to:2026-12-31',
  ],
  async run(
    { db, now, zone, today, caller },
    { wg, mine, when, in: span, from, to, page: asked, after = null },
  ) {
    const ends = to ?? span?.to ?? (when === 'past' ? today : undefined)
    const first = from ?? span?.from ?? (ends !== undefined && when === 'past' ? addDays(ends, -90) : today)
    const last = ends ?? addDays(first, 90)
    if (last < first) {
      throw new UserError(`The last day, ${formatDay(last)}, is before the first, ${formatDay(first)}.`, {
        option: 'to',
      })
    }
    const night = startOfDay(addDays(last, 1), zone)
    // Today’s meetings are past once they have begun.
    const between = { from: startOfDay(first, zone), to: when === 'past' && night > now ? now : night }
    const at = asked ?? 1
    if (after === null && at > mostCounted) {
      throw new UserError(
        `Pages from ${mostCounted + 1} on are reached page by page, or by their days: from: and to:.`,
        { option: 'page' },
      )
    }
    const rows = await listMeetings(db, {
      groupId: wg?.id ?? null,
      personId: mine ? caller.personId : null,
      ...between,
      // Where nobody named a last day, the first meeting beyond it is told too.
      ...(ends === undefined && { to: new Date(night.getTime() + farMs) }),
      after,
      // The page of a named meeting begins with what follows it, so nothing is skipped.
      ...rowsFor(after === null ? at : 1, pageSize),
    })
    const found = rows.filter(({ startsAt }) => startsAt < between.to)
    const beyond = found.length > pageSize ? undefined : rows.find(({ startsAt }) => startsAt >= between.to)
    const later = beyond && [
      block.text(
        rich`Beyond these days comes M${beyond.id} ${beyond.title}, ${moment(beyond.startsAt, zone)}.`,
      ),
      block.buttons(
        button(
          'Later meetings',
          'meeting list',
          presentTexts({ wg: wg?.acronym, mine, from: dayOf(beyond.startsAt, zone) }),
        ),
      ),
    ]
    const whose = `${wg ? ` of ${wg.acronym}` : ''}${mine ? ' to which you are invited' : ''}`
    const days = first === last ? `on ${formatDay(first)}` : `from ${formatDay(first)} to ${formatDay(last)}`
    if (found.length === 0)
      return message(`No ${at > 1 ? 'more ' : ''}meetings${whose} ${days}.`, ...(later ?? []))
    const shown = found.slice(0, pageSize)
    const paged = at > 1 || found.length > pageSize ? `, page ${at}` : ''
    return message(
      `${counted(shown.length, 'meeting')}${whose} ${days}${paged}:`,
      block.list(
        shown.map((meeting) => {
          const state =
            meeting.status === 'scheduled'
              ? `${counted(meeting.yes, 'entity', 'entities')} said yes`
              : statusOf(meeting)
          const group = meeting.groupAcronym ? ` (${meeting.groupAcronym})` : ''
          return rich`M${meeting.id} ${moment(meeting.startsAt, zone)}: ${meeting.title}${group}, ${state}`
        }),
      ),
      found.length > pageSize
        ? block.buttons(
            button(
              'Next page',
              'meeting list',
              presentTexts({
                ...{ wg: wg?.acronym, mine, from: first, to: ends === undefined ? undefined : last },
                ...{ page: String(at + 1), after: `M${shown.at(-1)?.id}` },
              }),
            ),
          )
        : undefined,
      ...(later ?? []),
    )
  },
})
