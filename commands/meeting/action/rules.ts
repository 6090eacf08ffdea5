import { comingActions } from '../../../db/meetings/record/comingActions.ts'
import { type DueAction, dueActions } from '../../../db/meetings/record/dueActions.ts'
import {
  actionsAsNow,
  openActions,
  settledActions,
  standingActions,
} from '../../../db/meetings/record/remindedActions.ts'
import type { Trx } from '../../../db/store/db.ts'
import { daysBefore, keysOf, type Rule, type Why } from '../../../src/core/feature/rule.ts'
import { type Message, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf, daysBetween, formatDay } from '../../../src/core/time/day.ts'
import { snoozeButtons } from '../../reminder/subjects.ts'
import { actionButtons } from './tellOwners.ts'

const key = 'action'

/** What reminds of an open action, and a week and two weeks after its day. */
export const actionDue: Rule<Trx, DueAction> = {
  key,
  about: 'An action that follows from a meeting',
  audience: [
    {
      who: 'those who own it that day',
      due: (trx, { now, moments, limit }) => dueActions(trx, key, moments, now, limit),
    },
  ],
  byDay: true,
  moments: [daysBefore(3), daysBefore(0), daysBefore(-7), daysBefore(-14)],
  stops: 'The action is done or handed over.',
  text: remind,
  why: whyOf,
  duty: true,
  standing: (trx, waited, now) => standingActions(trx, keysOf(waited), now),
  async coming(trx, { moments, ...asked }) {
    const found = await comingActions(trx, moments, asked)
    return found.map(({ at, id, what, dueOn, meetingTitle, personId, ownerRole, entityAcronym }) => ({
      at,
      what: rich`A${id} ${what}, due on ${formatDay(dueOn ?? '')} (${meetingTitle})`,
      to: { personId },
      why: ownerRole ?? (entityAcronym === null ? 'you own it' : `${entityAcronym} owns it`),
    }))
  },
  asNow: (trx, waited, now) => actionsAsNow(trx, keysOf(waited), now),
  open: (trx, said, now) => openActions(trx, keysOf(said), now),
  kinds: ['action'],
  words: (trx, settled) => settledActions(trx, keysOf(settled)),
  uselessAfter: (_due, now) => new Date(now.getTime() + 86_400_000),
}

function remind(due: DueAction, now: Date): Message {
  const { id, what, dueOn, meetingId, meetingTitle, groupAcronym, zone } = due
  const of = groupAcronym ? `${meetingTitle}, ${groupAcronym}` : meetingTitle
  return message(
    rich`${timeLeft(dueOn, dayOf(now, zone), leaverOf(due))}: A${id} ${what} (M${meetingId} ${of}).`,
    actionButtons(id),
    snoozeButtons(due.subject, ['tomorrow']),
  )
}

/** Why it is theirs and who set it. */
function whyOf(due: DueAction): Why {
  const { id, ownerRole, entityAcronym, groupAcronym, setBy } = due
  const left = leaverOf(due) !== undefined
  const role = ownerRole === null ? undefined : `${ownerRole}${groupAcronym ? ` of ${groupAcronym}` : ''}`
  return {
    as: left
      ? `a chair of ${groupAcronym ?? 'the group'}, since its owner left`
      : (role ?? (entityAcronym === null ? 'its owner' : `at ${entityAcronym}, whose action it is`)),
    by: setBy === null ? undefined : `${setBy} set it`,
    otherwise: `${left ? 'Somebody else’s' : 'Not yours'}? Hand it over: /meeting action hand-over A${id}.`,
  }
}

/** The owner who left, where somebody else is reminded of what was not handed over. */
function leaverOf({ ownerLeftOn, personName }: DueAction): string | undefined {
  return ownerLeftOn === null ? undefined : (personName ?? undefined)
}

function timeLeft(dueOn: string | null, today: string, leaver: string | undefined): string {
  const whose = leaver === undefined ? 'Your action' : `An action of ${leaver}, who left,`
  if (dueOn === null) return leaver === undefined ? 'An action of yours' : `An action of ${leaver}, who left`
  const days = daysBetween(today, dueOn)
  if (days === 0) return `${whose} is due today`
  if (days < 0) return `${whose} was due on ${formatDay(dueOn)}, ${counted(-days, 'day')} ago`
  return `${whose} is due in ${counted(days, 'day')}, on ${formatDay(dueOn)}`
}
