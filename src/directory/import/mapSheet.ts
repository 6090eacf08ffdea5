import { type KnownHeadings, type Mapping, mapAs, mapColumns } from './columns.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** A sheet, or the part of it that one kind of record is read from. */
export interface MappedSheet {
  readonly sheet: Sheet
  readonly mapping: Mapping
}

/**
 * What a sheet lists. A list of contacts that says what each of them is in which group lists people and their roles:
 * it is read twice. Nothing where no kind of record fits.
 */
export function mapSheet(sheet: Sheet, known: KnownHeadings): readonly MappedSheet[] {
  const whole = mapColumns(sheet, known)
  if (whole === undefined) return []
  if (whole.kind === 'entity') return [{ sheet, mapping: kindNotType(sheet, whole) }]
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
    { sheet: groupRows(sheet, role), mapping: { ...role, unknown: [], unused: [], roleAssumed: true } },
  ]
}

/** A column “Type” that says who is a member and who observes is the kind of an entity, where no other column is. */
function kindNotType(sheet: Sheet, mapping: Mapping): Mapping {
  const { fields } = mapping
  const column = Object.keys(fields).find((one) => fields[one] === 'type')
  if (column === undefined || Object.values(fields).includes('kind')) return mapping
  const said = sheet.rows.flatMap(({ cells }) => (Object.hasOwn(cells, column) ? (cells[column] ?? '') : []))
  if (!said.some((cell) => /^\s*(?:member|observer)/i.test(cell))) return mapping
  return { ...mapping, fields: { ...fields, [column]: 'kind' } }
}

/** Without a column for the role, whoever is listed with a group takes part in it. */
const needed = ['group', 'entity', 'person']

/** Of the fields of a role, those that say nothing of the person. */
const roleAlone = ['group', 'role', 'from', 'to']

/** The rows that name a group, one for each group that they name. */
function groupRows(sheet: Sheet, { fields }: Mapping): Sheet {
  const column = Object.entries(fields).find(([, field]) => field === 'group')?.[0] ?? ''
  const rows = sheet.rows.flatMap((row): readonly SheetRow[] => {
    // A formula there is named as the mistake that it is, with or without a result.
    if (row.formulas?.includes(column)) return [row]
    if (!Object.hasOwn(row.cells, column)) return []
    return groupsIn(row.cells[column] ?? '').map((group) => ({
      ...row,
      cells: { ...row.cells, [column]: group },
    }))
  })
  return { ...sheet, rows }
}

const longestAcronym = 14

/** `ETCIP; BMLE`, also with commas where nothing between them is longer than an acronym. */
function groupsIn(cell: string): readonly string[] {
  const parts = (separator: RegExp) =>
    cell
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  const acronyms = parts(/[,;/\n]/)
  return acronyms.every(({ length }) => length <= longestAcronym) ? acronyms : parts(/[;\n]/)
}
