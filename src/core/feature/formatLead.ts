import { counted } from '../text/counted.ts'
import { formatClock } from '../time/quietHours.ts'
import type { Lead } from './lead.ts'

/** `1 day`, `7 days`, `2 hours`, `15 minutes`, as it stands before the word “before”. */
export function formatLead({ days, minutes }: Pick<Lead, 'days' | 'minutes'>): string {
  const parts = [
    days > 0 ? counted(days, 'day') : '',
    minutes > 0 && minutes % 60 === 0 ? counted(minutes / 60, 'hour') : '',
    minutes % 60 > 0 ? counted(minutes, 'minute') : '',
  ]
  return parts.filter((part) => part !== '').join(' and ') || 'at the moment itself'
}

/** `7 days before`, `1 day before, at 10:00`, `7 days after`, `on the day`. */
export function formatMoment(
  { days, minutes, at }: Lead,
  { after = false, byDay = false }: { readonly after?: boolean; readonly byDay?: boolean },
): string {
  const clock = at === undefined ? '' : ` at ${formatClock(at)}`
  if (days + minutes === 0) return `${byDay ? 'on the day' : formatLead({ days, minutes })}${clock}`
  return days + minutes > 0
    ? `${formatLead({ days, minutes })} ${after ? 'after' : 'before'}${clock}`
    : `${formatLead({ days: -days, minutes: -minutes })} after${clock}`
}
