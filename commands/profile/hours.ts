import { isDeepStrictEqual } from 'node:util'

import { clearHours, hoursOf, setHours } from '../../db/directory/hours/hours.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, message } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import {
  countryOfZone,
  formatDayHours,
  formatWeekdays,
  partHours,
  readDayHours,
  readWeekdays,
  usualHours,
} from '../../src/core/time/workingTime.ts'
import { command } from '../define.ts'
import { countryName, hoursWords, weekWords } from './week.ts'

export const hours = command({
  name: 'hours',
  about: 'Your working hours and days, for meeting suggestions',
  heading: 'Working hours',
  options: {
    hours: option.text({ about: 'Start and end, e.g. 9:00-17:30; “usual” for the default hours', max: 40 }),
    days: option.text({ about: 'Which days, e.g. Mon-Fri or Sun-Thu', max: 80 }),
    country: option.text({ about: 'The country whose public holidays you keep, e.g. AT or Kenya', max: 60 }),
  },
  access: anyone,
  changes: true,
  examples: ['/profile hours 9:00-17:30 days:Mon-Thu', '/profile hours country:KE', '/profile hours'],
  async run(context, typed) {
    const { db, caller, zone } = context
    const before = await hoursOf(db, caller.personId)
    if (typed.hours !== undefined && isUsual(typed.hours)) {
      if (!before)
        return message('Your working hours are the usual ones already.', shown(undefined, zone), change)
      await clearHours(db, caller.personId)
      context.about(`person:${caller.personId}`)
      return message('Your working hours are the usual ones again.', shown(undefined, zone), undo(before))
    }
    if (Object.values(typed).every((value) => value === undefined))
      return message('Your working hours, by your own clock:', shown(before, zone), change)
    const parts = typed.hours === undefined ? undefined : partHours(typed.hours)
    const read = parts?.hours === undefined ? undefined : readDayHours(parts.hours)
    const days = typed.days ?? parts?.days
    const after = {
      workFrom: read?.from ?? before?.workFrom ?? usualHours.from,
      workTo: read?.to ?? before?.workTo ?? usualHours.to,
      workingDays:
        days === undefined ? (before?.workingDays ?? null) : usualOr(days, (text) => [...readWeekdays(text)]),
      country: typed.country === undefined ? (before?.country ?? null) : usualOr(typed.country, readCountry),
    }
    if (before && isDeepStrictEqual(after, { ...before }))
      return message('Your working hours are these already; nothing was changed.', shown(after, zone), change)
    await setHours(db, caller.personId, after)
    context.about(`person:${caller.personId}`)
    return message('Your working hours are set.', shown(after, zone), undo(before))
  },
})

function isUsual(text: string): boolean {
  return /^(?:usual|default|none|reset)$/i.test(text.trim())
}

/** What was typed as it is kept: null for the usual. Raises `UserError`. */
function usualOr<T>(text: string, read: (text: string) => T): T | null {
  return isUsual(text) ? null : read(text)
}

type Set = Awaited<ReturnType<typeof hoursOf>>

const change = block.buttons({ ...button('Change them', 'profile hours'), ask: true })

function shown(hours: Set, zone: string) {
  const country = hours?.country ?? countryOfZone(zone)
  const name =
    country && `${countryName(country) ?? country}${hours?.country ? '' : ', as your time zone says'}`
  return block.fields([
    ['Hours', `${hoursWords(hours)} (${zone})`],
    [
      'Days',
      `${weekWords(hours, zone)}; ${hours ? 'what can wait, or be said before,' : 'what counts down to something'} comes on these`,
    ],
    [
      'Holidays',
      name === undefined
        ? 'none kept; name a country with country:'
        : `${name}${hours ? '' : '; meetings avoid them, and reminders once your hours are set'}`,
    ],
  ])
}

function undo(before: Set) {
  if (!before) return block.buttons(button('Undo: the usual hours', 'profile hours', { hours: 'usual' }))
  const text = formatDayHours({ from: before.workFrom, to: before.workTo })
  return block.buttons(
    button('Undo: as before', 'profile hours', {
      hours: text,
      days: before.workingDays ? formatWeekdays(before.workingDays) : 'usual',
      country: before.country ?? 'usual',
    }),
  )
}

/** Raises `UserError`. */
function readCountry(text: string): string {
  const typed = text.trim()
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const found = codes.find(
    (code) =>
      countryName(code) !== undefined && (code === typed.toUpperCase() || same(countryName(code), typed)),
  )
  if (found) return found
  throw new UserError('I know no country of that name. Try its English name, or its code such as AT or KE.', {
    option: 'country',
  })
}

function same(one: string | undefined, other: string): boolean {
  return one?.localeCompare(other, 'en', { sensitivity: 'base' }) === 0
}
