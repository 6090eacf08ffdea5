import { fold } from '../../core/text/nearest.ts'
import type { Table } from './table.ts'

export type RecordKind = 'entity' | 'person' | 'group'

/** The fields of each kind of record, with what spreadsheets call them; the field's own name counts too. */
const names: Readonly<Record<RecordKind, Readonly<Record<string, readonly string[]>>>> = {
  entity: {
    acronym: ['abbreviation', 'short name', 'code', 'entity', 'sigle'],
    name: ['full name', 'title', 'organization', 'organisation', 'nom'],
    kind: ['status', 'membership', 'category'],
    type: ['un', 'un entity'],
    joined: ['joined on', 'member since', 'since', 'date joined'],
    aliases: ['also called', 'other names', 'alias', 'former names'],
  },
  person: {
    name: ['full name', 'person', 'focal point', 'contact', 'nom'],
    given: ['first name', 'given name', 'prenom', 'forename'],
    family: ['last name', 'surname', 'family name'],
    email: ['e-mail', 'mail', 'email address', 'e-mail address', 'courriel', 'address'],
    entity: ['organization', 'organisation', 'agency', 'acronym', 'entity acronym'],
    title: ['function', 'position', 'job title', 'post', 'designation', 'fonction'],
    timezone: ['time zone', 'zone', 'tz'],
    phone: ['telephone', 'phone number', 'mobile', 'tel'],
  },
  group: {
    acronym: ['abbreviation', 'short name', 'wg', 'working group', 'group'],
    name: ['full name', 'title', 'nom'],
    number: ['no', 'no.', '#'],
    pillar: [],
    objective: ['purpose', 'mandate', 'aim'],
  },
}

/** What tells a kind of record from the others. */
const marks: Readonly<Record<RecordKind, readonly string[]>> = {
  person: ['email'],
  group: ['pillar', 'objective'],
  entity: ['acronym'],
}

export interface Mapping {
  readonly kind: RecordKind
  /** The field of each column that is understood, by the column's name. */
  readonly fields: Readonly<Record<string, string>>
  /** Columns that nothing is taken from. */
  readonly unknown: readonly string[]
}

/** What a table is about, and what its columns mean; undefined where no kind of record fits. */
export function mapColumns({ columns }: Pick<Table, 'columns'>): Mapping | undefined {
  const kinds: readonly RecordKind[] = ['person', 'group', 'entity']
  for (const kind of kinds) {
    const fields: Record<string, string> = {}
    for (const column of columns) {
      const field = fieldOf(kind, column)
      if (field !== undefined && !Object.values(fields).includes(field)) fields[column] = field
    }
    if (!marks[kind].some((mark) => Object.values(fields).includes(mark))) continue
    return { kind, fields, unknown: columns.filter((column) => !Object.hasOwn(fields, column)) }
  }
  return undefined
}

function fieldOf(kind: RecordKind, column: string): string | undefined {
  const typed = fold(column).replaceAll('_', ' ').trim()
  return Object.entries(names[kind]).find(([field, others]) => field === typed || others.includes(typed))?.[0]
}
