import { groupsOfYear } from '../../../db/report/groupsOfYear.ts'
import { submittedParts } from '../../../db/report/parts.ts'
import { reportsDueOn, setReportsDue } from '../../../db/report/years.ts'
import { lockWords } from '../../../db/store/locks.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf, daysBetween, formatDay, partsOf } from '../../../src/core/time/day.ts'
import { type Context, command } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { headings, missingHeadings } from '../headings.ts'
import { year } from '../plan/plan.ts'

const mostButtons = 4

export const reportStatus = command({
  name: 'status',
  about: 'Which group has submitted which heading for a year, what is missing, and by when',
  heading: 'Progress reports',
  options: {
    year,
    due: option.dueDay({
      about: 'By when they are wanted; the groups are reminded. For the secretariat',
    }),
    until: option.choice({ about: 'No more reminders of it', choices: ['none'] }),
    undoes: undoesOption,
  },
  access: anyone,
  changes: true,
  examples: ['/report status 2026', '/report status 2026 due:"31 Jan 2027"'],
  async run(context, { year: asked, due, until, undoes }) {
    const { db, caller, now, today } = context
    if (!caller.isSecretariat && !caller.roles.some(({ role }) => role !== 'member' && role !== 'observer'))
      throw new UserError('How reports stand is for those who lead a group, and for the secretariat.')
    const of = asked ?? partsOf(today)[0]
    const changed = due !== undefined || until !== undefined
    if (changed) await lockWords(db, `when the reports of ${of} are due`)
    const before = await reportsDueOn(db, of)
    if (changed) {
      refuseOverruled(undoes, before, dueWords(of, before))
      await setDue(context, of, { due: due ?? null, isUndo: undoes !== undefined })
    }
    const dueOn = changed ? due : before
    const groups = await groupsOfYear(db, of, now)
    const parts = await submittedParts(db, of)
    const rows = groups.map((group) => {
      const own = parts.filter(({ groupId }) => groupId === group.id)
      return { group, own, missing: missingHeadings(own) }
    })
    const whole = rows.filter(({ missing }) => missing.length === 0).length
    const seated = caller.roles.filter(({ role }) => role !== 'observer').map(({ groupId }) => groupId)
    const mine = rows.filter(({ group }) => seated.includes(group.id))
    return message(
      rich`Reports on ${of}: ${whole} of ${rows.length} groups have submitted every heading${dueOn === undefined ? '' : `; due ${formatDay(dueOn)}, ${daysWords(daysBetween(today, dueOn))}`}.`,
      block.table(
        ['Group', 'Submitted', 'Missing', 'Last'],
        rows.map(({ group, own, missing }) => {
          const last = own.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
          return [
            group.acronym,
            `${own.length} of ${headings.length}`,
            missing.length === headings.length ? 'all' : missing.join('; '),
            last ? `${last.by}, ${formatDay(dayOf(last.at, 'UTC'))}` : '',
          ]
        }),
      ),
      buttons(context, of, { before, dueOn, changed, mine: mine.map(({ group }) => group.acronym) }),
    )
  },
})

async function setDue(
  { db, caller, now, today }: Context,
  of: number,
  { due, isUndo }: { readonly due: string | null; readonly isUndo: boolean },
): Promise<void> {
  if (!caller.isSecretariat)
    throw new UserError('Only the secretariat says by when reports are wanted. Leave out due:.', {
      option: 'due',
    })
  // An undo brings back what stood there, also a day that has passed.
  if (due !== null && due < today && !isUndo)
    throw new UserError(`${formatDay(due)} has passed; give a day ahead.`, { option: 'due' })
  await setReportsDue(db, { year: of, dueOn: due, by: caller.personId, now })
}

interface ReportsDue {
  readonly before: string | undefined
  readonly dueOn: string | undefined
  readonly changed: boolean
  readonly mine: readonly string[]
}

function buttons({ caller }: Context, of: number, { before, dueOn, changed, mine }: ReportsDue): Block {
  const values = { year: String(of) }
  return block.buttons(
    ...mine
      .slice(0, mostButtons)
      .map((wg) => button(`Report of ${wg}`, 'report show', { wg, year: String(of) })),
    ...(caller.isSecretariat ? [button('Draft of the annual report', 'report draft', values)] : []),
    ...(caller.isSecretariat && dueOn === undefined
      ? [{ ...button('Set a day', 'report status', values), ask: true }]
      : []),
    ...(changed
      ? [
          button('Undo', 'report status', {
            ...values,
            ...(before === undefined ? { until: 'none' } : { due: before }),
            undoes: undoesOf(dueOn, before, dueWords(of, before)),
          }),
        ]
      : []),
  )
}

function dueWords(of: number, due: string | undefined): string {
  return due === undefined ? `No day is set for ${of}.` : `Reports on ${of} are due ${formatDay(due)}.`
}

function daysWords(days: number): string {
  if (days === 0) return 'today'
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`
}
