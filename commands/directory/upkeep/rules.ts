import {
  coordinatorsAhead,
  type NextConfirmation,
  peopleAhead,
} from '../../../db/directory/upkeep/nextConfirmations.ts'
import {
  type ColleaguesToConfirm,
  coordinatorsToAsk,
  peopleToAsk,
  type RecordToConfirm,
} from '../../../db/directory/upkeep/recordsToConfirm.ts'
import type { Trx } from '../../../db/store/db.ts'
import { nextWorkingClock } from '../../../src/core/feature/arrivalTime.ts'
import { handOverOffice } from '../../../src/core/feature/officeWords.ts'
import { onTime, type Rule, soonest } from '../../../src/core/feature/rule.ts'
import { block, button, headed, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf, weekdayOf } from '../../../src/core/time/day.ts'
import { wallTime } from '../../../src/core/time/zone.ts'
import { daysAgo } from '../../../src/directory/freshness.ts'

/** Somebody who has not answered within a month is asked again with the next quarter, or through their coordinator. */
const usefulDays = 30

/** Days ahead from which it is listed as coming. */
const listedDays = 60

/** Asked in working hours only, from the first one on. */
const firstHour = 9
const lastHour = 17
const weekdays = [1, 2, 3, 4, 5]

/** Asks everybody once a quarter whether their own record is still right. */
export const confirmOwnRecord: Rule<Trx, RecordToConfirm> = {
  key: 'still-you',
  about: 'Whether your record in the directory is still right',
  audience: [
    { who: 'whoever was not confirmed for a quarter', due: (trx, asked) => peopleToAsk(trx, asked) },
  ],
  moments: [onTime],
  urgency: 'bulk',
  stops: 'The person, their coordinator or the secretariat confirms the record, or the person leaves.',
  text: ({ name, title, entity, confirmedAt }, now) =>
    headed(
      'Your record',
      message(
        rich`Still you? The directory has you as ${name}${title ? `, ${title}` : ''}${entity ? ` (${entity})` : ''}.`,
        block.text(
          confirmedAt === null
            ? 'Nobody has confirmed it yet. One press is enough.'
            : `It was confirmed ${daysAgo(confirmedAt, now)}. One press is enough.`,
        ),
        block.buttons(
          button('Yes, still right', 'directory attest', { who: 'me' }, 'primary'),
          { ...button('Change something', 'profile edit'), ask: true },
          {
            ...button('I have left', 'directory wrong', { record: 'me', what: 'I have left this post.' }),
            ask: true,
          },
        ),
      ),
    ),
  duty: 'own',
  why: () => ({
    as: 'the person it is about: everybody is asked once a quarter',
    otherwise: 'A coordinator of your entity can confirm it for you.',
  }),
  async coming(trx, { personId, ...asked }) {
    const found = await peopleAhead(trx, { ...asked, personId, days: listedDays })
    const coming = found.map((one) => ({
      at: atWork(one),
      what: rich`Whether your record in the directory is still right`,
      to: { personId: one.personId },
      why: 'everybody is asked once a quarter',
    }))
    return soonest(coming, personId, asked.limit)
  },
  uselessAfter: (_, now) => new Date(now.getTime() + usefulDays * 86_400_000),
}

/** Asks coordinators for those who did not answer or cannot be asked. */
export const confirmColleagues: Rule<Trx, ColleaguesToConfirm> = {
  key: 'still-yours',
  about: 'Whether the records of your entity’s people are still right',
  audience: [
    {
      who: 'coordinators of entities with people who were not confirmed for a quarter and two weeks',
      due: (trx, asked) => coordinatorsToAsk(trx, asked),
    },
  ],
  moments: [onTime],
  urgency: 'bulk',
  stops: 'Everybody of the entity is confirmed.',
  text: ({ entity, names }) =>
    headed(
      'Records of your entity',
      message(
        rich`${counted(names.length, 'person', 'people')} of ${entity} ${names.length === 1 ? 'has' : 'have'} not been confirmed for more than a quarter: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' and others' : ''}.`,
        block.buttons(button('Look and confirm', 'directory attest', { who: 'mine' }, 'primary')),
      ),
    ),
  why: ({ entity }) => ({ as: `a coordinator of ${entity}`, otherwise: handOverOffice }),
  async coming(trx, { personId, ...asked }) {
    const found = await coordinatorsAhead(trx, { ...asked, personId, days: listedDays })
    const coming = found.map((one) => ({
      at: atWork(one),
      what: rich`Whether the records of ${one.entity}’s people are still right`,
      to: { personId: one.personId },
      why: `a coordinator of ${one.entity}`,
    }))
    return soonest(coming, personId, asked.limit)
  },
  duty: true,
  uselessAfter: (_, now) => new Date(now.getTime() + usefulDays * 86_400_000),
}

/** An instant, or the next morning on a weekday where it is outside working hours. */
function atWork({ at, zone }: NextConfirmation): Date {
  const { hour } = wallTime(at, zone)
  if (hour >= firstHour && hour < lastHour && weekdays.includes(weekdayOf(dayOf(at, zone)))) return at
  return nextWorkingClock(at, { zone, workingDays: weekdays, holidays: [] }, firstHour * 60)
}
