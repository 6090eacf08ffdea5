import { counted } from '../core/text/counted.ts'

const dayMs = 86_400_000

const who = {
  self: 'by themselves',
  coordinator: 'by the entity’s coordinator',
  secretariat: 'by the secretariat',
} as const

/** `confirmed 12 days ago by the entity’s coordinator`. */
export function freshnessWords(
  {
    confirmedAt,
    confirmedAs,
  }: { readonly confirmedAt: Date | null; readonly confirmedAs: keyof typeof who | null },
  now: Date,
): string {
  if (confirmedAt === null) return 'never confirmed'
  return `confirmed ${daysAgo(confirmedAt, now)}${confirmedAs === null ? '' : ` ${who[confirmedAs]}`}`
}

/** `today`, `yesterday`, `12 days ago`. */
export function daysAgo(at: Date, now: Date): string {
  const days = Math.floor((now.getTime() - at.getTime()) / dayMs)
  if (days <= 0) return 'today'
  return days === 1 ? 'yesterday' : `${counted(days, 'day')} ago`
}
