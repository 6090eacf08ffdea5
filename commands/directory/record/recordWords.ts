import { allKnownEntities } from '../../../db/directory/entities.ts'
import { namesOfPeople } from '../../../db/directory/import/current.ts'
import type { RecordLine } from '../../../db/directory/terms/recordLine.ts'
import type { Db } from '../../../db/store/db.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { addDays, formatDay, isDay } from '../../../src/core/time/day.ts'
import { labelOf, valueWords } from '../edit/shown.ts'
import { span } from './terms.ts'

export interface RecordNames {
  readonly people: ReadonlyMap<number, string>
  readonly entities: ReadonlyMap<number, string>
}

/** The names of those whom some lines of the record keep by number. */
export async function namesIn(db: Db, rows: readonly RecordLine[]): Promise<RecordNames> {
  const kept = (fields: readonly string[]) =>
    rows
      .flatMap(({ before, after }) => fields.flatMap((field) => [before?.[field], after?.[field]]))
      .filter((one) => typeof one === 'number')
  const entities = kept(['entityId']).length === 0 ? [] : await allKnownEntities(db)
  return {
    people: await namesOfPeople(db, kept(['from', 'to', 'personId'])),
    entities: new Map(entities.map(({ id, acronym }) => [id, acronym])),
  }
}

/** What a line of the record says was done, in words. */
export function whatWasDone({ kind, label, before, after }: RecordLine, names: RecordNames): string {
  if (kind === 'role' || kind === 'post') {
    return after === null ? `${label}: before this, ${daysOf(before)}` : `${label}: ${daysOf(after)}`
  }
  if (kind === 'import') return importWords(after)
  if (kind === 'handover' || kind === 'merge') return `${kind}${passed(after, names)}`
  if (before === null) return `${kind} ${label ?? ''} added`
  const columns = Object.entries(after ?? {}).map(([column, value]) => {
    // What a field holds for its owner alone is not for the record's readers.
    if (column === 'phone') return 'Phone changed'
    if (column === 'roles') return 'terms of office altered'
    const said = (one: unknown) =>
      column === 'entityId' && typeof one === 'number' ? (names.entities.get(one) ?? 'none') : valueWords(one)
    return `${labelOf(column)}: ${shorten(said(before[column]), 60)} → ${shorten(said(value), 60)}`
  })
  // A person who asked to be forgotten leaves no more of a change than that it was made.
  return `${kind} ${label ?? ''}: ${columns.join('; ') || 'what was changed is forgotten'}`
}

/** From whom to whom all in hand, or a whole record, went. */
function passed(after: RecordLine['after'], { people }: RecordNames): string {
  const person = (field: string) => {
    const id = after?.[field]
    return typeof id === 'number' ? `${people.get(id) ?? 'somebody'}, P${id}` : 'nobody'
  }
  const on = after?.['on']
  const day = typeof on === 'string' && isDay(on) ? `, on ${formatDay(on)}` : ''
  return `: ${person('from')} → ${person('to')}${day}`
}

function importWords(after: RecordLine['after']): string {
  const file = String(after?.['file'] ?? 'a file')
  const records = after?.['records']
  return typeof records === 'number'
    ? `${file} imported, ${counted(records, 'record')}`
    : `the import of ${file} taken back`
}

/** `[2022-01-01,2022-07-01)`, as Postgres writes a range, in words. */
function daysOf(json: RecordLine['before']): string {
  const during = json?.['during']
  if (typeof during !== 'string') return ''
  const [from = '', until = ''] = during.slice(1, -1).split(',')
  if (from !== '' && until !== '' && from === until) return formatDay(from)
  const first = from === '' ? null : during.startsWith('(') ? addDays(from, 1) : from
  return span(first, until === '' ? null : until)
}
