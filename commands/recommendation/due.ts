import { secretariatPeople } from '../../db/directory/people.ts'
import type { AskedBefore } from '../../db/ledger/askedBefore.ts'
import { toldKeys } from '../../db/ledger/toldKeys.ts'
import {
  followersOf,
  type Recommendation,
  recommendationsDue,
} from '../../db/recommendations/recommendations.ts'
import type { Trx } from '../../db/store/db.ts'
import {
  type Coming,
  daysBefore,
  type Firing,
  keysOf,
  type Lead,
  type Rule,
  soonest,
  type Waited,
} from '../../src/core/feature/rule.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { addDays, type Day, dayOf, endOfDay, formatDay } from '../../src/core/time/day.ts'
import { allLed, dueLed, nextLed } from '../reminder/rules/led.ts'
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
  async coming(trx, { now, moments, limit, personId }) {
    const { led, follow } = await ledBy(trx, now, moments)
    const found = nextLed(led, now).map(
      ({ item, personId: reader, at }): Coming => ({
        at,
        what: rich`REC${item.id} (${item.country}) is to be followed up by ${formatDay(item.dueOn)}`,
        to: { personId: reader },
        why: roleIn(item, follow.get(item.id)?.includes(reader) ?? false),
      }),
    )
    return soonest(found, personId, limit)
  },
  async asNow(trx, waited, now) {
    const all = await around(trx, now)
    const follow = await followersOf(trx, all)
    const found = new Map(all.map((one) => [`${one.id}:${one.dueOn}`, one]))
    const firings: DueOne[] = []
    for (const { key: of, subject } of waited) {
      const [, id = '', dueOn = '', , person] = of.split(':')
      const one = found.get(`${id}:${dueOn}`)
      if (!one) continue
      const personId = Number(person)
      const isFollower = follow.get(one.id)?.includes(personId) ?? false
      firings.push({ key: of, subject, personId, one, dueOn, why: roleIn(one, isFollower) })
    }
    return withTold(trx, key, firings, now)
  },
  open: standing,
}

async function standing(trx: Trx, waited: readonly Waited[], now: Date): Promise<ReadonlySet<string>> {
  const all = await around(trx, now)
  const follow = await followersOf(trx, all)
  const secretariat = all.length === 0 ? [] : await secretariatPeople(trx)
  // One that is to be followed up by another day, or by somebody else, is asked for anew.
  const open = new Set(
    all.flatMap(({ id, dueOn }) =>
      [...(follow.get(id) ?? []), ...secretariat].map((personId) => `${id}:${dueOn}:${personId}`),
    ),
  )
  return new Set(
    keysOf(waited).filter((one) => {
      const [, id, dueOn, , person] = one.split(':')
      return open.has(`${id}:${dueOn}:${person}`)
    }),
  )
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
  const { led, follow } = await ledBy(trx, now, moments)
  const firings = dueLed(led, now).map(
    ({ item, lead, personId }): DueOne => ({
      key: [key, item.id, item.dueOn, lead.name, personId].join(':'),
      subject: `recommendation:${item.id}`,
      personId,
      one: item,
      dueOn: item.dueOn,
      why: roleIn(item, follow.get(item.id)?.includes(personId) ?? false),
    }),
  )
  const told = await toldKeys(trx, keysOf(firings))
  return firings.filter((one) => !told.has(one.key))
}

/** All that leads say of recommendations, and who follows each up; the last lead speaks to the secretariat. */
async function ledBy(trx: Trx, now: Date, moments: readonly Lead[]) {
  const open = (await around(trx, now)).flatMap(({ dueOn, ...one }) =>
    dueOn === null ? [] : [{ ...one, dueOn }],
  )
  const follow = await followersOf(trx, open)
  const secretariat = open.length === 0 ? [] : await secretariatPeople(trx)
  const last = Math.min(...moments.map(({ days }) => days))
  const led = await allLed(trx, open, moments, ({ id }, { days }) => {
    const own = days === last && last < 0 ? [] : (follow.get(id) ?? [])
    return own.length > 0 ? own : secretariat
  })
  return { led, follow }
}
