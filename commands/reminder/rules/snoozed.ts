import { alreadyReminded } from '../../../db/ledger/reminders/alreadyReminded.ts'
import { noticesOfSnoozes } from '../../../db/ledger/reminders/snoozed.ts'
import { snoozesAhead, takeSnoozes, type WaitingSnooze } from '../../../db/ledger/reminders/snoozes.ts'
import type { Trx } from '../../../db/store/db.ts'
import { isSnooze } from '../../../src/core/feature/isSnooze.ts'
import {
  type Firing,
  numberOf,
  onTime,
  type Rule,
  type WaitingFiring,
} from '../../../src/core/feature/rule.ts'
import type { UpcomingNotice } from '../../../src/core/feature/upcomingNotice.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Message, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import { snoozeButtons } from '../subjects.ts'
import { standingSnoozes } from './standingSnoozes.ts'

/** What its own rule said so shortly before is not said again. */
const sameMs = 5 * 60_000

type SnoozeFiring = Firing & WaitingSnooze

/** A reminder that somebody put off, if it is still true when its time comes, by the rule of `rules` it came from. */
export function snoozedReminders(rules: () => readonly Rule<Trx>[]): Rule<Trx, SnoozeFiring> {
  return {
    key: 'snooze',
    about: 'A snoozed reminder',
    audience: [
      {
        who: 'the person who snoozed it',
        async due(trx, { now, limit }) {
          const ended = await takeSnoozes(trx, now, limit)
          const since = new Date(now.getTime() - sameMs)
          const said = await alreadyReminded(
            trx,
            ended.map(({ id }) => id),
            since,
          )
          const taken = ended.filter(({ id }) => !said.has(id))
          const standing = await standingSnoozes(trx, rules(), taken, now)
          const bodies = await bodiesNow(trx, rules(), standing, now)
          return standing.map((snooze) => ({
            ...snooze,
            key: `snooze:${snooze.id}`,
            body: bodies.get(snooze.id) ?? snooze.body,
          }))
        },
      },
    ],
    takes: true,
    moments: [onTime],
    stops:
      'It is done, the meeting is cancelled, declined or has begun, the reminder was cancelled, or the person wants it no more.',
    // Somebody chose the very hour.
    urgency: 'urgent',
    punctual: true,
    text: again,
    // It repeats a reminder, which ends with a why of its own.
    why: () => undefined,
    uselessAfter: ({ meeting }) => (meeting ? new Date(meeting.startsAt) : undefined),
    open: (trx, waiting, now) => openAgain(trx, rules(), waiting, now),
    words: (trx, settled) => wordsAgain(trx, rules(), settled),
    async coming(trx, { now, personId, limit }) {
      const waiting = await snoozesAhead(trx, personId, limit)
      return (await standingSnoozes(trx, rules(), waiting, now)).map(
        (one): UpcomingNotice => ({
          at: one.until,
          // What somebody set for themselves is nobody else's business.
          what: personId === null ? rich`Z${one.id}` : rich`Z${one.id} ${heard(one)}`,
          to: { personId: one.personId },
          why: 'snoozed',
        }),
      )
    },
  }
}

/** A reminder that was said again, as its own rule knows it. */
interface Repeated extends WaitingFiring {
  /** The key under which it was said again. */
  readonly repeat: string
}

/** What was said again, by the rules it came from. */
async function byRules(trx: Trx, rules: readonly Rule<Trx>[], waiting: readonly WaitingFiring[]) {
  const ids = waiting.flatMap(({ key }) => numberOf(key, 'snooze') ?? [])
  const notices = await noticesOfSnoozes(trx, ids)
  return [...Map.groupBy(notices, ({ rule }) => rule)].map(([key, own]) => ({
    rule: rules.find((one) => one.key === key),
    own: own.map(({ id, ...notice }): Repeated => ({ ...notice, repeat: `snooze:${id}` })),
  }))
}

/** Of what was said again, what still asks for something; a rule that does not tell leaves its buttons. */
async function openAgain(
  trx: Trx,
  rules: readonly Rule<Trx>[],
  waiting: readonly WaitingFiring[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const open = new Set<string>()
  for (const { rule, own } of await byRules(trx, rules, waiting)) {
    const still = await rule?.open?.(trx, own, now)
    for (const { key, repeat } of own) if (isOfRoom(key) || (still?.has(key) ?? true)) open.add(repeat)
  }
  return open
}

/** What was said in a room names no person at the end of its key; one answer is not that of all. */
function isOfRoom(key: string): boolean {
  return !/:\d+$/.test(key)
}

async function wordsAgain(
  trx: Trx,
  rules: readonly Rule<Trx>[],
  settled: readonly WaitingFiring[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const { rule, own } of await byRules(trx, rules, settled)) {
    const words = await rule?.words?.(trx, own)
    for (const { key, repeat } of own) found.set(repeat, words?.get(key) ?? 'Settled')
  }
  return found
}

/** What their rules say of them now, by the numbers of the snoozes: what was tomorrow may be today. */
async function bodiesNow(
  trx: Trx,
  rules: readonly Rule<Trx>[],
  snoozes: readonly WaitingSnooze[],
  now: Date,
): Promise<ReadonlyMap<number, Message>> {
  const bodies = new Map<number, Message>()
  for (const [key, own] of Map.groupBy(snoozes, ({ rule }) => rule)) {
    const rule = rules.find((one) => one.key === key)
    const firings = (await rule?.asNow?.(trx, own, now)) ?? []
    for (const { id, key: of, personId } of own) {
      const firing = firings.find((one) => one.key === of)
      // A text written for an alternate stays as it is.
      if (rule && firing?.personId === personId)
        bodies.set(id, withReason(rule.text(firing, now), rule.why(firing), false))
    }
  }
  return bodies
}

/** What it is about, in words that are true whenever they are read. */
function heard({ meeting, reminder, body, zone }: WaitingSnooze): Rich {
  if (meeting) return rich`${meeting.title}, ${moment(new Date(meeting.startsAt), zone)}`
  return reminder ? rich`${reminder.text}` : body.summary
}

function again(snooze: SnoozeFiring): Message {
  const { subject, meeting, body } = snooze
  return message(
    rich`Again, as you asked: ${heard(snooze)}`,
    ...body.blocks.filter((one) => !isSnooze(one)),
    snoozeButtons(subject, meeting ? ['10m', 'before'] : ['10m', '1h', 'tomorrow']),
  )
}
