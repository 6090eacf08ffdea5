import { typedAddress } from '../../core/text/addresses/mailAddress.ts'
import { fold } from '../../core/text/nearest.ts'
import { plain } from './heading.ts'
import { acronymNames, headingNames, sheetNames } from './headingNames.ts'
import type { RecordKind } from './recordKind.ts'
import { roleColumn } from './roleColumns.ts'
import { roleNamed } from './roleWords.ts'
import type { Sheet } from './sheet.ts'

/** What tells a kind of record from the others: it has all columns of one of these sets. */
const marks: readonly (readonly [RecordKind, readonly (readonly string[])[]])[] = [
  ['role', [['group', 'role', 'entity']]],
  ['person', [['email']]],
  [
    'group',
    [
      ['acronym', 'pillar'],
      ['acronym', 'objective'],
      ['acronym', 'subjects'],
    ],
  ],
  ['entity', [['acronym']]],
]

/** What headings were said to mean, by `headingKey`; an empty field is left out. */
export type KnownHeadings = ReadonlyMap<string, string>

export interface Mapping {
  readonly kind: RecordKind
  /** The field of each column that is understood, by the column's name. */
  readonly fields: Readonly<Record<string, string>>
  /** Columns of which nobody has said yet what they mean. */
  readonly unknown: readonly string[]
  /** Columns that hold nothing for the directory: as was said, or forms of address and numbers of rows. */
  readonly unused: readonly string[]
  /** One record may stand in several rows, as long as they say the same of it. */
  readonly repeats?: boolean
  /** What holds for every row, by field. */
  readonly fixed?: Readonly<Record<string, string>>
  /** A row that names a group and no role lists a member or, for an entity that observes, an observer. */
  readonly roleAssumed?: boolean
}

/** What a sheet is about, and what its columns mean; undefined where no kind of record fits. */
export function mapColumns(sheet: Sheet, known: KnownHeadings = new Map()): Mapping | undefined {
  const text = known.get(sheetKey(sheet))
  if (text === '') return undefined
  const named = recordKind(text) ?? sheetNames.get(fold(sheet.name))
  const candidates = named ? [named] : marks.map(([kind]) => kind)
  for (const kind of candidates) {
    const mapping = mapAs(kind, sheet, known)
    const taken = Object.values(mapping.fields)
    const sets = marks.find(([of]) => of === kind)?.[1] ?? []
    if (named || sets.some((set) => set.every((field) => taken.includes(field)))) return mapping
    if (kind === 'group' && listsGroups(mapping)) return mapping
  }
  return undefined
}

/** A heading as it is remembered. */
export function headingKey(kind: RecordKind, column: string): string {
  return `${kind} ${plain(column)}`
}

/** What a sheet lists is remembered for all sheets with the same columns. */
export function sheetKey({ columns }: Sheet): string {
  return `sheet ${columns.map(plain).toSorted().join(' | ').slice(0, 1_000)}`
}

/** Whether what has an acronym and a name is called a group, or has a column for who chairs it. */
function listsGroups({ fields, unknown }: Mapping): boolean {
  const taken = Object.values(fields)
  if (!taken.includes('acronym') || !taken.includes('name')) return false
  const isGroup = Object.entries(fields).some(
    ([column, field]) => field === 'acronym' && headingNames.role['group']?.includes(plain(column)),
  )
  return isGroup || unknown.some((column) => leadingRoles.includes(roleColumn(column) ?? ''))
}

const leadingRoles: readonly string[] = ['chair', 'co-chair', 'vice-chair']

function recordKind(text: string | undefined): RecordKind | undefined {
  return marks.map(([kind]) => kind).find((kind) => kind === text)
}

/** The fields of a kind, by name. */
export function fieldsOf(kind: RecordKind): readonly string[] {
  return Object.keys(headingNames[kind])
}

/** What the columns mean where the sheet lists one kind of record; `except` are columns that are something else. */
export function mapAs(
  kind: RecordKind,
  sheet: Sheet,
  known: KnownHeadings,
  except: ReadonlySet<string> = new Set(),
): Mapping {
  const fields: Record<string, string> = {}
  const unused: string[] = []
  const free = (field: string) => !Object.values(fields).includes(field)
  // A column that bears a field's own name goes before those that are only called like it.
  const own = Object.keys(headingNames[kind])
  const columns = sheet.columns
    .filter((column) => !except.has(column))
    .toSorted((one, other) => Number(own.includes(plain(other))) - Number(own.includes(plain(one))))
  for (const column of columns) {
    const text = known.get(headingKey(kind, column))
    const field = text ?? fieldNamed(kind, column, sheet)
    if (text === '' || (text === undefined && isNothing(column, field, sheet))) unused.push(column)
    else if (field !== undefined && free(field)) fields[column] = field
  }
  // Whatever it is called, a column of addresses is where people are told apart.
  const addresses = columns.find((column) => !Object.hasOwn(fields, column) && holdsAddresses(sheet, column))
  if (kind === 'person' && free('email') && addresses !== undefined) fields[addresses] = 'email'
  const rest = sheet.columns.filter((column) => !except.has(column))
  const unknown = rest.filter((column) => !Object.hasOwn(fields, column) && !unused.includes(column))
  if (kind === 'person') return { kind, fields: halvesOfNames(fields), unknown, unused }
  return kind === 'role'
    ? { kind, fields, unknown, unused }
    : namedInFull(kind, { kind, fields, unknown, unused })
}

/** Beside an acronym that is called one, “Working group” and “Entity” are the whole names. */
function namedInFull(kind: 'entity' | 'group', mapping: Mapping): Mapping {
  const { fields, unknown } = mapping
  const acronym = Object.keys(fields).find((column) => fields[column] === 'acronym')
  const isNamed = (column: string) => headingNames[kind]['acronym']?.includes(plain(column)) ?? false
  const other = unknown.find(isNamed)
  if (acronym === undefined || other === undefined || Object.values(fields).includes('name')) return mapping
  const [short, full] = isAcronym(other) && !isAcronym(acronym) ? [other, acronym] : [acronym, other]
  return {
    ...mapping,
    fields: { ...fields, [short]: 'acronym', [full]: 'name' },
    unknown: unknown.filter((column) => column !== other),
  }
}

/** Whether a heading says that an acronym stands below it, and not only whose. */
function isAcronym(column: string): boolean {
  return ['acronym', ...acronymNames].includes(plain(column))
}

/** Beside a first name, “Nom” is the family name, and “Nombre” beside the family name is the first one. */
function halvesOfNames(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const taken = Object.values(fields)
  const whole = Object.keys(fields).find((column) => fields[column] === 'name')
  if (whole === undefined || !['nom', 'name', 'nombre'].includes(plain(whole))) return fields
  if (taken.includes('given') === taken.includes('family')) return fields
  return { ...fields, [whole]: taken.includes('given') ? 'family' : 'given' }
}

function fieldNamed(kind: RecordKind, column: string, sheet: Sheet): string | undefined {
  const typed = plain(column)
  // Lists in two languages say both: “E-mail / Courriel”.
  const halves = typed.split(/ ?[/|] ?| or /)
  // “Principal / Alternate” and “Member or observer” say between what the column chooses.
  if (kind === 'role' && halves.length > 1 && halves.every((one) => roleNamed(one) !== undefined)) {
    return 'role'
  }
  const named = [typed, ...halves]
  const field = named
    .map((name) =>
      Object.entries(headingNames[kind]).find(([own, others]) => fold(own) === name || others.includes(name)),
    )
    .find((found) => found !== undefined)?.[0]
  // “Function” and “seat” are as often what somebody is at home.
  const isTitle = kind === 'role' && field === 'role' && typed !== 'role' && !holdsRoles(sheet, column)
  return isTitle ? undefined : field
}

const addressForms = /^(?:mr|mrs|ms|miss|mx|dr|prof|m|mme|mlle|me|sr|sra|srta|h ?e|s ?e|amb|col|gen|capt)$/

/** Whether a column says nothing that the directory keeps: “Mr” and “Mme”, or the numbers of the rows. */
function isNothing(column: string, field: string | undefined, sheet: Sheet): boolean {
  if (field !== undefined && field !== 'title' && field !== 'name') return false
  if (isRowNumber(column) && mostly(sheet, column, (text) => /^\d{1,5}$/.test(text))) return true
  return mostly(sheet, column, (text) => addressForms.test(plain(text)))
}

function isRowNumber(column: string): boolean {
  if (/^column [a-z]{1,3}$/.test(plain(column))) return true
  return ['', 'no', 'n', 'nr', 'num', 'numero', 's no', 'sr no', 'row', 'serial no', 'ligne'].includes(
    plain(column),
  )
}

function holdsAddresses(sheet: Sheet, column: string): boolean {
  return mostly(sheet, column, (text) => typedAddress(text) !== undefined)
}

function holdsRoles(sheet: Sheet, column: string): boolean {
  return mostly(sheet, column, (text) => roleNamed(text) !== undefined)
}

/** Whether more than half of a column's filled cells are of a kind. */
function mostly({ rows }: Sheet, column: string, is: (text: string) => boolean): boolean {
  const filled = rows.flatMap(({ cells }) => (Object.hasOwn(cells, column) ? [cells[column] ?? ''] : []))
  return filled.length > 0 && filled.filter(is).length * 2 > filled.length
}
