import { allKnownEntities } from '../../../db/directory/entities.ts'
import { namesOfPeople } from '../../../db/directory/import/current.ts'
import type { RecordLine } from '../../../db/directory/terms/recordLine.ts'
import { recordLines } from '../../../db/directory/terms/recordLines.ts'
import type { Db } from '../../../db/store/db.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { block, button, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { addDays, formatDay, isDay, startOfDay } from '../../../src/core/time/day.ts'
import { formatPeriod, isPeriodForm, type Period, readPeriod } from '../../../src/core/time/period.ts'
import { type Context, command } from '../../define.ts'
import { undo } from '../edit/answer.ts'
import { labelOf, valueWords } from '../edit/shown.ts'
import { readRecord } from './readRecord.ts'
import { span } from './terms.ts'

const pageSize = 15

export const audit = command({
  name: 'audit',
  about: 'The record: who changed what in the directory, when, from where and on what ground',
  heading: 'Record of changes',
  options: {
    about: option.text({ about: 'Only one person, entity or working group', max: 200 }),
    in: option.period({ about: 'Only of these days' }),
    page: option.integer({ about: 'Which page, from 1', min: 1, max: 10_000 }),
  },
  access: secretariat,
  examples: ['/directory audit', '/directory audit about:ETCIP page:2'],
  async run(context, { page = 1, ...typed }) {
    const { about, span } = parted(context, typed)
    const named =
      about === undefined
        ? undefined
        : await readRecord(context, about, ['entity', 'group', 'person'], 'about')
    const rows = await recordLines(context.db, named, {
      limit: pageSize + 1,
      offset: (page - 1) * pageSize,
      ...(span && {
        from: startOfDay(span.from, context.zone),
        before: startOfDay(addDays(span.to, 1), context.zone),
      }),
    })
    const of = `${named ? ` of ${named.label}` : ''}${span ? `, ${formatPeriod(span)}` : ''}`
    if (rows.length === 0) {
      const nothing = named ? rich`Nothing of ${named.label} was changed` : rich`Nothing was changed`
      return message(
        page > 1
          ? `Page ${page} is empty.`
          : span
            ? rich`${nothing} ${span.from === span.to ? 'on' : 'within'} ${formatPeriod(span)}.`
            : rich`${nothing} since the store was made.`,
      )
    }
    const shown = rows.slice(0, pageSize)
    const names = await namesIn(context.db, shown)
    const last = shown.find(({ change, reverts }) => change !== null && reverts === null)
    return message(
      rich`The record${of}, the latest first${page > 1 ? `, page ${page}` : ''}:`,
      block.list(shown.map((row) => line(row, context.zone, names))),
      block.buttons(
        ...(rows.length > pageSize
          ? [
              button('Next page', 'directory audit', {
                ...(about ? { about } : {}),
                ...(span ? { in: `${span.from} - ${span.to}` } : {}),
                page: String(page + 1),
              }),
            ]
          : []),
        ...(last && last.change !== null && page === 1
          ? [{ ...undo(last.change), label: `Take D${last.change} back` }]
          : []),
      ),
    )
  },
})

/** `yesterday` and `ETCIP last week`, typed in one, as whom it is about and the days. */
function parted(
  context: Context,
  { about, in: span }: { readonly about?: string | undefined; readonly in?: Period | undefined },
): { readonly about: string | undefined; readonly span: Period | undefined } {
  const words = about?.split(/\s+/) ?? []
  const at = words.findIndex((_, from) => isPeriodForm(words.slice(from).join(' ')))
  if (span || at < 0) return { about, span }
  return {
    about: at === 0 ? undefined : words.slice(0, at).join(' '),
    span: readPeriod(words.slice(at).join(' '), context),
  }
}

interface Names {
  readonly people: ReadonlyMap<number, string>
  readonly entities: ReadonlyMap<number, string>
}

/** The names of those whom some lines of the record keep by number. */
async function namesIn(db: Db, rows: readonly RecordLine[]): Promise<Names> {
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

function line(row: RecordLine, zone: string, names: Names): Rich {
  const { at, by, platform, source, reverts, change } = row
  const from = platform === null ? '' : ` on ${platform}`
  const number = change === null ? '' : `D${change}: `
  const ground = source === null ? '' : `; source: ${source}`
  return rich`${number}${moment(at, zone)}, ${by ?? 'somebody unknown'}${from}: ${what(row, names)}${reverts === null ? '' : `, taking D${reverts} back`}${ground}`
}

function what({ kind, label, before, after }: RecordLine, names: Names): string {
  if (kind === 'role' || kind === 'post') {
    return after === null
      ? `${label}: until then on record as ${daysOf(before)}`
      : `${label}: ${daysOf(after)}`
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
function passed(after: RecordLine['after'], { people }: Names): string {
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
