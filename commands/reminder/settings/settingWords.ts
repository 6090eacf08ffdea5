import type { Settings } from '../../../db/ledger/settings/reminderSettings.ts'
import { formatLead } from '../../../src/core/feature/formatLead.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'
import { capital } from '../../../src/core/text/text.ts'
import { formatClock } from '../../../src/core/time/quietHours.ts'
import { leadsAsTyped } from './leads.ts'

/** From when to when, in minutes after midnight; undefined where somebody has none of their own. */
export function quietHoursOf({ quietFrom, quietTo }: Settings): readonly [number, number] | undefined {
  return quietFrom === null || quietTo === null ? undefined : [quietFrom, quietTo]
}

export function leadsWords(leads: Settings['leads']): string {
  if (leads === null) return 'as usual: see /reminder rules'
  return leads.length === 0 ? 'never' : `${leads.map(withClock).join(', ')} before it`
}

export function quietWords(hours: readonly [number, number] | undefined, zone: string): string {
  if (hours === undefined)
    return `none of your own; reminders that are not urgent avoid the night (22:00-06:00, ${zone})`
  const [from, to] = hours
  return from === to
    ? 'none'
    : `${hours.map(formatClock).join('-')} (${zone}); what comes due then waits for their end, the urgent comes at once`
}

/** The settings as they are typed. */
export function asTyped({
  leads,
  quietFrom,
  quietTo,
  digestAt,
  via,
  weekly,
}: Settings): Readonly<Record<string, string>> {
  return {
    lead: leads === null ? 'default' : leadsAsTyped(leads),
    quiet:
      quietFrom === null || quietTo === null
        ? 'default'
        : quietFrom === quietTo
          ? 'off'
          : `${formatClock(quietFrom)}-${formatClock(quietTo)}`,
    digest: digestAt === null ? 'off' : formatClock(digestAt),
    via: via ?? 'auto',
    weekly: weekly === null ? 'off' : String(weekly),
  }
}

export function routeWords(via: string | null): string {
  if (via === null) return 'the platform that you used last'
  return via === 'email' ? 'e-mail' : capital(via)
}

function withClock(lead: Lead): string {
  return lead.at === undefined ? formatLead(lead) : `${formatLead(lead)} (at ${formatClock(lead.at)})`
}
