import { type Block, block } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import type { RecordKind } from '../../../src/directory/import/recordKind.ts'
import { columnOf, type Problem } from '../../../src/directory/import/records.ts'
import type { FileOutcome, SheetOutcome } from './carryOut.ts'
import type { Plan } from './plan.ts'

const noun: Readonly<Record<RecordKind, readonly [one: string, many: string]>> = {
  entity: ['entity', 'entities'],
  person: ['person', 'people'],
  group: ['working group', 'working groups'],
  role: ['role', 'roles'],
}

const mostShown = 20

/** `3 entities new, 0 changed, 2 unchanged; 46 people new, …`. */
export function summaryOf({ sheets }: FileOutcome): string {
  return sheets.map(({ plan }) => planWords(plan)).join('; ')
}

function planWords({ kind, added, changed, unchanged }: Plan): string {
  return `${counted(added.length, ...noun[kind])} new, ${changed.length} changed, ${unchanged} unchanged`
}

export function problemsIn({ sheets }: FileOutcome): number {
  return sheets.reduce((sum, { plan }) => sum + plan.problems.length, 0)
}

export function writesOf({ sheets }: FileOutcome): number {
  return sheets.reduce((sum, { plan }) => sum + plan.added.length + plan.changed.length, 0)
}

/** What must be known before a file is taken over: mistakes, doubts, what is left out, who is not in it. */
export function outcomeBlocks(outcome: FileOutcome): readonly Block[] {
  const several = outcome.sheets.length > 1
  const named = (one: SheetOutcome) => (several && one.sheet !== '' ? `${one.sheet}, ` : '')
  return [
    ...listOf(outcome.sheets.flatMap((one) => problemLines(named(one), one.plan.problems))),
    ...heading(
      'Look twice',
      outcome.sheets.flatMap((one) => one.plan.doubts.map((doubt) => rowLine(named(one), doubt))),
    ),
    ...readAs(outcome),
    ...outcome.sheets.flatMap(assumedRoles),
    ...outcome.sheets.flatMap(withoutBeginning),
    ...outcome.sheets.flatMap(notInFile),
    ...leftOut(outcome),
  ]
}

/** So often is a mistake named row by row. */
const mostAlike = 2
const mostRows = 30

/** The same mistake in many rows is one line, so that it does not hide the others. */
function problemLines(sheet: string, problems: readonly Problem[]): readonly string[] {
  const alike = Map.groupBy(problems, ({ column, text }) => JSON.stringify([column, text]))
  return [...alike.values()].flatMap((some) => {
    const [first] = some
    if (first === undefined || some.length <= mostAlike) return some.map((one) => rowLine(sheet, one))
    const more = some.length - mostRows
    const rows = some.slice(0, mostRows).map(({ row }) => row)
    return `${sheet === '' ? 'Rows' : `${sheet}rows`} ${rows.join(', ')}${more > 0 ? ` and ${more} more` : ''}, ${first.column}: ${first.text}`
  })
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
function withoutBeginning({ mapping, plan: { kind, added } }: SheetOutcome): readonly Block[] {
  if (kind !== 'role') return []
  const rows = added.filter(({ patch }) => (patch.from ?? null) === null).map(({ row }) => row)
  if (rows.length === 0) return []
  const some = `${rows.slice(0, 12).join(', ')}${rows.length > 12 ? ', …' : ''}`
  const held = rows.length === 1 ? 'it is held' : 'they are held'
  return [
    block.text(
      `${counted(rows.length, 'new role has', 'new roles have')} no first day (row${rows.length === 1 ? '' : 's'} ${some}): ${held} without a beginning, as if always. Where you know the day, put it in the column “${columnOf(mapping, 'from')}” before you take the file over.`,
    ),
  ]
}

function notInFile({ plan: { kind, others } }: SheetOutcome): readonly Block[] {
  if (others.count === 0) return []
  const some =
    others.some.length === 0
      ? ''
      : ` (${others.some.join(', ')}${others.count > others.some.length ? ', …' : ''})`
  const what =
    kind === 'role'
      ? counted(others.count, 'other term', 'other terms')
      : counted(others.count, ...noun[kind])
  const where = kind === 'role' ? ' of these groups' : ' of the directory'
  return [block.text(`Not in the file: ${what}${where}${some}. What is not in it stays as it is.`)]
}

function leftOut({ sheets }: FileOutcome): readonly Block[] {
  const unused = sheets.flatMap(({ mapping }) => mapping.unused)
  return unused.length > 0 ? [block.text(`Left out: ${unused.slice(0, 12).join(', ')}.`)] : []
}

/** Which column was read as which field, where the heading itself does not say so. */
function readAs({ sheets }: FileOutcome): readonly Block[] {
  const words = sheets.flatMap(({ mapping: { fields } }) =>
    Object.entries(fields).flatMap(([column, field]) => {
      const called = fieldWords[field] ?? field
      const isPlain = [field, called].some((word) => fold(column).includes(word))
      return isPlain ? [] : [`${column} as ${called}`]
    }),
  )
  return words.length === 0 ? [] : [block.text(`Read: ${[...new Set(words)].slice(0, 15).join('; ')}.`)]
}

const fieldWords: Readonly<Record<string, string>> = {
  given: 'first name',
  family: 'last name',
  email: 'e-mail',
  person: 'e-mail',
  timezone: 'time zone',
  station: 'duty station',
  openToAll: 'open to all',
  type: 'UN entity',
  from: 'beginning',
  to: 'end',
}

/** People who are listed with a group and no role take part in it. */
function assumedRoles({ plan: { assumed = [] } }: SheetOutcome): readonly Block[] {
  if (assumed.length === 0) return []
  const some = `${assumed.slice(0, 12).join(', ')}${assumed.length > 12 ? ', …' : ''}`
  return [
    block.text(
      `${counted(assumed.length, 'row names', 'rows name')} a group and no role (row${assumed.length === 1 ? '' : 's'} ${some}): taken as members, those of observing entities as observers.`,
    ),
  ]
}
