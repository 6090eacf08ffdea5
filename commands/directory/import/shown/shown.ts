import { type Block, block } from '../../../../src/core/message.ts'
import { counted } from '../../../../src/core/text/counted.ts'
import { columnOf, type Problem } from '../../../../src/directory/import/records.ts'
import type { FileOutcome, SheetOutcome } from '../importSheets.ts'
import type { Plan, PlanKind } from '../plan/plan.ts'
import { changes, mostGone } from './changes.ts'
import { dateWords } from './dateWords.ts'
import { readAs } from './readAs.ts'
import { remarks, repeatedRows } from './rowsPassedOver.ts'
import { stationZones } from './stationZones.ts'

const noun: Readonly<Record<PlanKind, readonly [one: string, many: string]>> = {
  entity: ['entity', 'entities'],
  person: ['person', 'people'],
  group: ['working group', 'working groups'],
  role: ['role', 'roles'],
  seat: ['seat', 'seats'],
}

const mostShown = 20

/** `3 entities new, 0 changed, 2 unchanged; 46 people new, …`. */
export function summaryOf({ sheets }: FileOutcome): string {
  const plans = sheets.map(({ plan }) => plan)
  const sum = (some: readonly Plan[], of: (plan: Plan) => number) =>
    some.reduce((total, plan) => total + of(plan), 0)
  return [...Map.groupBy(plans, ({ kind }) => kind)]
    .map(([kind, some]) => {
      const added = sum(some, (plan) => plan.added.length)
      const changed = sum(some, (plan) => plan.changed.length)
      const unchanged = sum(some, (plan) => plan.unchanged)
      return `${counted(added, ...noun[kind])} new, ${changed} changed, ${unchanged} unchanged`
    })
    .join('; ')
}

/** How much must be mended in the file. */
export function mistakesIn({ sheets }: FileOutcome): number {
  return sheets.reduce((sum, one) => sum + mistakesOf(one).length, 0)
}

/** How many dates may be two days, where one answer settles them all. */
export function datesInDoubt({ sheets }: FileOutcome): number {
  return sheets.reduce((sum, one) => sum + one.plan.problems.length - mistakesOf(one).length, 0)
}

function mistakesOf({ plan, dates }: SheetOutcome): readonly Problem[] {
  return dates.both === undefined ? plan.problems.filter(({ twoDays }) => !twoDays) : plan.problems
}

export function writesOf({ sheets }: FileOutcome): number {
  return sheets.reduce((sum, { plan }) => sum + plan.added.length + plan.changed.length, 0)
}

/** What must be known before a file is taken over: mistakes, doubts, what is left out, who is not in it. */
export function outcomeBlocks(outcome: FileOutcome): readonly Block[] {
  const several = outcome.sheets.length > 1
  const named = (one: SheetOutcome) => (several && one.sheet !== '' ? `${one.sheet}, ` : '')
  const reading = [
    ...readAs(outcome),
    ...dateWords(outcome),
    ...outcome.sheets.flatMap(assumedRoles),
    ...withoutBeginning(outcome),
    ...outcome.sheets.flatMap(notInFile),
    ...leftOut(outcome),
    ...remarks(outcome),
    ...repeatedRows(outcome),
    ...stationZones(outcome),
  ]
  return [
    ...heading(
      'Mistakes',
      outcome.sheets.flatMap((one) => problemLines(named(one), mistakesOf(one))),
    ),
    ...heading(
      'Look twice',
      outcome.sheets.flatMap((one) => one.plan.doubts.map((doubt) => rowLine(named(one), doubt))),
    ),
    ...changes(outcome),
    ...(reading.length > 0 ? [block.heading('How it was read'), ...reading] : []),
  ]
}

/** How many times a mistake is named row by row, and how many times one that differs only in its cell. */
const mostAlike = 2
const mostSimilar = 8
const mostRows = 30

/** The same mistake in many rows is one line, so that it does not hide the others. */
function problemLines(sheet: string, problems: readonly Problem[]): readonly string[] {
  const similar = Map.groupBy(problems, ({ column, text }) =>
    JSON.stringify([column, text.replaceAll(/“[^“”]*”/g, '“”')]),
  )
  return [...similar.values()].flatMap((some) => {
    const alike = Map.groupBy(some, ({ text }) => text)
    if (some.length <= mostSimilar) return [...alike.values()].flatMap((same) => alikeLines(sheet, same, ''))
    return alikeLines(sheet, some, alike.size > 1 ? ' The others are of the same kind.' : '')
  })
}

function alikeLines(sheet: string, some: readonly Problem[], after: string): readonly string[] {
  const [first] = some
  if (first === undefined || some.length <= mostAlike) return some.map((one) => rowLine(sheet, one))
  const all = [...new Set(some.map(({ row }) => row))]
  const more = all.length - mostRows
  const rows = all.slice(0, mostRows)
  return [
    `${sheet === '' ? 'Rows' : `${sheet}rows`} ${rows.join(', ')}${more > 0 ? ` and ${more} more` : ''}, ${first.column}: ${first.text}${after}`,
  ]
}

function rowLine(sheet: string, { row, column, text }: Problem): string {
  return `${sheet === '' ? 'Row' : `${sheet}row`} ${row}, ${column}: ${text}`
}

function heading(title: string, lines: readonly string[]): readonly Block[] {
  return lines.length === 0 ? [] : [block.heading(title), ...listOf(lines)]
}

function listOf(lines: readonly string[]): readonly Block[] {
  if (lines.length === 0) return []
  const more = lines.length - mostShown
  return [block.list([...lines.slice(0, mostShown), ...(more > 0 ? [`and ${more} more`] : [])])]
}

/** A role of which no first day is given holds for every day of the past. */
function withoutBeginning({ sheets }: FileOutcome): readonly Block[] {
  const open = sheets
    .filter(({ plan }) => plan.kind === 'role')
    .map(({ mapping, plan }) => ({
      mapping,
      rows: plan.added.filter(({ patch }) => (patch.from ?? null) === null).map(({ row }) => row),
    }))
    .filter(({ rows }) => rows.length > 0)
  const [first] = open
  if (first === undefined) return []
  const all = open.flatMap(({ rows }) => rows)
  const rows = [...new Set(all)].toSorted((a, b) => a - b)
  const some = `${rows.slice(0, 12).join(', ')}${rows.length > 12 ? ', …' : ''}`
  const held = all.length === 1 ? 'it is held' : 'they are held'
  const mend = first.mapping.fixed
    ? 'Where you know the day, give the roles in a list of their own: group, role, entity, from.'
    : `Where you know the day, put it in the column “${columnOf(first.mapping, 'from')}” before you import the file.`
  return [
    block.text(
      `${counted(all.length, 'new role has', 'new roles have')} no first day (${rows.length === 1 ? 'row' : 'rows'} ${some}): ${held} without a beginning, as if always. ${mend}`,
    ),
  ]
}

function notInFile({ mapping, plan: { kind, others } }: SheetOutcome): readonly Block[] {
  // A column of chairs says nothing of other roles.
  if (others.count === 0 || mapping.fixed) return []
  const some =
    others.some.length === 0
      ? ''
      : ` (${others.some.slice(0, mostGone).join(', ')}${others.count > mostGone ? ', …' : ''})`
  const what =
    kind === 'role'
      ? counted(others.count, 'other term', 'other terms')
      : counted(others.count, ...noun[kind])
  const where = kind === 'role' ? ' of these groups' : ' of the directory'
  return [block.text(`Not in the file: ${what}${where}${some}. What is not in it stays as it is.`)]
}

function leftOut({ sheets }: FileOutcome): readonly Block[] {
  const unused = sheets.flatMap(({ mapping }) => mapping.unused)
  return unused.length > 0
    ? [block.text(`Left out: ${unused.slice(0, 12).join(', ').replace(/\.$/, '')}.`)]
    : []
}

/** People who are listed with a group and no role take part in it. */
function assumedRoles({ plan: { assumed = [] } }: SheetOutcome): readonly Block[] {
  if (assumed.length === 0) return []
  const all = [...new Set(assumed)]
  const some = `${all.slice(0, 12).join(', ')}${all.length > 12 ? ', …' : ''}`
  return [
    block.text(
      `${counted(all.length, 'row names', 'rows name')} a group and no role (${all.length === 1 ? 'row' : 'rows'} ${some}): taken as members, those of observing entities as observers.`,
    ),
  ]
}
