import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { addDays, startOfDay } from '../../../src/core/time/day.ts'
import { formatDuration } from '../../../src/core/time/duration.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import type { Slot } from '../../../src/meetings/slots/suggest.ts'
import { command } from '../../define.ts'
import { bestTimes } from './bestTimes.ts'
import { type ConsideredAttendee, lastCount } from './considered.ts'
import { groupsNamed } from './groupsNamed.ts'
import { refuseClosed } from './openGroups.ts'

const most = 5
const longestDays = 120
const mostNames = 12

export const suggest = command({
  name: 'suggest',
  about: 'The best times for a group, by working hours and absences',
  heading: 'Times for a meeting',
  options: {
    wg: required(option.groups({ about: 'The group, or several: A, B', onlyLed: true })),
    between: option.period({
      about: 'Which days, e.g. next week or 7-18 Dec',
    }),
    duration: option.duration({ about: 'One hour by default', min: 15, max: 600 }),
  },
  access: chairOf('wg'),
  examples: ['/meeting suggest ETCIP', '/meeting suggest ETCIP between:"7-18 Dec" duration:90m'],
  async run(context, { wg, between, duration: minutes = 60 }) {
    const { db, now, zone, today } = context
    await refuseClosed(context, wg, today)
    const days = between ?? { from: addDays(today, 1), to: addDays(today, 28) }
    const tomorrow = startOfDay(addDays(today, 1), zone).getTime()
    const window = {
      from: Math.max(startOfDay(days.from, zone).getTime(), tomorrow),
      to: startOfDay(addDays(days.to, 1), zone).getTime(),
    }
    if (window.to <= window.from)
      throw new UserError(`${formatPeriod(days)} has passed; give days ahead.`, { option: 'between' })
    if (window.to - window.from > longestDays * 86_400_000)
      throw new UserError(`That is too long; give at most ${longestDays} days.`, { option: 'between' })
    const names = groupsNamed(wg)
    const asked = { groupIds: wg.map(({ id }) => id), window, zone, minutes, limit: most, now }
    const { attendees, slots } = await bestTimes(db, asked)
    if (attendees.length === 0)
      throw new UserError(
        `Nobody in the directory stands for the members of ${names} in those days, so there is nobody to suit.`,
      )
    if (slots.length === 0)
      throw new UserError(`${formatPeriod(days)} has no time of ${formatDuration(minutes)} left.`, {
        option: 'between',
      })
    const exact = { wg: wg.map(({ acronym }) => acronym).join(', '), duration: `${minutes}m`, timezone: zone }
    return message(
      rich`The best times for ${names}, ${formatDuration(minutes)}, ${formatPeriod(days)}; ${counted(attendees.length, 'member')} considered:`,
      block.list(slots.map((slot, at) => slotLine(slot, at, attendees, zone))),
      ledger(attendees),
      block.buttons(
        ...slots.map((slot, at) => ({
          ...button(`Schedule ${at + 1}`, 'meeting schedule', { ...exact, start: slot.at.toISOString() }),
          ask: true,
        })),
        ...(slots.length > 1
          ? [
              {
                ...button('Put them to a vote', 'meeting poll open', {
                  ...exact,
                  slots: slots.map(({ at }) => at.toISOString()).join('; '),
                }),
                ask: true,
              },
            ]
          : []),
      ),
    )
  },
})

/** `1. Tue 8 Dec 2026, 14:00 (Europe/Paris): 20 of 24 within their hours; outside: WHO; at night: UNITAR`. */
export function slotLine(
  slot: Slot,
  at: number,
  attendees: readonly ConsideredAttendee[],
  zone: string,
): Rich {
  const names = (ids: readonly number[]) => {
    const found = [...new Set(attendees.filter(({ id }) => ids.includes(id)).map(({ name }) => name))]
    const more = found.length > mostNames ? ` and ${found.length - mostNames} more` : ''
    return `${found.slice(0, mostNames).join(', ')}${more}`
  }
  const parts = [
    ['outside their hours', slot.outside.filter((id) => !slot.atNight.includes(id))],
    ['far outside', slot.atNight],
    ['busy', slot.busy],
  ] as const
  const text = parts.flatMap(([what, ids]) => (ids.length > 0 ? [`; ${what}: ${names(ids)}`] : [])).join('')
  return rich`${at + 1}. ${moment(slot.at, zone)}: ${slot.within} of ${attendees.length} within their hours${text}`
}

/** Who bore the unsocial hours of the last meetings; it is offered, never imposed. */
function ledger(attendees: readonly ConsideredAttendee[]): Block | undefined {
  const burdened = Map.groupBy(attendees, ({ name }) => name)
  const counts = [...burdened]
    .map(([name, people]) => ({ name, times: Math.max(...people.map(({ unsocial }) => unsocial)) }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times || a.name.localeCompare(b.name, 'en'))
    .slice(0, mostNames)
  if (counts.length === 0) return undefined
  const list = counts.map(({ name, times }) => `${name} ${times}`).join(', ')
  return block.text(
    `Outside their hours in the last ${lastCount} meetings: ${list}. Times that spare them come first.`,
  )
}
