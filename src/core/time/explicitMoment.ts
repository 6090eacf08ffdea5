import type { MomentSpan } from '../message.ts'
import { formatMoment } from './zone.ts'

/** `Sat 12 Dec 2026, 14:30 Europe/Vienna`, to stand beside the reader's own clock; the zone is always told. */
export function explicitMoment({ at, zone, style }: MomentSpan): string {
  const said = formatMoment(new Date(at), zone, style)
  return style === 'day' ? `${said}, ${zone}` : said.replace(/ \(([^()]*)\)$/, ' $1')
}
