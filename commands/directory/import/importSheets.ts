import { stamp } from '../../../db/directory/edit/stamp.ts'
import { knownHeadings } from '../../../db/directory/import/headings.ts'
import { type ImportWrites, joinWrites } from '../../../db/directory/import/written.ts'
import { tryOut } from '../../../db/store/savepoints/tryOut.ts'
import { type KnownHeadings, type Mapping, sheetKey } from '../../../src/directory/import/columns.ts'
import {
  type DateOrder,
  datesKey,
  datesOf,
  type SheetDates,
} from '../../../src/directory/import/dates/dateOrder.ts'
import { type MappedSheet, mapSheet } from '../../../src/directory/import/mapSheet.ts'
import type { RecordKind } from '../../../src/directory/import/recordKind.ts'
import { type Problem, type ReadRecords, readRecords } from '../../../src/directory/import/records.ts'
import type { Sheet } from '../../../src/directory/import/sheet.ts'
import type { Context } from '../../define.ts'
import { applyPlan } from './apply.ts'
import { refuseEarlierPosts } from './earlierPosts.ts'
import type { Plan } from './plan/plan.ts'
import { planRecords } from './plan/planRecords.ts'
import { planRoles } from './plan/planRoles.ts'
import { planSeats } from './plan/planSeats.ts'
import { linesOf, type PlanLine } from './shown/lines.ts'

/** What became, or would become, of one sheet. */
export interface SheetOutcome {
  readonly sheet: string
  readonly mapping: Mapping
  readonly plan: Plan
  /** What is new and what changes, by row; told in a rehearsal alone. */
  readonly lines: readonly PlanLine[]
  /** Rows that are left out because they are a remark and no record. */
  readonly remarks: ReadRecords['remarks']
  readonly repeated: ReadRecords['repeated']
  readonly dates: SheetDates
}

export interface FileOutcome {
  /** What taking it over wrote, for taking it back. */
  readonly written: ImportWrites
  /** In the order in which they are taken over. */
  readonly sheets: readonly SheetOutcome[]
  /** Sheets whose kind of record cannot be recognized, except those that somebody chose to leave out. */
  readonly leftOut: readonly Sheet[]
}

/** Tells what taking a file over would do. Nothing of it stays, however far it had to be done to tell. */
export async function dryRun(
  context: Context,
  sheets: readonly Sheet[],
  fileName: string,
): Promise<FileOutcome> {
  return tryOut(context.db, () => carryOut(context, sheets, fileName, 'rehearsal'))
}

/** Takes a file over, sheet by sheet: entities and groups before the people and roles that name them. */
export async function importSheets(
  context: Context,
  sheets: readonly Sheet[],
  fileName: string,
): Promise<FileOutcome> {
  return carryOut(context, sheets, fileName, 'for good')
}

const order: readonly RecordKind[] = ['entity', 'group', 'person', 'role']

async function carryOut(
  context: Context,
  sheets: readonly Sheet[],
  fileName: string,
  how: 'rehearsal' | 'for good',
): Promise<FileOutcome> {
  const { db, caller, now } = context
  await stamp(db, { by: caller.personId, now, source: `Import of ${fileName}` })
  const known = await knownHeadings(db)
  const mapped = mappedSheets(sheets, known)
  const outcomes: SheetOutcome[] = []
  const writings: ImportWrites[] = []
  for (const [at, { sheet, mapping }] of mapped.entries()) {
    // Without its groups, or its people, every row of a sheet would name one that is not there.
    if (outcomes.some((one) => one.sheet === sheet.name && lacksColumn(one.plan))) continue
    // An error in a row is reported once, with the first kind of record read from it.
    const said = new Set(
      outcomes
        .filter((one) => one.sheet === sheet.name && one.plan.kind !== mapping.kind)
        .flatMap(({ plan }) => plan.problems.map(({ row }) => row)),
    )
    const dates = datesOf(sheet, mapping, known.get(datesKey))
    const { plans, remarks, repeated } = await plansOf(context, { sheet, mapping }, dates.order, said)
    for (const [nth, plan] of plans.entries()) {
      outcomes.push({
        sheet: sheet.name,
        mapping: nth === 0 ? mapping : nothingToAsk(mapping),
        plan,
        lines: how === 'rehearsal' ? await linesOf(db, mapping, plan) : [],
        remarks: nth === 0 ? remarks : [],
        repeated: nth === 0 ? repeated : [],
        dates,
      })
    }
    // The last sheet of a rehearsal need not be written: nothing is read after it.
    if (how === 'for good' && plans.some(({ problems }) => problems.length > 0)) break
    if (how === 'for good' || at < mapped.length - 1) {
      for (const plan of plans) writings.push(await applyPlan(context, plan, fileName))
    }
  }
  const used = new Set(mapped.map(({ sheet }) => sheet.name))
  return {
    written: joinWrites(writings),
    sheets: outcomes,
    leftOut: sheets.filter((one) => !used.has(one.name) && known.get(sheetKey(one)) !== ''),
  }
}

function mappedSheets(sheets: readonly Sheet[], known: KnownHeadings): readonly MappedSheet[] {
  const mapped = sheets.flatMap((sheet) => mapSheet(sheet, known))
  return order.flatMap((kind) => mapped.filter(({ mapping }) => mapping.kind === kind))
}

/** Whether a column is missing without which nothing of a sheet can be read. */
function lacksColumn({ problems }: Plan): boolean {
  return problems.some(({ row }) => row === 1)
}

/** A mapping with no open question: each is asked once only. */
function nothingToAsk(mapping: Mapping): Mapping {
  return { ...mapping, unknown: [], unused: [] }
}

/** What a sheet holds, and the seats beside its roles. */
async function plansOf(
  context: Context,
  { sheet, mapping }: MappedSheet,
  dates: DateOrder | undefined,
  said: ReadonlySet<number>,
): Promise<Pick<ReadRecords, 'remarks' | 'repeated'> & { readonly plans: readonly Plan[] }> {
  const { db, now, zone, today } = context
  const read = readRecords(sheet, mapping, { now, zone, dates })
  const { remarks, repeated } = read
  const { kind } = mapping
  const whole = (plan: Plan, others: readonly Problem[]): Plan => ({
    ...plan,
    problems: [...others, ...plan.problems].filter(({ row }) => !said.has(row)).sort((a, b) => a.row - b.row),
  })
  if (kind !== 'role') {
    const planned = await planRecords(db, { ...mapping, kind }, read.records, {
      listed: read.listed,
      today,
    })
    const plan = await refuseEarlierPosts(db, mapping, planned, today)
    return { plans: [whole(plan, read.problems)], remarks, repeated }
  }
  const { plan, seats } = await planRoles(db, mapping, read.records, today)
  const roles = whole(plan, read.problems)
  if (seats.length === 0) return { plans: [roles], remarks, repeated }
  return { plans: [roles, whole(await planSeats(db, mapping, seats, today), [])], remarks, repeated }
}
