import { fold } from '../../core/text/nearest.ts'
import { roleNamed } from './roleWords.ts'
import type { Sheet } from './sheet.ts'

export type RecordKind = 'entity' | 'group' | 'person' | 'role'

/** The fields of each kind of record, with what spreadsheets call them; the field's own name counts too. */
const names: Readonly<Record<RecordKind, Readonly<Record<string, readonly string[]>>>> = {
  entity: {
    acronym: ['abbreviation', 'short name', 'code', 'entity', 'sigle', 'kurzel', 'siglas'],
    name: ['full name', 'title', 'organization', 'organisation', 'nom', 'nombre', 'entity name'],
    kind: ['status', 'membership', 'category'],
    type: ['un', 'un entity'],
    joined: ['joined on', 'member since', 'since', 'date joined'],
    aliases: ['also called', 'other names', 'alias', 'former names'],
    parts: ['part', 'branches'],
  },
  group: {
    acronym: ['abbreviation', 'short name', 'wg', 'working group', 'group'],
    name: ['full name', 'title', 'nom', 'nombre'],
    number: ['no', 'no.', '#'],
    pillar: [],
    objective: ['purpose', 'mandate', 'aim'],
    aliases: ['also called', 'other names', 'alias'],
    subjects: ['subject', 'topics', 'topic', 'deals with', 'themes'],
    openToAll: ['open to all', 'open'],
  },
  person: {
    name: ['full name', 'person', 'focal point', 'contact', 'nom', 'nombre', 'display name'],
    given: ['first name', 'given name', 'prenom', 'forename'],
    family: ['last name', 'surname', 'family name', 'nom de famille'],
    email: ['e-mail', 'mail', 'email address', 'e-mail address', 'courriel', 'address', 'correo'],
    entity: ['organization', 'organisation', 'agency', 'acronym', 'entity acronym', 'company'],
    title: ['function', 'position', 'job title', 'post', 'designation', 'fonction', 'cargo'],
    timezone: ['time zone', 'zone', 'tz'],
    phone: [
      'telephone',
      'phone number',
      'phone no',
      'phone no.',
      'telephone no.',
      'tel.',
      'mobile',
      'tel',
      'cell',
    ],
    station: ['duty station', 'city', 'town', 'location', 'office'],
    country: ['country of duty station', 'pays', 'pais'],
    languages: ['language', 'speaks', 'langues', 'idiomas'],
    coordinator: ['is coordinator'],
    secretariat: ['is secretariat'],
  },
  role: {
    group: ['wg', 'wgs', 'groups', 'working group', 'working groups', 'group acronym'],
    role: ['function', 'seat', 'capacity', 'as'],
    entity: ['organization', 'organisation', 'agency', 'entity acronym', 'acronym'],
    person: ['email', 'e-mail', 'person email', 'e-mail address'],
    holder: ['name', 'held by', 'representative', 'full name'],
    from: ['since', 'start', 'from date', 'term start', 'begin'],
    to: ['until', 'end', 'to date', 'term end'],
  },
}

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

/** What the sheets of a workbook, and the lists of a JSON file, are called where they hold one kind. */
const sheetNames: ReadonlyMap<string, RecordKind> = new Map([
  ['entities', 'entity'],
  ['entity', 'entity'],
  ['organizations', 'entity'],
  ['organisations', 'entity'],
  ['groups', 'group'],
  ['working groups', 'group'],
  ['people', 'person'],
  ['persons', 'person'],
  ['contacts', 'person'],
  ['focal points', 'person'],
  ['roles', 'role'],
  ['terms', 'role'],
])

/** What headings were said to mean, by `headingKey`; an empty field is left out. */
export type KnownHeadings = ReadonlyMap<string, string>

export interface Mapping {
  readonly kind: RecordKind
  /** The field of each column that is understood, by the column's name. */
  readonly fields: Readonly<Record<string, string>>
  /** Columns of which nobody has said yet what they mean. */
  readonly unknown: readonly string[]
  /** Columns that were said to be of no use. */
  readonly unused: readonly string[]
  /** One record may stand in several rows, as long as they say the same of it. */
  readonly repeats?: boolean
}

/** What a sheet is about, and what its columns mean; undefined where no kind of record fits. */
export function mapColumns(sheet: Sheet, known: KnownHeadings = new Map()): Mapping | undefined {
  const named = sheetNames.get(fold(sheet.name))
  const candidates = named ? [named] : marks.map(([kind]) => kind)
  for (const kind of candidates) {
    const mapping = mapAs(kind, sheet, known)
    const taken = Object.values(mapping.fields)
    const sets = marks.find(([of]) => of === kind)?.[1] ?? []
    if (named || sets.some((set) => set.every((field) => taken.includes(field)))) return mapping
  }
  return undefined
}

/** A heading as it is remembered. */
export function headingKey(kind: RecordKind, column: string): string {
  return `${kind} ${plain(column)}`
}

/** The fields of a kind, by name. */
export function fieldsOf(kind: RecordKind): readonly string[] {
  return Object.keys(names[kind])
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
  const own = Object.keys(names[kind])
  const columns = sheet.columns
    .filter((column) => !except.has(column))
    .toSorted((one, other) => Number(own.includes(plain(other))) - Number(own.includes(plain(one))))
  for (const column of columns) {
    const said = known.get(headingKey(kind, column))
    const field = said ?? fieldNamed(kind, column, sheet)
    if (said === '') unused.push(column)
    else if (field !== undefined && free(field)) fields[column] = field
  }
  // Whatever it is called, a column of addresses is where people are told apart.
  const addresses = columns.find((column) => !Object.hasOwn(fields, column) && holdsAddresses(sheet, column))
  if (kind === 'person' && free('email') && addresses !== undefined) fields[addresses] = 'email'
  const rest = sheet.columns.filter((column) => !except.has(column))
  const unknown = rest.filter((column) => !Object.hasOwn(fields, column) && !unused.includes(column))
  return { kind, fields, unknown, unused }
}

function fieldNamed(kind: RecordKind, column: string, sheet: Sheet): string | undefined {
  const typed = plain(column)
  const field = Object.entries(names[kind]).find(
    ([own, others]) => fold(own) === typed || others.includes(typed),
  )?.[0]
  // “Function” and “seat” are as often what somebody is at home.
  const isTitle = kind === 'role' && field === 'role' && typed !== 'role' && !holdsRoles(sheet, column)
  return isTitle ? undefined : field
}

function plain(column: string): string {
  return fold(column)
    .replaceAll(/[_:*]+/g, ' ')
    .trim()
}

function holdsAddresses(sheet: Sheet, column: string): boolean {
  return mostly(sheet, column, (text) => /^[^\s@]+@[^\s@]+$/.test(text))
}

function holdsRoles(sheet: Sheet, column: string): boolean {
  return mostly(sheet, column, (text) => roleNamed(text) !== undefined)
}

/** Whether more than half of a column's filled cells are of a kind. */
function mostly({ rows }: Sheet, column: string, is: (text: string) => boolean): boolean {
  const filled = rows.flatMap(({ cells }) => (Object.hasOwn(cells, column) ? [cells[column] ?? ''] : []))
  return filled.length > 0 && filled.filter(is).length * 2 > filled.length
}
