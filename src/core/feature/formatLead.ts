import { counted } from '../text/counted.ts'
import type { Lead } from './rule.ts'

/** `1 day`, `7 days`, `2 hours`, `15 minutes`, as it stands before the word “before”. */
export function formatLead({ days, minutes }: Pick<Lead, 'days' | 'minutes'>): string {
  const parts = [
    days > 0 ? counted(days, 'day') : '',
    minutes > 0 && minutes % 60 === 0 ? counted(minutes / 60, 'hour') : '',
    minutes % 60 > 0 ? counted(minutes, 'minute') : '',
  ]
  return parts.filter((part) => part !== '').join(' and ') || 'at the moment itself'
}
