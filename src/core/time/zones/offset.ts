import { tzOffset } from '@date-fns/tz'

/** Until 1972 some zones were apart from UTC by seconds, so that their minutes began within one of UTC's. */
const wholeMinutesFrom = Date.UTC(1973, 0, 1)

/** Within eight days no zone has changed its clock and changed it back. */
const spanMs = 8 * 86_400_000

/** Of each zone how far it was ahead of UTC where a span begins, by the span's number since 1970. */
const known = new Map<string, Map<number, number>>()
/** About four years. */
const mostSpans = 180

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds; not a number for no zone. */
export function offsetAt(at: number, zone: string): number {
  return steadyOffset(at, zone) ?? asked(at, zone)
}

/**
 * The same where the clock is not changed in the days around, which is looked up once for all of them; undefined where
 * it may be, for no zone, and before minutes were whole.
 */
export function steadyOffset(at: number, zone: string): number | undefined {
  if (!(at >= wholeMinutesFrom)) return undefined
  const span = Math.floor(at / spanMs)
  const offset = offsetFrom(span, zone)
  return offset === offsetFrom(span + 1, zone) ? offset : undefined
}

function offsetFrom(span: number, zone: string): number {
  const spans = known.get(zone) ?? new Map<number, number>()
  const before = spans.get(span)
  if (before !== undefined) return before
  if (spans.size >= mostSpans) spans.clear()
  const offset = asked(span * spanMs, zone)
  known.set(zone, spans.set(span, offset))
  return offset
}

function asked(at: number, zone: string): number {
  return tzOffset(zone, new Date(at)) * 60_000
}
