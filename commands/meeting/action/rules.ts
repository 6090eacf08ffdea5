import { comingActions } from '../../../db/meetings/record/comingActions.ts'
import { type DueAction, dueActions } from '../../../db/meetings/record/dueActions.ts'
import {
  actionsAsNow,
  actionsOfMeeting,
  openActions,
  settledActions,
  standingActions,
} from '../../../db/meetings/record/remindedActions.ts'
import type { Trx } from '../../../db/store/db.ts'
import { daysBefore, keysOf, type NoticeReason, numberOf, type Rule } from '../../../src/core/feature/rule.ts'
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
      who: 'those who own it that day; the chairs where nobody does',
      due: (trx, asked) => dueActions(trx, key, asked),
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
    return found.map(
      ({ at, id, what, dueOn, meetingTitle, personId, isOwned, ownerRole, entityAcronym }) => ({
        at,
        what: rich`A${id} ${what}, due on ${formatDay(dueOn ?? '')} (${meetingTitle})`,
        to: { personId },
        why:
          ownerRole ??
          (entityAcronym === null
            ? isOwned
              ? 'you own it'
              : 'nobody owns it, and you chair the group'
            : `${entityAcronym} owns it`),
      }),
    )
  },
  asNow: (trx, waited, now) => actionsAsNow(trx, keysOf(waited), now),
  open: (trx, waiting, now) => openActions(trx, keysOf(waiting), now),
  kinds: ['action'],
  words: (trx, settled) => settledActions(trx, keysOf(settled)),
  async settledBy(trx, changed) {
    const meeting = numberOf(changed, 'meeting')
    return meeting === undefined ? [] : (await actionsOfMeeting(trx, meeting)).map((one) => `action:${one}`)
  },
  uselessAfter: (_due, now) => new Date(now.getTime() + 86_400_000),
}

function remind(due: DueAction, now: Date): Message {
  const { id, what, dueOn, meetingId, meetingTitle, groupAcronym, zone } = due
  const of = groupAcronym ? `${meetingTitle}, ${groupAcronym}` : meetingTitle
  return message(
    rich`${timeLeft(dueOn, dayOf(now, zone), whoseOf(due))}: A${id} ${what} (M${meetingId} ${of}).`,
    actionButtons(due, due.ownerEntity !== null),
    snoozeButtons(due.subject, ['tomorrow']),
  )
}

/** Why it is theirs and who set it. */
function whyOf(due: DueAction): NoticeReason {
  const { id, ownerRole, entityAcronym, groupAcronym, setBy } = due
  const whose = whoseOf(due)
  const isTheirs = whose.kind === 'own' || whose.kind === 'entity'
  const role = ownerRole === null ? undefined : `${ownerRole}${groupAcronym ? ` of ${groupAcronym}` : ''}`
  return {
    as: isTheirs
      ? (role ?? (entityAcronym === null ? 'its owner' : `at ${entityAcronym}, whose action it is`))
      : `a chair of ${groupAcronym ?? 'the group'}, since ${whose.kind === 'left' ? 'its owner left' : 'nobody owns it'}`,
    by: setBy === null ? undefined : `${setBy} set it`,
    otherwise: `${isTheirs ? 'Not yours' : 'Somebody else’s'}? Hand it over: /meeting action hand-over A${id}.`,
  }
}

/** Whose the action is that somebody is reminded of: what nobody can do is asked of the chairs. */
type Whose =
  | { readonly kind: 'own' }
  /** Their entity's, whose people are all reminded until one of them takes it. */
  | { readonly kind: 'entity'; readonly name: string }
  | { readonly kind: 'nobody' }
  /** It was not handed over. */
  | { readonly kind: 'left'; readonly name: string }

function whoseOf(due: DueAction): Whose {
  const { ownerLeftOn, personName, ownerPerson, ownerEntity, ownerRole, entityAcronym } = due
  if (ownerLeftOn !== null && personName !== null) return { kind: 'left', name: personName }
  if (ownerEntity !== null && entityAcronym !== null) return { kind: 'entity', name: entityAcronym }
  return (ownerPerson ?? ownerEntity ?? ownerRole) ? { kind: 'own' } : { kind: 'nobody' }
}

function timeLeft(dueOn: string | null, today: string, whose: Whose): string {
  if (dueOn === null) return subjectOf(whose, 'An action of yours')
  const action = subjectOf(whose, 'Your action')
  const days = daysBetween(today, dueOn)
  if (days === 0) return `${action} is due today`
  if (days < 0) return `${action} was due on ${formatDay(dueOn)}, ${counted(-days, 'day')} ago`
  return `${action} is due in ${counted(days, 'day')}, on ${formatDay(dueOn)}`
}

function subjectOf(whose: Whose, own: string): string {
  if (whose.kind === 'own') return own
  if (whose.kind === 'entity') return `An action of ${whose.name}`
  return whose.kind === 'left' ? `An action of ${whose.name}, who left,` : 'An action that nobody owns'
}
