import type { MomentSpan } from '../message.ts'
import { momentWords } from './zone.ts'

/** `Sat 12 Dec 2026, 14:30 Europe/Vienna`, to stand beside the reader's own clock; the zone is always told. */
export function explicitMoment({ at, zone, style }: MomentSpan): string {
  const { day, time } = momentWords(new Date(at), zone)
  if (style === 'day') return `${day}, ${zone}`
  return style === 'time' ? `${time} ${zone}` : `${day}, ${time} ${zone}`
}
