import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import { issueOfUpdate } from '../../../db/newsletter/calls/issueOfUpdate.ts'
import { closedSilent } from '../../../db/newsletter/calls/over.ts'
import { silentPeople } from '../../../db/newsletter/calls/silent.ts'
import type { Trx } from '../../../db/store/db.ts'
import {
  daysBefore,
  keysOf,
  numberOf,
  onTime,
  type Rule,
  soonest,
  type WaitingFiring,
} from '../../../src/core/feature/rule.ts'
import type { UpcomingNotice, UpcomingQuery } from '../../../src/core/feature/upcomingNotice.ts'
import {
  block,
  button,
  headed,
  type Message,
  message,
  moment,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import { askedBeforeList } from '../../reminder/rules/askedBefore.ts'
import { snoozeButtons } from '../../reminder/subjects.ts'
import { type LateCall, withCalledBefore } from './calledBefore.ts'
import { callReminders, dueNow, firstCalls, inDays, lastCalls, type UpdateCall } from './due.ts'
import { calledInstead, callsAsNow, stillToCall } from './stillToCall.ts'

const stops = 'Something of the entity came, it said that there is nothing to report, or the issue closed.'

/** What all calls have in common. */
const shared = {
  stops,
  urgency: 'bulk',
  duty: true,
  why: ({ entity, openedBy }: UpdateCall) => ({
    as: `one of those who answer for ${entity}`,
    by: `${openedBy} opened the issue`,
    otherwise: 'Somebody else should? /newsletter contact names whom to call first.',
  }),
  uselessAfter: ({ closesAt }: UpdateCall) => closesAt,
  line,
  standing: stillToCall,
  asNow: callsAsNow,
  open: stillToCall,
  lapsed: (trx: Trx, settled: readonly WaitingFiring[], now: Date) => closedSilent(trx, keysOf(settled), now),
  async settledBy(trx: Trx, changed: string) {
    const update = numberOf(changed, 'update')
    const issue = update === undefined ? undefined : await issueOfUpdate(trx, update)
    return issue === undefined ? [] : [`newsletter:${issue}`]
  },
} as const

const callKey = 'newsletter-call'

/** Asks every entity for its contributions when an issue opens. */
export const newsletterCall: Rule<Trx, UpdateCall> = {
  ...shared,
  heirs: calledInstead,
  key: callKey,
  about: 'An issue of the newsletter is open',
  audience: [
    {
      who: 'one person of each entity: whom it agreed on, else its coordinator; another one while they are away',
      due: async (trx, { now, limit }) =>
        unsentCalls(trx, firstCalls(callKey, await silentPeople(trx, now)), now, limit),
    },
  ],
  moments: [onTime],
  coming: async (trx, asked) => ahead(firstCalls(callKey, await silentPeople(trx, asked.now)), asked),
  text: (call) =>
    headed(
      'Call for updates',
      message(
        rich`${called(call)} is open: please send what ${call.entity} has to report by ${moment(call.closesAt, call.zone)}.`,
        ...below(call),
      ),
    ),
}

const reminderKey = 'newsletter-reminder'

/** Reminds the entities that have not answered. */
export const newsletterReminder: Rule<Trx, UpdateCall> = {
  ...shared,
  heirs: calledInstead,
  key: reminderKey,
  about: 'An issue of the newsletter closes soon',
  audience: [
    {
      who: 'whoever was called first of each entity that has not answered',
      due: async (trx, { now, moments, limit }) =>
        unsentCalls(
          trx,
          await callReminders(trx, reminderKey, await silentPeople(trx, now), moments),
          now,
          limit,
        ),
    },
  ],
  moments: [daysBefore(7), daysBefore(2), daysBefore(1)],
  text: (call, now) =>
    headed(
      'Call for updates',
      message(
        rich`Nothing from ${call.entity} yet: ${called(call)} closes ${inDays(call, now)}, ${moment(call.closesAt, call.zone)}.`,
        ...below(call),
        snoozeButtons(call.subject, ['tomorrow']),
      ),
    ),
  coming: async (trx, asked) =>
    ahead(await callReminders(trx, reminderKey, await silentPeople(trx, asked.now), asked.moments), asked),
}

const lastKey = 'newsletter-last-call'

/** The last call goes to everybody else of an entity that has not answered. */
export const newsletterLastCall: Rule<Trx, LateCall> = {
  ...shared,
  key: lastKey,
  about: 'The last call for an issue of the newsletter',
  audience: [
    {
      who: 'the other people of each entity that has not answered, but those who are away',
      async due(trx, { now, moments, limit }) {
        const calls = await lastCalls(trx, lastKey, await silentPeople(trx, now), moments)
        return late(trx, await unsentCalls(trx, calls, now, limit), now)
      },
    },
  ],
  moments: [daysBefore(1)],
  asNow: async (trx, waited, now) => late(trx, await callsAsNow(trx, waited, now), now),
  coming: async (trx, asked) =>
    ahead(await lastCalls(trx, lastKey, await silentPeople(trx, asked.now), asked.moments), asked),
  text: (call, now) =>
    headed(
      'Last call for updates',
      message(
        rich`Last call: ${called(call)} closes ${inDays(call, now)}, ${moment(call.closesAt, call.zone)}, and nothing has come from ${call.entity}.`,
        block.text('Whoever answers for your entity first was called before and has not answered.'),
        askedBeforeList(call.askedBefore),
        ...below(call),
      ),
    ),
}

const late = (trx: Trx, calls: readonly UpdateCall[], now: Date) =>
  withCalledBefore(trx, [callKey, reminderKey], calls, now)

/** Calls that are still to come, if nothing comes of their entities. */
function ahead(
  calls: readonly UpdateCall[],
  { now, personId, limit }: UpcomingQuery,
): readonly UpcomingNotice[] {
  const coming = calls
    .filter(({ dueAt }) => dueAt > now)
    .map((call) => ({
      at: call.dueAt,
      what: line(call),
      to: { personId: call.personId },
      why: `you answer for ${call.entity}, from which nothing has come`,
    }))
  return soonest(coming, personId, limit)
}

async function unsentCalls(
  trx: Trx,
  calls: readonly UpdateCall[],
  now: Date,
  limit: number,
): Promise<readonly UpdateCall[]> {
  const due = dueNow(calls, now)
  const told = await recordedKeys(trx, keysOf(due))
  return due.filter(({ key }) => !told.has(key)).slice(0, limit)
}

function called({ number, periodFrom, periodTo }: UpdateCall): string {
  return `No. ${number} of the newsletter (${formatPeriod({ from: periodFrom, to: periodTo })})`
}

function line(call: UpdateCall): Rich {
  return rich`${called(call)} closes ${moment(call.closesAt, call.zone)}, and nothing has come from ${call.entity}`
}

function below(call: UpdateCall): Message['blocks'] {
  const period = `${call.periodFrom}..${call.periodTo}`
  return [
    ...(call.note === null ? [] : [block.text(call.note)]),
    block.buttons(
      button('Post an update', 'update post', {}, 'primary'),
      button('Nothing to report', 'newsletter pass', { period }),
    ),
  ]
}
