import { secretariatPeople } from '../../../db/directory/people.ts'
import type { AskedBefore } from '../../../db/ledger/askedBefore.ts'
import { toldKeys } from '../../../db/ledger/toldKeys.ts'
import { groupsOfYear } from '../../../db/report/groupsOfYear.ts'
import { submittedParts } from '../../../db/report/parts.ts'
import { reportYearsDue } from '../../../db/report/years.ts'
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
import { addDays, type Day, dayOf, daysBetween, endOfDay, formatDay } from '../../../src/core/time/day.ts'
import { allLed, dueLed, nextLed } from '../../reminder/rules/led.ts'
import { toldList, withTold } from '../../reminder/rules/told.ts'
import { missingHeadings } from '../headings.ts'
import { asked, officeOf } from './asked.ts'

const key = 'report'
/** From then on it is too late to be worth a reminder. */
const longestDays = 60

/** A report that is not complete, to one person. */
interface Missing extends Firing {
  readonly personId: number
  readonly group: string
  readonly year: number
  readonly dueOn: Day
  readonly headings: readonly string[]
  /** What its reader is in the group. */
  readonly why: string
  /** Who set the day. */
  readonly setBy: string
}

/** Reminds of progress reports: the chairs first, then those who stand in for them, then the secretariat. */
export const reportDue: Rule<Trx, Missing & { readonly told: readonly AskedBefore[] }> = {
  key,
  about: 'A progress report that is not complete',
  audience: [
    {
      who: 'the chairs before the day; the co-chairs and vice-chairs after it; last the secretariat',
      due: async (trx, { now, moments, limit }) =>
        withTold(trx, key, (await missing(trx, now, moments)).slice(0, limit), now),
    },
  ],
  moments: [14, 7, 1, -1, -7].map(daysBefore),
  stops: 'Every heading is submitted (/report submit), or the secretariat takes the day back.',
  urgency: 'bulk',
  text: ({ group, year, dueOn, headings, told }, now) => {
    const values = { wg: group, year: String(year) }
    const days = daysBetween(dayOf(now, 'UTC'), dueOn)
    const when =
      days === 0
        ? 'is due today'
        : days > 0
          ? `is due on ${formatDay(dueOn)}, in ${counted(days, 'day')}`
          : `was due on ${formatDay(dueOn)}`
    return message(
      rich`The progress report of ${group} on ${year} ${when}; ${counted(headings.length, 'heading is', 'headings are')} missing.`,
      block.list(headings),
      toldList(told),
      block.buttons(
        {
          ...button(
            'Submit a heading',
            'report submit',
            { ...values, heading: headings[0] ?? '' },
            'primary',
          ),
          ask: true,
        },
        button('The report so far', 'report show', values),
      ),
    )
  },
  why: ({ why, setBy, group }) => ({
    as: why,
    by: `${setBy} set the day`,
    otherwise: `Whoever else leads ${group} can submit it as well.`,
  }),
  duty: true,
  line: ({ group, year, headings }) =>
    rich`The report of ${group} on ${year} lacks ${counted(headings.length, 'heading')}`,
  uselessAfter: ({ dueOn }) => endOfDay(addDays(dueOn, longestDays), 'UTC'),
  standing,
  async coming(trx, { now, moments, limit, personId }) {
    const found = nextLed(await ledBy(trx, now, moments), now).map(
      ({ item, personId: reader, at }): Coming => ({
        at,
        what: rich`The report of ${item.group.acronym} on ${item.year}, due on ${formatDay(item.dueOn)}: ${counted(item.headings.length, 'heading is', 'headings are')} missing`,
        to: { personId: reader },
        why: officeOf(item.group, reader),
      }),
    )
    return soonest(found, personId, limit)
  },
  async asNow(trx, waited, now) {
    const open = await incomplete(trx, now)
    const firings = waited.flatMap(({ key: of, subject }) => {
      const [, year, dueOn, groupId, , person] = of.split(':')
      const found = open.find(
        (one) => one.year === Number(year) && one.dueOn === dueOn && one.group.id === Number(groupId),
      )
      if (!found) return []
      const personId = Number(person)
      return [
        {
          ...found,
          group: found.group.acronym,
          key: of,
          subject,
          personId,
          why: officeOf(found.group, personId),
        },
      ]
    })
    return withTold(trx, key, firings, now)
  },
  open: standing,
}

async function standing(trx: Trx, waited: readonly Waited[], now: Date): Promise<ReadonlySet<string>> {
  const open = await incomplete(trx, now)
  const secretariat = open.length === 0 ? [] : await secretariatPeople(trx)
  const leaders = new Map(
    open.map(({ group, year, dueOn }) => [
      `${year}:${dueOn}:${group.id}`,
      new Set([...group.leaders.map(({ personId }) => personId), ...secretariat]),
    ]),
  )
  // A day that was moved is reminded of anew, and who led the group no longer is not asked.
  return new Set(
    keysOf(waited).filter((of) => {
      const [, year, dueOn, groupId, , person] = of.split(':')
      return leaders.get(`${year}:${dueOn}:${groupId}`)?.has(Number(person)) ?? false
    }),
  )
}

/** Reports with a day near today that lack headings. */
async function incomplete(trx: Trx, now: Date) {
  const today = dayOf(now, 'UTC')
  const years = await reportYearsDue(trx, {
    from: addDays(today, -longestDays),
    to: addDays(today, longestDays),
  })
  const found = []
  for (const { year, dueOn, setBy } of years) {
    const parts = await submittedParts(trx, year)
    for (const group of await groupsOfYear(trx, year, now)) {
      const headings = missingHeadings(parts.filter(({ groupId }) => groupId === group.id))
      if (headings.length > 0) found.push({ year, dueOn, setBy, group, headings })
    }
  }
  return found
}

async function missing(trx: Trx, now: Date, moments: readonly Lead[]): Promise<readonly Missing[]> {
  const firings = dueLed(await ledBy(trx, now, moments), now).map(({ item, lead, personId }): Missing => {
    const { group, year, dueOn } = item
    return {
      ...item,
      key: [key, year, dueOn, group.id, lead.name, personId].join(':'),
      subject: `report:${group.id}:${year}`,
      personId,
      group: group.acronym,
      why: officeOf(group, personId),
    }
  })
  const told = await toldKeys(trx, keysOf(firings))
  return firings.filter((one) => !told.has(one.key))
}

async function ledBy(trx: Trx, now: Date, moments: readonly Lead[]) {
  const open = await incomplete(trx, now)
  const secretariat = open.length === 0 ? [] : await secretariatPeople(trx)
  const last = Math.min(...moments.map(({ days }) => days))
  return allLed(trx, open, moments, ({ group }, lead) => asked(group, lead, last, secretariat))
}
