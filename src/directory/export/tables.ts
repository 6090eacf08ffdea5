import type { Day } from '../../core/time/day.ts'

/** What is exported of the directory, in the words of the import. */
export type Subject = 'entities' | 'groups' | 'people' | 'roles'

export interface ExportedDirectory {
  readonly entities: readonly ExportedEntity[]
  readonly groups: readonly ExportedGroup[]
  readonly people: readonly ExportedPerson[]
  readonly roles: readonly ExportedRole[]
}

export interface ExportedEntity {
  readonly acronym: string
  readonly name: string
  readonly kind: string
  readonly type: string | null
  readonly joined: Day | null
  readonly aliases: readonly string[]
  /** `UNCCT = UN Counter-Terrorism Centre`. */
  readonly parts: readonly string[]
}

export interface ExportedGroup {
  readonly number: number
  readonly acronym: string
  readonly name: string
  readonly pillar: string | null
  readonly objective: string
  readonly aliases: readonly string[]
  readonly subjects: readonly string[]
  readonly openToAll: boolean
}

export interface ExportedPerson {
  readonly name: string
  readonly email: string | null
  readonly entity: string | null
  /** The first day for that entity. */
  readonly since: Day | null
  readonly title: string | null
  readonly phone: string | null
  readonly zone: string
  readonly station: string | null
  readonly country: string | null
  readonly languages: readonly string[]
  readonly isCoordinator: boolean
  readonly isSecretariat: boolean
}

export interface ExportedRole {
  readonly group: string
  readonly role: string
  readonly entity: string
  /** The e-mail address of the person who holds it. */
  readonly person: string | null
  /** The name that it is held under, where that is not a person of the directory. */
  readonly holder: string | null
  readonly from: Day | null
  /** The last day. */
  readonly to: Day | null
}

/** Records as rows under headings that the import knows; every cell is a text. */
export interface ExportTable {
  readonly subject: Subject
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The subjects as tables, in the order in which they are read back: entities before the people who stand for them. */
export function tablesOf(data: ExportedDirectory, subjects: readonly Subject[]): readonly ExportTable[] {
  const make: Readonly<Record<Subject, () => ExportTable>> = {
    entities: () => table('entities', entityColumns, data.entities),
    groups: () => table('groups', groupColumns, data.groups),
    people: () => table('people', personColumns, data.people),
    roles: () => table('roles', roleColumns, data.roles),
  }
  const order: readonly Subject[] = ['entities', 'groups', 'people', 'roles']
  return order.filter((subject) => subjects.includes(subject)).map((subject) => make[subject]())
}

type Columns<T> = Readonly<Record<string, (record: T) => string | null>>

const entityColumns: Columns<ExportedEntity> = {
  acronym: ({ acronym }) => acronym,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  type: ({ type }) => type,
  joined: ({ joined }) => joined,
  aliases: ({ aliases }) => list(aliases),
  parts: ({ parts }) => list(parts),
}

const groupColumns: Columns<ExportedGroup> = {
  number: ({ number }) => String(number),
  acronym: ({ acronym }) => acronym,
  name: ({ name }) => name,
  pillar: ({ pillar }) => pillar,
  objective: ({ objective }) => objective,
  aliases: ({ aliases }) => list(aliases),
  subjects: ({ subjects }) => list(subjects),
  'open to all': ({ openToAll }) => (openToAll ? 'yes' : 'no'),
}

const personColumns: Columns<ExportedPerson> = {
  name: ({ name }) => name,
  email: ({ email }) => email,
  entity: ({ entity }) => entity,
  since: ({ since }) => since,
  title: ({ title }) => title,
  phone: ({ phone }) => phone,
  timezone: ({ zone }) => zone,
  'duty station': ({ station }) => station,
  country: ({ country }) => country,
  languages: ({ languages }) => list(languages),
  coordinator: ({ isCoordinator }) => (isCoordinator ? 'yes' : 'no'),
  secretariat: ({ isSecretariat }) => (isSecretariat ? 'yes' : 'no'),
}

const roleColumns: Columns<ExportedRole> = {
  group: ({ group }) => group,
  role: ({ role }) => role,
  entity: ({ entity }) => entity,
  person: ({ person }) => person,
  holder: ({ holder }) => holder,
  from: ({ from }) => from,
  to: ({ to }) => to,
}

function table<T>(subject: Subject, columns: Columns<T>, records: readonly T[]): ExportTable {
  const names = Object.keys(columns)
  return {
    subject,
    columns: names,
    rows: records.map((record) => names.map((name) => columns[name]?.(record) ?? '')),
  }
}

/** With a semicolon at the end where a name has a comma, so that it is read back as it was. */
function list(names: readonly string[]): string {
  const joined = names.join('; ')
  return names.length === 1 && joined.includes(',') ? `${joined};` : joined
}
