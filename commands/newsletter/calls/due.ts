import { morningsOf } from '../../../db/ledger/settings/mornings.ts'
import type { SilentPerson } from '../../../db/newsletter/calls/silent.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'
import type { Firing } from '../../../src/core/feature/rule.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { addDays, type Day, dayOf, daysBetween } from '../../../src/core/time/day.ts'

/** A call to one person of a silent entity. */
export interface UpdateCall extends Firing, SilentPerson {
  readonly personId: number
  readonly dueAt: Date
}

/** Who hears the first call, and when. */
export function firstCalls(rule: string, silent: readonly SilentPerson[]): readonly UpdateCall[] {
  return silent
    .filter(({ place }) => place === 1)
    .map((one) => callOf(one, one.beginsAt, [rule, one.newsletterId, one.entityId]))
}

/** Who is reminded of the closing day, and when, for each lead time; an extended issue reminds again. */
export async function callReminders(
  trx: Trx,
  rule: string,
  silent: readonly SilentPerson[],
  leads: readonly Lead[],
): Promise<readonly UpdateCall[]> {
  const asked = silent.filter(({ place }) => place === 1)
  return beforeClosing(trx, asked, leads, (one, lead) => [
    ...[rule, one.newsletterId, one.entityId],
    ...[closingDay(one), lead.name],
  ])
}

/** Who hears the last call: everybody of a silent entity but the one who was called all along, and who is away. */
export async function lastCalls(
  trx: Trx,
  rule: string,
  silent: readonly SilentPerson[],
  leads: readonly Lead[],
): Promise<readonly UpdateCall[]> {
  const asked = silent.filter(({ place, away }) => place > 1 && !away)
  return beforeClosing(trx, asked, leads, (one, lead) => [
    ...[rule, one.newsletterId, one.entityId, closingDay(one), lead.name],
    one.personId,
  ])
}

/** Of what is due, the last for each person and issue: what was missed is not made up for one by one. */
export function dueNow(calls: readonly UpdateCall[], now: Date): readonly UpdateCall[] {
  const latest = new Map<string, UpdateCall>()
  for (const call of calls) {
    const of = `${call.newsletterId}:${call.personId}`
    const before = latest.get(of)
    if (call.dueAt <= now && (!before || before.dueAt < call.dueAt)) latest.set(of, call)
  }
  return [...latest.values()]
}

function callOf(one: SilentPerson, dueAt: Date, key: readonly (string | number)[]): UpdateCall {
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

/**
 * In the morning of the reader’s day, the given days before the one with which the issue closes for them, or of the last
 * one before on which they work.
 */
async function beforeClosing(
  trx: Trx,
  silent: readonly SilentPerson[],
  leads: readonly Lead[],
  keyOf: (one: SilentPerson, lead: Lead) => readonly (string | number)[],
): Promise<readonly UpdateCall[]> {
  const asked = silent.flatMap((one) => leads.map((lead) => ({ one, lead })))
  const mornings = await morningsOf(
    trx,
    asked.map(({ one, lead }) => ({ personId: one.personId, day: dayBefore(one, lead), at: lead.at })),
  )
  return asked
    .map(({ one, lead }, at) => {
      const { days, minutes } = lead
      const from = days === 0 && minutes > 0 ? one.closesAt : (mornings[at] ?? one.closesAt)
      return callOf(one, new Date(from.getTime() - minutes * 60_000), keyOf(one, lead))
    })
    .filter(({ dueAt, beginsAt, closesAt }) => dueAt > beginsAt && dueAt < closesAt)
}

function dayBefore(one: SilentPerson, { days }: Lead): Day {
  return addDays(lastDayOf(one), -days)
}

/** The day with which an issue closes for somebody, as people of their zone would say. */
function lastDayOf({ closesAt, zone }: Pick<SilentPerson, 'closesAt' | 'zone'>): Day {
  return dayOf(new Date(closesAt.getTime() - halfDayMs), zone)
}

/** `today`, `tomorrow`, `in 5 days`, by the calendar of the reader; `tonight` for the early hours after today. */
export function inDays(call: Pick<UpdateCall, 'closesAt' | 'zone'>, now: Date): string {
  const [today, day, last] = [dayOf(now, call.zone), dayOf(call.closesAt, call.zone), lastDayOf(call)]
  const days = daysBetween(today, last)
  if (day === today) return 'today'
  if (days === 0) return 'tonight'
  if (days === 1) return day === last ? 'tomorrow' : 'tomorrow night'
  return `in ${counted(days, 'day')}`
}
