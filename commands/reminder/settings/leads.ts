import { UserError } from '../../../src/core/errors.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'
import { daysBefore, minutesBefore } from '../../../src/core/feature/rule.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { readDuration } from '../../../src/core/time/duration.ts'
import { formatClock, readClock } from '../../../src/core/time/quietHours.ts'

const mostLeads = 6
const longestDays = 60

/** What a subject takes of leads. */
export interface LeadKind {
  readonly option: string
  /** Its subject is a day, so a lead in hours has no meaning. */
  readonly byDay?: boolean
  /** It may be reminded of after its day, too. */
  readonly after?: boolean
}

/**
 * Leads of `7d, 1d at 10:00 and 15m`, the longest first; empty for `none`, null for `default`. Raises `UserError`.
 */
export function readLeads(text: string, kind: LeadKind = { option: 'lead' }): readonly Lead[] | null {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  if (/^(default|house|reset)$/.test(typed)) return null
  if (/^(none|off|never|no)$/.test(typed)) return []
  const parts = withUnits(
    typed
      .split(/[,;/]|\band\b/u)
      .flatMap((part) => partsOf(part.trim()))
      .filter((part) => part !== ''),
    kind,
  )
  const leads = new Map(parts.map((part) => leadOf(part, kind)).map((lead) => [lead.name, lead]))
  if (leads.size === 0 || leads.size > mostLeads)
    throw new UserError(`Give one to ${mostLeads} lead times, such as “7d,1d,15m”.`, { option: kind.option })
  return [...leads.values()].sort(
    (a, b) => b.days - a.days || b.minutes - a.minutes || (a.at ?? 0) - (b.at ?? 0),
  )
}

const unit = /^\S+? ?(weeks?|days?|hours?|minutes?|mins?|[wdhm])\b/

const bare = /^\d{1,4}$/

/** A number alone has the unit of what follows it, as in `7, 2 and 1 days`; else it is of days where all are. */
function withUnits(parts: readonly string[], { option, byDay = false }: LeadKind): readonly string[] {
  const texts: string[] = []
  let of = byDay ? 'd' : undefined
  for (const part of parts.toReversed()) {
    const isBare = bare.test(part)
    if (!isBare) of = unit.exec(part)?.[1] ?? of
    else if (of === undefined)
      throw new UserError(`“${part}” may be ${part} days, hours or minutes. Which one?`, {
        option,
        choices: ['d', 'h', 'm'].map((each) => {
          const meant = parts.map((one) => (bare.test(one) ? `${one}${each}` : one)).join(',')
          return { label: meant, value: meant }
        }),
      })
    texts.unshift(isBare ? `${part} ${of}` : part)
  }
  return texts
}

const amount = /^\d{1,5} ?(?:w|d|h|m)(?:[a-z]{1,6})?$/

/** Hours with their minutes, as `1h 30m`, are one length. */
const hoursAndMinutes = /^\d{1,5} ?h[a-z]{0,6} \d{1,5} ?m[a-z]{0,6}$/

/** `7d 1d 15m` is three lengths, though nothing parts them. */
function partsOf(typed: string): readonly string[] {
  if (hoursAndMinutes.test(typed)) return [typed]
  const words = typed.split(/ (?=\d)/)
  return words.every((word) => amount.test(word)) ? words : [typed]
}

function leadOf(part: string, kind: LeadKind): Lead {
  const { option } = kind
  const [length = part, clock] = part.split(/@| at /).map((one) => one.trim())
  const minutes = minutesOf(length, kind)
  const days = minutes / 1440
  if (!Number.isInteger(days)) {
    if (kind.byDay)
      throw new UserError(
        `“${shorten(part, 30)}” is not a number of days, and this is about a day. Try “3d” or “3d at 10:00”.`,
        {
          option,
        },
      )
    if (clock !== undefined)
      throw new UserError(`“${shorten(part, 30)}” names an hour twice. Try “2h” or “1d at 10:00”.`, {
        option,
      })
    return minutesBefore(minutes)
  }
  if (clock === undefined) return daysBefore(days)
  const at = readClock(clock)
  if (at === undefined)
    throw new UserError(`I cannot read “${shorten(clock, 30)}” as an hour. Try “1d at 10:00”.`, { option })
  return { ...daysBefore(days), name: `${days}d@${formatClock(at).replace(':', '')}`, at }
}

/** Before the subject; negative after it. */
function minutesOf(part: string, { option, byDay = false, after = false }: LeadKind): number {
  const bare = part.replace(/ (?:before|ahead|in advance)$/, '')
  if (byDay && /^(?:0 ?d(?:ays?)?|(?:on )?(?:the|that|its) (?:same )?day(?: itself)?|same day)$/.test(bare))
    return 0
  const [, sign, later] = /^([-−]?)(.*?)( (?:after|later))?$/.exec(bare) ?? []
  const isAfter = sign !== '' || part.endsWith(' after') || part.endsWith(' later')
  if (isAfter && !after)
    throw new UserError(
      `“${shorten(part, 30)}” is after it: give times before, such as “7d” or “1d at 10:00”.`,
      {
        option,
      },
    )
  const length = later ?? bare
  const [, weeks] = /^(\d{1,2}|a) ?w(?:eeks?)?$/.exec(length) ?? []
  const minutes =
    weeks === undefined ? durationOf(length, option) : (weeks === 'a' ? 1 : Number(weeks)) * 10_080
  if (minutes <= longestDays * 1440) return isAfter ? -minutes : minutes
  throw new UserError(`“${shorten(part, 30)}” is too long: give at most ${longestDays} days.`, { option })
}

function durationOf(text: string, option: string): number {
  try {
    return readDuration(text)
  } catch {
    throw new UserError(
      `I cannot read “${shorten(text, 30)}” as a time before it. Try “7d,1d,15m”, “1d at 10:00”, “none” or “default”.`,
      { option },
    )
  }
}

/** As `readLeads` reads them. */
export function leadsAsTyped(leads: readonly Lead[]): string {
  return leads.length === 0 ? 'none' : leads.map(leadAsTyped).join(',')
}

function leadAsTyped({ days, minutes, at }: Lead): string {
  if (minutes > 0) return `${minutes}m`
  return at === undefined ? `${days}d` : `${days}d at ${formatClock(at)}`
}
