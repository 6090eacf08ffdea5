import { secretariatPeople } from '../../db/directory/people.ts'
import type { AskedBefore } from '../../db/ledger/askedBefore.ts'
import { toldKeys } from '../../db/ledger/toldKeys.ts'
import {
  followers,
  type Recommendation,
  recommendationsDue,
} from '../../db/recommendations/recommendations.ts'
import type { Trx } from '../../db/store/db.ts'
import { daysBefore, type Firing, type Lead, type Rule, type Waited } from '../../src/core/feature/rule.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { addDays, type Day, dayOf, endOfDay, formatDay } from '../../src/core/time/day.ts'
import { toldList, withTold } from '../reminder/rules/told.ts'

const key = 'recommendation'
const longestDays = 60

/** A recommendation to be followed up, to one person. */
interface DueOne extends Firing {
  readonly personId: number
  readonly one: Recommendation
  readonly dueOn: Day
  readonly why: string
}

/** Reminds of recommendations: those who follow them up, and last the secretariat. */
export const recommendationDue: Rule<Trx, DueOne & { readonly told: readonly AskedBefore[] }> = {
  key,
  about: 'A recommendation to be followed up',
  audience: [
    {
      who: 'those who follow it up; the secretariat where nobody does, and last',
      due: async (trx, { now, moments, limit }) =>
        withTold(trx, key, (await dueNow(trx, now, moments)).slice(0, limit), now),
    },
  ],
  moments: [14, 1, -7, -21].map(daysBefore),
  stops: 'It is implemented or not pursued (/recommendation status), or its day is moved.',
  urgency: 'bulk',
  text: ({ one, dueOn, told }, now) => {
    const when = dueOn < dayOf(now, 'UTC') ? 'was to be followed up by' : 'is to be followed up by'
    const item = { recommendation: `REC${one.id}` }
    return message(
      rich`REC${one.id} ${one.country}: ${one.body}. It ${when} ${formatDay(dueOn)} and is ${one.status}.`,
      toldList(told),
      block.buttons(
        { ...button('Say how it stands', 'recommendation status', item, 'primary'), ask: true },
        button('Open', 'recommendation show', item),
      ),
    )
  },
  why: ({ one, why }) => ({
    as: why,
    by: `${one.addedBy} added it`,
    otherwise: 'Somebody else’s? The secretariat hands it over: /recommendation assign.',
  }),
  duty: 'own',
  line: ({ one, dueOn }) => rich`REC${one.id} (${one.country}) is to be followed up by ${formatDay(dueOn)}`,
  uselessAfter: ({ dueOn }) => endOfDay(addDays(dueOn, longestDays), 'UTC'),
  standing,
  async asNow(trx, waited, now) {
    const found = new Map((await around(trx, now)).map((one) => [`${one.id}:${one.dueOn}`, one]))
    const firings: DueOne[] = []
    for (const { key: of, subject } of waited) {
      const [, id = '', dueOn = '', , person] = of.split(':')
      const one = found.get(`${id}:${dueOn}`)
      if (!one) continue
      const personId = Number(person)
      const isFollower = (await followers(trx, one)).includes(personId)
      firings.push({ key: of, subject, personId, one, dueOn, why: roleIn(one, isFollower) })
    }
    return withTold(trx, key, firings, now)
  },
  open: standing,
}

async function standing(trx: Trx, waited: readonly Waited[], now: Date): Promise<ReadonlySet<string>> {
  const open = new Set((await dueNow(trx, now, [daysBefore(longestDays)])).map(({ subject }) => subject))
  return new Set(waited.flatMap((one) => (open.has(one.subject) ? [one.key] : [])))
}

/** Open recommendations with a day near today. */
async function around(trx: Trx, now: Date): Promise<readonly Recommendation[]> {
  const today = dayOf(now, 'UTC')
  return recommendationsDue(trx, { from: addDays(today, -longestDays), to: addDays(today, longestDays) })
}

function roleIn({ personId, entity }: Recommendation, isFollower: boolean): string {
  if (!isFollower) return 'of the secretariat, which is asked last'
  return personId === null ? `at ${entity}, which follows it up` : 'the one who follows it up'
}

async function dueNow(trx: Trx, now: Date, moments: readonly Lead[]): Promise<readonly DueOne[]> {
  const today = dayOf(now, 'UTC')
  const found = await around(trx, now)
  if (found.length === 0) return []
  const secretariat = await secretariatPeople(trx)
  const last = Math.min(...moments.map(({ days }) => days))
  const firings: DueOne[] = []
  for (const one of found) {
    const { dueOn } = one
    if (dueOn === null) continue
    // The lead that came last speaks alone.
    const passed = moments.filter(({ days }) => addDays(dueOn, -days) <= today)
    const lead = passed.toSorted((a, b) => a.days - b.days)[0]
    if (!lead) continue
    const own = lead.days === last && last < 0 ? [] : await followers(trx, one)
    const people = own.length > 0 ? own : secretariat
    const why = roleIn(one, own.length > 0)
    firings.push(
      ...people.map((personId) => ({
        key: [key, one.id, dueOn, lead.name, personId].join(':'),
        subject: `recommendation:${one.id}`,
        personId,
        one,
        dueOn,
        why,
      })),
    )
  }
  const told = await toldKeys(
    trx,
    firings.map((one) => one.key),
  )
  return firings.filter((one) => !told.has(one.key))
}
