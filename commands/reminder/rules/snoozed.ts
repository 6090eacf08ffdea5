import { snoozesAhead, takeSnoozes, type WaitingSnooze } from '../../../db/ledger/reminders/snoozes.ts'
import type { Trx } from '../../../db/store/db.ts'
import { type Coming, type Firing, onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { type Block, type Message, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import { snoozeButtons } from '../subjects.ts'

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
          const taken = await takeSnoozes(trx, now, limit)
          const standing = await stillAsked(trx, rules(), taken, now)
          return standing
            .filter((snooze) => stands(snooze, now))
            .map((snooze) => ({ ...snooze, key: `snooze:${snooze.id}` }))
        },
      },
    ],
    moments: [onTime],
    stops:
      'It is done, the meeting is cancelled or has begun, the reminder was cancelled, or the person lets it be.',
    // Somebody chose the very hour.
    urgency: 'urgent',
    punctual: true,
    text: again,
    // It repeats a reminder, which ends with a why of its own.
    why: () => undefined,
    uselessAfter: ({ meeting }) => (meeting ? new Date(meeting.startsAt) : undefined),
    async coming(trx, { personId, limit }) {
      const waiting = await snoozesAhead(trx, personId, limit)
      return waiting.map(
        (one): Coming => ({
          at: one.until,
          what: rich`Z${one.id} ${heard(one)}`,
          who: one.name,
          why: 'snoozed',
        }),
      )
    },
  }
}

/** Leaves out what was done in the meantime. */
async function stillAsked(
  trx: Trx,
  rules: readonly Rule<Trx>[],
  snoozes: readonly WaitingSnooze[],
  now: Date,
): Promise<readonly WaitingSnooze[]> {
  const kept: WaitingSnooze[] = []
  for (const [key, own] of Map.groupBy(snoozes, ({ rule }) => rule)) {
    const rule = rules.find((one) => one.key === key)
    const open = rule?.duty ? (rule.open ?? rule.standing) : undefined
    const still = await open?.(trx, own, now)
    kept.push(...own.filter((one) => still?.has(one.key) ?? true))
  }
  return kept
}

function stands({ meeting, reminder }: WaitingSnooze, now: Date): boolean {
  if (meeting) return meeting.scheduled && new Date(meeting.startsAt) > now
  return !reminder?.cancelled
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

function isSnooze(one: Block): boolean {
  return one.kind === 'buttons' && one.buttons.some(({ command }) => command === 'reminder snooze')
}
