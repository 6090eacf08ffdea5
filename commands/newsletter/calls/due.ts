import type { SilentPerson } from '../../../db/newsletter/calls/silent.ts'
import type { Firing, Lead } from '../../../src/core/feature/rule.ts'
import { addDays, dayOf } from '../../../src/core/time/day.ts'
import { morningOf } from '../../../src/core/time/quietHours.ts'

/** A call to one person of a silent entity. */
export interface Call extends Firing, SilentPerson {
  readonly personId: number
  readonly dueAt: Date
}

/** Who hears the first call, and when. */
export function firstCalls(rule: string, silent: readonly SilentPerson[]): readonly Call[] {
  return silent
    .filter(({ place }) => place === 1)
    .map((one) => callOf(one, one.beginsAt, [rule, one.newsletterId, one.entityId]))
}

/** Who is reminded of the closing day, and when, for each lead time; an extended issue reminds again. */
export function callReminders(
  rule: string,
  silent: readonly SilentPerson[],
  leads: readonly Lead[],
): readonly Call[] {
  return silent
    .filter(({ place }) => place === 1)
    .flatMap((one) =>
      leads.map((lead) =>
        callOf(one, beforeClosing(one, lead), [
          rule,
          one.newsletterId,
          one.entityId,
          closingDay(one),
          lead.name,
        ]),
      ),
    )
    .filter(({ dueAt, beginsAt, closesAt }) => dueAt > beginsAt && dueAt < closesAt)
}

/** Who hears the last call: everybody of a silent entity but the one who was called all along, and who is away. */
export function lastCalls(
  rule: string,
  silent: readonly SilentPerson[],
  leads: readonly Lead[],
): readonly Call[] {
  return silent
    .filter(({ place, away }) => place > 1 && !away)
    .flatMap((one) =>
      leads.map((lead) =>
        callOf(one, beforeClosing(one, lead), [
          ...[rule, one.newsletterId, one.entityId, closingDay(one), lead.name],
          one.personId,
        ]),
      ),
    )
    .filter(({ dueAt, beginsAt, closesAt }) => dueAt > beginsAt && dueAt < closesAt)
}

/** Of what is due, the last for each person and issue: what was missed is not made up for one by one. */
export function dueNow(calls: readonly Call[], now: Date): readonly Call[] {
  const latest = new Map<string, Call>()
  for (const call of calls) {
    const of = `${call.newsletterId}:${call.personId}`
    const before = latest.get(of)
    if (call.dueAt <= now && (!before || before.dueAt < call.dueAt)) latest.set(of, call)
  }
  return [...latest.values()]
}

function callOf(one: SilentPerson, dueAt: Date, key: readonly (string | number)[]): Call {
  return {
    ...one,
    dueAt,
    key: key.join(':'),
    subject: `newsletter:${one.newsletterId}`,
    endsAt: one.closesAt,
  }
}

function closingDay({ closesAt }: SilentPerson): string {
  return dayOf(closesAt, 'UTC')
}

/** What closes early in the morning of a zone closes with the day before it, as people there would say. */
const halfDayMs = 12 * 3_600_000

/** In the morning of the reader’s day, so many days before the one with which the issue closes for them. */
function beforeClosing({ closesAt, zone }: SilentPerson, { days, minutes }: Lead): Date {
  if (days === 0 && minutes > 0) return new Date(closesAt.getTime() - minutes * 60_000)
  const day = addDays(dayOf(new Date(closesAt.getTime() - halfDayMs), zone), -days)
  return new Date(morningOf(day, zone).getTime() - minutes * 60_000)
}
