import { type KnownHeadings, type Mapping, mapAs, mapColumns } from './columns.ts'
import { plain } from './heading.ts'
import { type NamedWithRole, withRole } from './names/groupWithRole.ts'
import { isPlaceholder } from './names/placeholder.ts'
import { roleColumn } from './roleColumns.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** A sheet, or the part of it that one kind of record is read from. */
export interface MappedSheet {
  readonly sheet: Sheet
  readonly mapping: Mapping
}

/**
 * What a sheet lists. A list of contacts that says what each of them is in which group lists people and their roles:
 * it is read twice. So is a list of groups that says who chairs them. Nothing where no kind of record fits.
 */
export function mapSheet(sheet: Sheet, known: KnownHeadings): readonly MappedSheet[] {
  const whole = mapColumns(sheet, known)
  if (whole === undefined) return []
  if (whole.kind === 'entity') return [{ sheet, mapping: kindNotType(sheet, whole) }]
  if (whole.kind === 'group') return withHolders(sheet, whole)
  if (whole.kind !== 'role' && whole.kind !== 'person') return [{ sheet, mapping: whole }]
  const role = mapAs('role', sheet, known)
  const said = Object.entries(role.fields).filter(([, field]) => roleAlone.includes(field))
  if (!needed.every((field) => Object.values(role.fields).includes(field))) return [{ sheet, mapping: whole }]
  const person = mapAs('person', sheet, known, new Set(said.map(([column]) => column)))
  const fields = Object.values(person.fields)
  const named = fields.includes('name') || (fields.includes('given') && fields.includes('family'))
  if (!fields.includes('email') || !named) return [{ sheet, mapping: whole }]
  return [
    { sheet, mapping: { ...person, repeats: true } },
    groupRows(sheet, {
      ...role,
      fields: sinceNominated(role, person),
      unknown: [],
      unused: [],
      roleAssumed: true,
    }),
  ]
}

/** The day on which somebody was nominated is the first one of what they were nominated for. */
function sinceNominated(role: Mapping, person: Mapping): Mapping['fields'] {
  const column = Object.keys(person.fields).find(
    (one) => person.fields[one] === 'since' && /nominat|designat|appoint/.test(plain(one)),
  )
  return column === undefined || Object.values(role.fields).includes('from')
    ? role.fields
    : { ...role.fields, [column]: 'from' }
}

/** A list of groups, and for each column that says which entities hold a role in them, a list of roles. */
function withHolders(sheet: Sheet, mapping: Mapping): readonly MappedSheet[] {
  const group = Object.entries(mapping.fields).find(([, field]) => field === 'acronym')?.[0]
  const columns = mapping.unknown.flatMap((column) => {
    const role = roleColumn(column)
    return role === undefined ? [] : [{ column, role }]
  })
  if (group === undefined || columns.length === 0) return [{ sheet, mapping }]
  const unknown = mapping.unknown.filter((column) => !columns.some((one) => one.column === column))
  return [
    { sheet, mapping: { ...mapping, unknown } },
    ...columns.map(({ column, role }): MappedSheet => {
      const text = roleBeside(column)
      const apart = rowsApart(sheet, column, text)
      const saysRoles = apart.rows.some(({ cells }) => Object.hasOwn(cells, text))
      const fields = { [group]: 'group', [column]: 'entity', ...(saysRoles ? { [text]: 'role' } : {}) }
      return { sheet: apart, mapping: { kind: 'role', fields, unknown: [], unused: [], fixed: { role } } }
    }),
  ]
}

/** A column “Type” that says who is a member and who observes is the kind of an entity, where no other column is. */
function kindNotType(sheet: Sheet, mapping: Mapping): Mapping {
  const { fields } = mapping
  const column = Object.keys(fields).find((one) => fields[one] === 'type')
  if (column === undefined || Object.values(fields).includes('kind')) return mapping
  const texts = sheet.rows.flatMap(({ cells }) => (Object.hasOwn(cells, column) ? (cells[column] ?? '') : []))
  if (!texts.some((cell) => /^\s*(?:member|observer)/i.test(cell))) return mapping
  return { ...mapping, fields: { ...fields, [column]: 'kind' } }
}

/** Without a column for the role, whoever is listed with a group takes part in it. */
const needed = ['group', 'entity', 'person']

/** Of the fields of a role, those that say nothing of the person. */
const roleAlone = ['group', 'role', 'from', 'to']

/** The rows that name a group, one for each group that they name, with the roles that stand beside these. */
function groupRows(sheet: Sheet, mapping: Mapping): MappedSheet {
  const columnOf = (field: string) => Object.entries(mapping.fields).find(([, known]) => known === field)?.[0]
  const column = columnOf('group') ?? ''
  const text = columnOf('role') ?? roleBeside(column)
  const apart = rowsApart(sheet, column, text)
  const fields = apart.rows.some(({ cells }) => Object.hasOwn(cells, text))
    ? { ...mapping.fields, [text]: 'role' }
    : mapping.fields
  return { sheet: apart, mapping: { ...mapping, fields } }
}

/** What a role that stands in the cell of a group or an entity is called, as a column of its own. */
function roleBeside(column: string): string {
  return `${column} (role)`
}

/**
 * The rows that have something in a column, one for each acronym or name there; a role that stands beside the name goes
 * to the column of roles.
 */
function rowsApart(sheet: Sheet, column: string, roles: string): Sheet {
  const rows = sheet.rows.flatMap((row): readonly SheetRow[] => {
    // A formula there is named as the mistake that it is, with or without a result.
    if (row.formulas?.includes(column)) return [row]
    if (!Object.hasOwn(row.cells, column) || isPlaceholder(row.cells[column] ?? '')) return []
    return namesIn(row.cells[column] ?? '').map(({ name, role }) => ({
      ...row,
      cells: { ...row.cells, [column]: name, ...(role === undefined ? {} : { [roles]: role }) },
    }))
  })
  return { ...sheet, rows }
}

const longestAcronym = 14

/**
 * `ETCIP; BMLE`, also with commas between what is no longer than an acronym, or has a role beside each name, and
 * `ETCIP & BMLE` of acronyms.
 */
function namesIn(cell: string): readonly NamedWithRole[] {
  const joined = cell.split(/[,;/\n]| (?:&|\+|and|et|y) /u).map((part) => part.trim())
  if (joined.every((part) => /^[\p{Lu}\p{N}-]{2,14}$/u.test(part))) return joined.map((name) => ({ name }))
  const parts = (separator: RegExp) =>
    cell
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(withRole)
  const some = parts(/[,;/\n]/)
  const isList =
    some.every(({ name }) => name.length <= longestAcronym) || some.every(({ role }) => role !== undefined)
  return isList ? some : parts(/[;\n]/)
}
