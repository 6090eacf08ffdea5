import type { AskedBefore } from '../../../db/ledger/askedBefore.ts'
import { toldKeys } from '../../../db/ledger/toldKeys.ts'
import { type DueItem, workItemsDue } from '../../../db/report/workItemsDue.ts'
import type { Trx } from '../../../db/store/db.ts'
import {
  type Coming,
  daysBefore,
  type Firing,
  keysOf,
  type Lead,
  type Rule,
  soonest,
  type Waited,
} from '../../../src/core/feature/rule.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { addDays, dayOf, daysBetween, endOfDay, formatDay } from '../../../src/core/time/day.ts'
import { allLed, dueLed, type Led, nextLed } from '../../reminder/rules/led.ts'
import { toldList, withTold } from '../../reminder/rules/told.ts'

const key = 'work-item'
/** So many days after its day, an item is too old for a reminder. */
const longestDays = 60

/** An item of a work plan, to one person. */
interface Missing extends Firing, Omit<DueItem, 'people'> {
  readonly personId: number
  /** Whether the reader is of the entity that does it. */
  readonly does: boolean
}

/** Reminds of the items of work plans: the entity that does them first, and last those who lead the group. */
export const workItemDue: Rule<Trx, Missing & { readonly told: readonly AskedBefore[] }> = {
  key,
  about: 'An item of a work plan that is due',
  audience: [
    {
      who: 'the entity that does it, as far as it belongs to the group; those who lead the group where there is none, and last',
      due: async (trx, { now, moments, limit }) =>
        withTold(trx, key, (await missing(trx, now, moments)).slice(0, limit), now),
    },
  ],
  moments: [14, 1, -7, -21].map(daysBefore),
  stops: 'It is done or dropped (/report plan), or its day is moved.',
  urgency: 'bulk',
  duty: true,
  text: ({ id, what, group, year, dueOn, status, told }, now) => {
    const days = daysBetween(dayOf(now, 'UTC'), dueOn)
    const when =
      days > 0
        ? `is due in ${counted(days, 'day')}, on ${formatDay(dueOn)}`
        : days === 0
          ? 'is due today'
          : `was due on ${formatDay(dueOn)}`
    const item = { wg: group, item: `WP${id}` }
    return message(
      rich`WP${id} of the work plan of ${group} (${year}) ${when} and is ${status}: ${what}`,
      toldList(told),
      block.buttons(
        button('Done', 'report plan', { ...item, status: 'done' }, 'primary'),
        ...(status === 'planned'
          ? [button('Under way', 'report plan', { ...item, status: 'under way' })]
          : []),
        button('The plan', 'report plan', { wg: group, year: String(year) }),
      ),
    )
  },
  why: ({ does, entity, group, addedBy }) => ({
    as: does ? `at ${entity}, which does it` : `one of those who lead ${group}`,
    by: `${addedBy} put it into the plan`,
    otherwise: does
      ? `Somebody else’s? Those who lead ${group} give it to another entity.`
      : 'Somebody else’s? /report plan with item: and who: gives it to another entity.',
  }),
  line: ({ id, what, dueOn }) => rich`WP${id} (${what}) is due on ${formatDay(dueOn)}`,
  uselessAfter: ({ dueOn }) => endOfDay(addDays(dueOn, longestDays), 'UTC'),
  standing,
  async coming(trx, { now, moments, limit, personId }) {
    const found = nextLed(await ledBy(trx, now, moments), now).map(
      ({ item, personId: reader, at }): Coming => ({
        at,
        what: rich`WP${item.id} ${item.what} (${item.group}), due on ${formatDay(item.dueOn)}`,
        to: { personId: reader },
        why: does(item, reader) ? `${item.entity} does it` : `you lead ${item.group}`,
      }),
    )
    return soonest(found, personId, limit)
  },
  async asNow(trx, waited, now) {
    const items = new Map((await itemsAround(trx, now)).map((item) => [`${item.id}:${item.dueOn}`, item]))
    const firings = waited.flatMap(({ key: of, subject }) => {
      const [, id = '', dueOn = '', , person] = of.split(':')
      const found = items.get(`${id}:${dueOn}`)
      if (!found) return []
      const { people, ...item } = found
      const personId = Number(person)
      return [{ ...item, key: of, subject, personId, does: does(found, personId) }]
    })
    return withTold(trx, key, firings, now)
  },
  open: standing,
}

async function standing(trx: Trx, waited: readonly Waited[], now: Date): Promise<ReadonlySet<string>> {
  const items = await itemsAround(trx, now)
  // An item that is due another day is asked for anew, and not of somebody who has left.
  const open = new Set(
    items.flatMap(({ id, dueOn, people }) => people.map(({ personId }) => `${id}:${dueOn}:${personId}`)),
  )
  return new Set(
    keysOf(waited).filter((one) => {
      const [, id, dueOn, , person] = one.split(':')
      return open.has(`${id}:${dueOn}:${person}`)
    }),
  )
}

async function itemsAround(trx: Trx, now: Date): Promise<readonly DueItem[]> {
  const today = dayOf(now, 'UTC')
  return workItemsDue(trx, { from: addDays(today, -longestDays), to: addDays(today, longestDays), now })
}

async function missing(trx: Trx, now: Date, moments: readonly Lead[]): Promise<readonly Missing[]> {
  const firings = dueLed(await ledBy(trx, now, moments), now).map(({ item, lead, personId }): Missing => {
    const { people: _, ...shown } = item
    return {
      ...shown,
      does: does(item, personId),
      personId,
      key: [key, item.id, item.dueOn, lead.name, personId].join(':'),
      subject: `work-item:${item.id}`,
    }
  })
  const told = await toldKeys(trx, keysOf(firings))
  return firings.filter((one) => !told.has(one.key))
}

async function ledBy(
  trx: Trx,
  now: Date,
  moments: readonly Lead[],
): Promise<readonly (readonly Led<DueItem>[])[]> {
  const last = Math.min(...moments.map(({ days }) => days))
  return allLed(trx, await itemsAround(trx, now), moments, (item, lead) =>
    askedAbout(item, lead, last).map(({ personId }) => personId),
  )
}

function does({ people }: Pick<DueItem, 'people'>, personId: number): boolean {
  return people.find((one) => one.personId === personId)?.does ?? false
}

/** Whom a lead speaks to; `last` is the one that speaks to those who lead the group. */
function askedAbout({ people }: Pick<DueItem, 'people'>, { days }: Lead, last: number): DueItem['people'] {
  const doing = days === last && last < 0 ? [] : people.filter(({ does }) => does)
  const asked = doing.length > 0 ? doing : people.filter(({ does }) => !does)
  return asked.length > 0 ? asked : people
}
