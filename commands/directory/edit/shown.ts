import { type Block, block } from '../../../src/core/message.ts'
import { formatDay, isDay } from '../../../src/core/time/day.ts'

const labels: Readonly<Record<string, string>> = {
  acronym: 'Acronym',
  name: 'Name',
  number: 'Number',
  kind: 'Kind',
  type: 'Type',
  joined: 'Joined',
  aliases: 'Also called',
  retired: 'Retired from',
  formerName: 'Former name',
  email: 'E-mail',
  title: 'Title',
  zone: 'Time zone',
  phone: 'Phone',
  station: 'Duty station',
  country: 'Country',
  languages: 'Languages',
  entityId: 'Entity',
  since: 'With the entity since',
  emailFor: 'E-mail shown to',
  phoneFor: 'Phone shown to',
  isSecretariat: 'Secretariat',
  isCoordinator: 'Coordinator',
  retiredOn: 'Retired from',
  pillar: 'Pillar',
  objective: 'Objective',
  subjects: 'Subjects',
  openToAll: 'Open to all',
  quorum: 'Quorum',
  rhythm: 'Meets',
}

/** Columns in the order in which answers name them. */
export function inOrder(columns: readonly string[]): readonly string[] {
  return Object.keys(labels).filter((column) => columns.includes(column))
}

/** The columns of a change as they stand now; `names` says in words what a column holds by number. */
export function changedFields(after: object, names: Readonly<Record<string, string>> = {}): Block {
  return block.fields(
    Object.entries(after).map(([column, value]) => [
      labelOf(column),
      Object.hasOwn(names, column) ? (names[column] ?? '') : valueWords(value),
    ]),
  )
}

/** What a column is called in answers. */
export function labelOf(column: string): string {
  return labels[column] ?? column
}

export function valueWords(value: unknown): string {
  if (value === null || value === '') return 'none'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join('; ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string' && isDay(value)) return formatDay(value)
  return String(value)
}
