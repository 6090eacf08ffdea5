import { UserError } from '../../../core/errors.ts'
import {
  addDays,
  type Day,
  dayOf,
  formatDay,
  startOfDay,
  type TimeReference,
  type TypedMoment,
} from '../../../core/time/day.ts'
import { spanNamed } from '../../../core/time/phrases/sameInSpan.ts'

const dayMs = 86_400_000

/** Two moments of which any other may be moved: on different weekdays, in different weeks and hours. */
const anyMoved = [
  [3, 13.5],
  [12, 16.25],
] as const

/** How a text that is read beside what is moved can be put so that it is read alike next week; undefined where that is not needed or cannot be. */
export function besideAny(
  text: string,
  here: TimeReference,
  read: (at: TimeReference, base: TimeReference['base'], text?: string) => TypedMoment | UserError,
): string | undefined {
  const today = dayOf(here.now, here.zone)
  const bases = anyMoved.map(([days, hours]) => ({
    at: new Date(startOfDay(addDays(today, days), here.zone).getTime() + hours * 3_600_000),
    zone: here.zone,
  }))
  const moments = (at: TimeReference, typed: string) =>
    bases.map((base) => {
      const moment = read(at, base, typed)
      return moment instanceof UserError ? undefined : moment.at.getTime()
    })
  const now = moments(here, text)
  const isAsNow = (others: readonly (number | undefined)[]) => others.every((one, at) => one === now[at])
  const known = now.filter((one) => one !== undefined)
  // What is read alike whatever is moved names its own hour.
  if (known.length === 0 || (known.length > 1 && known[0] === known[1])) return undefined
  if (afterwards(here).every((at) => isAsNow(moments(at, text)))) return undefined
  const days = known.map((at) => dayOf(new Date(at), here.zone))
  const [day, other] = days
  const lasting = day === other ? day : inNamedSpan(text, today)
  return lasting !== undefined && isAsNow(moments(here, lasting)) ? lasting : undefined
}

/** `next week at 15:00` and `this month` with their days by name; undefined for any other text. */
function inNamedSpan(text: string, today: Day): string | undefined {
  const named = /(?<!\p{L})(?:this|next|coming) (?:week|month)(?!\p{L})/iu.exec(text)?.[0]
  const span = named === undefined ? undefined : spanNamed(named, today)
  return span && named && text.replace(named, `${formatDay(span.from)} to ${formatDay(span.to)}`)
}

/** The days on which a choice may be pressed late. */
export function afterwards(here: TimeReference): readonly TimeReference[] {
  return [1, 8].map((days) => ({ ...here, now: new Date(here.now.getTime() + days * dayMs) }))
}
