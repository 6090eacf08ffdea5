import { type DueItem, workItemsDue } from '../../../db/report/workItemsDue.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'
import { daysBefore, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf, daysBetween, formatDay } from '../../../src/core/time/day.ts'
import { askedBeforeList } from '../../reminder/rules/askedBefore.ts'
import { type DutyDue, datedDuty } from '../../reminder/rules/datedDuty.ts'

const key = 'work-item'

const { who, due, ...state } = datedDuty<DueItem>(
  'the entity that does it, as far as it belongs to the group; those who lead the group where there is none, and last',
  {
    key,
    open: workItemsDue,
    nameOf: ({ id, dueOn }) => `${id}:${dueOn}`,
    subjectOf: ({ id }) => `work-item:${id}`,
    asked: (item, lead, last) => askedAbout(item, lead, last).map(({ personId }) => personId),
    mayBeAsked: ({ people }) => people.map(({ personId }) => personId),
    what: ({ id, what, group, dueOn }) => rich`WP${id} ${what} (${group}), due on ${formatDay(dueOn)}`,
    roleOf: (item, reader) => (does(item, reader) ? `${item.entity} does it` : `you lead ${item.group}`),
  },
)

/** Reminds of the items of work plans: the entity that does them first, and last those who lead the group. */
export const workItemDue: Rule<Trx, DutyDue<DueItem>> = {
  key,
  about: 'An item of a work plan that is due',
  audience: [{ who, due }],
  byDay: true,
  moments: [14, 1, -7, -21].map(daysBefore),
  stops: 'It is done or dropped (/report plan), or its day is moved.',
  urgency: 'bulk',
  duty: true,
  text: ({ item: { id, what, group, year, dueOn, status }, askedBefore }, now) => {
    const days = daysBetween(dayOf(now, 'UTC'), dueOn)
    const when =
      days > 0
        ? `is due in ${counted(days, 'day')}, on ${formatDay(dueOn)}`
        : days === 0
          ? 'is due today'
          : `was due on ${formatDay(dueOn)}`
    const values = { wg: group, item: `WP${id}` }
    return message(
      rich`WP${id} of the work plan of ${group} (${year}) ${when} and is ${status}: ${what}`,
      askedBeforeList(askedBefore),
      block.buttons(
        button('Done', 'report plan', { ...values, status: 'done' }, 'primary'),
        ...(status === 'planned'
          ? [button('Under way', 'report plan', { ...values, status: 'under way' })]
          : []),
        button('The plan', 'report plan', { wg: group, year: String(year) }),
      ),
    )
  },
  why({ item, personId }) {
    const { entity, group, addedBy } = item
    const by = `${addedBy} put it into the plan`
    return does(item, personId)
      ? {
          as: `at ${entity}, which does it`,
          by,
          otherwise: `Somebody else’s? Those who lead ${group} give it to another entity.`,
        }
      : {
          as: `one of those who lead ${group}`,
          by,
          otherwise: 'Somebody else’s? /report plan with item: and who: gives it to another entity.',
        }
  },
  line: ({ item: { id, what, dueOn } }) => rich`WP${id} (${what}) is due on ${formatDay(dueOn)}`,
  ...state,
}

function does({ people }: DueItem, personId: number): boolean {
  return people.find((one) => one.personId === personId)?.does ?? false
}

/** Whom a lead speaks to; `last` is the one that speaks to those who lead the group. */
function askedAbout({ people }: Pick<DueItem, 'people'>, { days }: Lead, last: number): DueItem['people'] {
  const doing = days === last && last < 0 ? [] : people.filter(({ does }) => does)
  const asked = doing.length > 0 ? doing : people.filter(({ does }) => !does)
  return asked.length > 0 ? asked : people
}
