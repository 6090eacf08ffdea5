import { secretariatPeople } from '../../../db/directory/people.ts'
import { groupsOfYear, type ReportingGroup } from '../../../db/report/groupsOfYear.ts'
import { submittedParts } from '../../../db/report/parts.ts'
import { reportYearsDue } from '../../../db/report/years.ts'
import type { Trx } from '../../../db/store/db.ts'
import { daysBefore, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Day, dayOf, daysBetween, formatDay } from '../../../src/core/time/day.ts'
import { askedBeforeList } from '../../reminder/rules/askedBefore.ts'
import { type DutyDue, type DutyWindow, datedDuty } from '../../reminder/rules/datedDuty.ts'
import { missingHeadings } from '../headings.ts'
import { officeOf, whomToAsk } from './whomToAsk.ts'

const key = 'report'

/** A report that is not complete, and whom it may be asked of. */
interface Incomplete {
  readonly group: ReportingGroup
  readonly year: number
  readonly dueOn: Day
  /** Those that are missing. */
  readonly headings: readonly string[]
  /** Who set the day. */
  readonly setBy: string
  readonly secretariat: readonly number[]
}

const { who, due, ...state } = datedDuty<Incomplete>(
  'the chairs before the day; after it the co-chairs and vice-chairs, then the coordinators of the entity in the chair; last the secretariat',
  {
    key,
    open: incomplete,
    nameOf: ({ year, dueOn, group }) => `${year}:${dueOn}:${group.id}`,
    subjectOf: ({ year, group }) => `report:${group.id}:${year}`,
    asked: ({ group, secretariat }, lead, last, first) =>
      whomToAsk(group, lead, { first, last }, secretariat),
    mayBeAsked: ({ group, secretariat }) => [
      ...group.leaders.map(({ personId }) => personId),
      ...group.coordinators,
      ...secretariat,
    ],
    what: ({ group, year, dueOn, headings }) =>
      rich`The report of ${group.acronym} on ${year}, due on ${formatDay(dueOn)}: ${counted(headings.length, 'heading is', 'headings are')} missing`,
    roleOf: ({ group }, reader) => officeOf(group, reader),
  },
)

/** Reminds of progress reports: the chairs, those who stand in for them, their coordinators, the secretariat. */
export const reportDue: Rule<Trx, DutyDue<Incomplete>> = {
  key,
  about: 'A progress report that is not complete',
  audience: [{ who, due }],
  byDay: true,
  moments: [14, 7, 1, -1, -4, -7].map(daysBefore),
  stops: 'Every heading is submitted (/report submit), or the secretariat takes the day back.',
  urgency: 'bulk',
  text: (
    {
      item: {
        group: { acronym: group },
        year,
        dueOn,
        headings,
      },
      askedBefore,
    },
    now,
  ) => {
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
      askedBeforeList(askedBefore),
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
  why: ({ item: { group, setBy }, personId }) => ({
    as: officeOf(group, personId),
    by: `${setBy} set the day`,
    otherwise: `Whoever else leads ${group.acronym} can submit it as well.`,
  }),
  duty: true,
  line: ({ item: { group, year, headings } }) =>
    rich`The report of ${group.acronym} on ${year} lacks ${counted(headings.length, 'heading')}`,
  ...state,
}

async function incomplete(trx: Trx, { from, to, now }: DutyWindow): Promise<readonly Incomplete[]> {
  const years = await reportYearsDue(trx, { from, to })
  const secretariat = years.length === 0 ? [] : await secretariatPeople(trx)
  const found: Incomplete[] = []
  for (const { year, dueOn, setBy } of years) {
    const parts = await submittedParts(trx, year)
    for (const group of await groupsOfYear(trx, year, now)) {
      const headings = missingHeadings(parts.filter(({ groupId }) => groupId === group.id))
      if (headings.length > 0) found.push({ year, dueOn, setBy, group, headings, secretariat })
    }
  }
  return found
}
