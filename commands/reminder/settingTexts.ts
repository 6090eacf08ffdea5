import type { Settings } from '../../db/ledger/settings/reminderSettings.ts'
import { UserError } from '../../src/core/errors.ts'
import { daysBefore, type Lead, minutesBefore } from '../../src/core/feature/rule.ts'
import { shorten } from '../../src/core/text/text.ts'
import { readDuration } from '../../src/core/time/duration.ts'
import { readClock, readQuietHours } from '../../src/core/time/quietHours.ts'

const mostLeads = 6
const longestDays = 60

/** Leads of `7d, 1d and 15m`, the longest first; empty for `none`, null for `default`. Raises `UserError`. */
export function readLeads(text: string, option = 'lead'): readonly Lead[] | null {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  if (/^(default|house|reset)$/.test(typed)) return null
  if (/^(none|off|never|no)$/.test(typed)) return []
  const parts = typed
    .split(/[,;]|\band\b/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const minutes = [...new Set(parts.map((part) => minutesOf(part, option)))].sort((a, b) => b - a)
  if (minutes.length === 0 || minutes.length > mostLeads)
    throw new UserError(`Give one to ${mostLeads} lead times, such as “7d,1d,15m”.`, { option })
  return minutes.map((value) => (value % 1440 === 0 ? daysBefore(value / 1440) : minutesBefore(value)))
}

function minutesOf(part: string, option: string): number {
  const bare = part.replace(/ (?:before|ahead|in advance)$/, '')
  const [, weeks] = /^(\d{1,2}|a) ?w(?:eeks?)?$/.exec(bare) ?? []
  const minutes =
    weeks === undefined ? durationOf(bare, option) : (weeks === 'a' ? 1 : Number(weeks)) * 10_080
  if (minutes <= longestDays * 1440) return minutes
  throw new UserError(`“${shorten(part, 30)}” is too long: give at most ${longestDays} days.`, { option })
}

function durationOf(text: string, option: string): number {
  try {
    return readDuration(text)
  } catch {
    throw new UserError(
      `I cannot read “${shorten(text, 30)}” as a time before a meeting. Try “7d,1d,15m”, “none” or “default”.`,
      { option },
    )
  }
}

/** As `readLeads` reads them. */
export function leadsAsTyped(leads: readonly Lead[]): string {
  return leads.length === 0
    ? 'none'
    : leads.map(({ days, minutes }) => (days > 0 ? `${days}d` : `${minutes}m`)).join(',')
}

/** `off` has no quiet hours at all, `default` leaves them to the house. Raises `UserError`. */
export function readQuiet(text: string): Pick<Settings, 'quietFrom' | 'quietTo'> {
  const typed = text.trim().toLowerCase()
  if (/^(default|house|reset)$/.test(typed)) return { quietFrom: null, quietTo: null }
  if (/^(off|none|no|never)$/.test(typed)) return { quietFrom: 0, quietTo: 0 }
  const { from, to } = readQuietHours(text)
  return { quietFrom: from, quietTo: to }
}

/** Minutes after midnight of `8:00` or `yes`; null for `off`. Raises `UserError`. */
export function readDigest(text: string): number | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/^(?:daily )?(?:at )?/, '')
  if (/^(off|none|no|never|default)$/.test(typed)) return null
  const clock = /^(on|yes|daily|)$/.test(typed) ? 8 * 60 : readClock(typed)
  if (clock !== undefined) return clock
  throw new UserError(`I cannot read “${shorten(text, 30)}” as an hour. Try “8:00”, or “off”.`, {
    option: 'digest',
    choices: ['8:00', 'off'].map((value) => ({ label: value, value })),
  })
}

/** How many a week; null for `off`. Raises `UserError`. */
export function readWeekly(text: string): number | null {
  const typed = text.trim().toLowerCase()
  if (/^(off|none|no|all|default)$/.test(typed)) return null
  const [, count] = /^(\d{1,3})(?: ?(?:a|per|\/) ?week)?$/.exec(typed) ?? []
  if (count !== undefined) return Number(count)
  throw new UserError(
    `“${shorten(text, 30)}” is not a number. Give how many reminders a week may come, or “off”.`,
    {
      option: 'weekly',
    },
  )
}
