import { type Message, message } from '../../src/core/message.ts'
import { formatMoment } from '../../src/core/time/zone.ts'
import { readZone } from '../../src/core/time/zones/readZone.ts'
import type { Context } from '../define.ts'

/** What the clocks show in a place, and by the caller’s own where these differ. Raises `UserError` for no place that has a zone. */
export function timeThere(place: string, { now, zone }: Pick<Context, 'now' | 'zone'>): Message {
  const asked = place.replace(/ (?:now|right now|at the moment)$/i, '').replace(/^(?:in|at) /i, '')
  const there = /^here$/i.test(asked) ? zone : readZone(asked.replace(/ time$/i, ''))
  const shown = formatMoment(now, there)
  const own = formatMoment(now, zone)
  return message(shown === own ? `It is ${shown}.` : `It is ${shown}; for you it is ${own}.`)
}
