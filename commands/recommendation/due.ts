import { secretariatPeople } from '../../db/directory/people.ts'
import {
  followersOf,
  type Recommendation,
  recommendationsDue,
} from '../../db/recommendations/recommendations.ts'
import type { Trx } from '../../db/store/db.ts'
import { daysBefore, type Rule } from '../../src/core/feature/rule.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { type Day, dayOf, formatDay } from '../../src/core/time/day.ts'
import { askedBeforeList } from '../reminder/rules/askedBefore.ts'
import { type DutyDue, type DutyWindow, datedDuty } from '../reminder/rules/datedDuty.ts'

const key = 'recommendation'

/** An open recommendation, and whom it may be asked of. */
interface FollowUp extends Recommendation {
  readonly dueOn: Day
  readonly followers: readonly number[]
  readonly secretariat: readonly number[]
}

const { who, due, ...state } = datedDuty<FollowUp>(
  'those who follow it up; the secretariat where nobody does, and last',
  {
    key,
    open: openAround,
    nameOf: ({ id, dueOn }) => `${id}:${dueOn}`,
    subjectOf: ({ id }) => `recommendation:${id}`,
    asked({ followers, secretariat }, { days }, last) {
      const own = days === last && last < 0 ? [] : followers
      return own.length > 0 ? own : secretariat
    },
    mayBeAsked: ({ followers, secretariat }) => [...followers, ...secretariat],
    what: ({ id, country, dueOn }) => rich`REC${id} (${country}) is to be followed up by ${formatDay(dueOn)}`,
    roleOf,
  },
)

/** Reminds of recommendations: those who follow them up, and last the secretariat. */
export const recommendationDue: Rule<Trx, DutyDue<FollowUp>> = {
  key,
  about: 'A recommendation to be followed up',
  audience: [{ who, due }],
  byDay: true,
  moments: [14, 1, -7, -21].map(daysBefore),
  stops: 'It is implemented or not pursued (/recommendation status), or its day is moved.',
  urgency: 'bulk',
  text: ({ item: { id, country, body, status, dueOn }, askedBefore }, now) => {
    const when = dueOn < dayOf(now, 'UTC') ? 'was to be followed up by' : 'is to be followed up by'
    const values = { recommendation: `REC${id}` }
    return message(
      rich`REC${id} ${country}: ${body}. It ${when} ${formatDay(dueOn)} and is ${status}.`,
      askedBeforeList(askedBefore),
      block.buttons(
        { ...button('Say how it stands', 'recommendation status', values, 'primary'), ask: true },
        button('Open', 'recommendation show', values),
      ),
    )
  },
  why: ({ item, personId }) => ({
    as: roleOf(item, personId),
    by: `${item.addedBy} added it`,
    otherwise: 'Somebody else’s? The secretariat hands it over: /recommendation assign.',
  }),
  duty: 'own',
  line: ({ item: { id, country, dueOn } }) =>
    rich`REC${id} (${country}) is to be followed up by ${formatDay(dueOn)}`,
  ...state,
}

async function openAround(trx: Trx, { from, to }: DutyWindow): Promise<readonly FollowUp[]> {
  const open = (await recommendationsDue(trx, { from, to })).flatMap(({ dueOn, ...one }) =>
    dueOn === null ? [] : [{ ...one, dueOn }],
  )
  const followers = await followersOf(trx, open)
  const secretariat = open.length === 0 ? [] : await secretariatPeople(trx)
  return open.map((one) => ({ ...one, followers: followers.get(one.id) ?? [], secretariat }))
}

function roleOf({ followers, personId, entity }: FollowUp, reader: number): string {
  if (!followers.includes(reader)) return 'of the secretariat, which is asked last'
  return personId === null ? `at ${entity}, which follows it up` : 'the one who follows it up'
}
