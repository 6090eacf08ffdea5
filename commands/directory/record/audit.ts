import { changeOf } from '../../../db/directory/edit/changes.ts'
import { isForgotten } from '../../../db/directory/personalData/forgotten.ts'
import type { RecordLine } from '../../../db/directory/terms/recordLine.ts'
import { recordLines } from '../../../db/directory/terms/recordLines.ts'
import type { Db } from '../../../db/store/db.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { type Block, block, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { addDays, type Day, startOfDay } from '../../../src/core/time/day.ts'
import { formatPeriod, isPeriodForm, type Period, readPeriod } from '../../../src/core/time/period.ts'
import { csvText } from '../../../src/directory/export/files.ts'
import { type Context, command } from '../../define.ts'
import { noSuchPage, turnPages } from '../../records/pages.ts'
import { revertButton } from '../edit/answer.ts'
import { readRecord } from './readRecord.ts'
import { namesIn, type RecordNames, whatWasDone } from './recordWords.ts'

const pageSize = 15

/** What else people call the record as a file. */
const fileWords = {
  csv: ['file', 'as a file', 'as csv', 'spreadsheet', 'as a spreadsheet', 'export', 'excel'],
}

export const audit = command({
  name: 'audit',
  about: 'Who changed what in the directory, when, from where and why',
  heading: 'Record of changes',
  options: {
    about: option.text({
      about: 'Only one person, entity or working group',
      max: 200,
      names: ['entity', 'group', 'person'],
    }),
    in: option.period({ about: 'Only of these days' }),
    format: option.choice({
      about: 'As a file',
      choices: ['csv'],
      also: fileWords,
      trailing: true,
    }),
    page: option.integer({ about: 'Which page, from 1', min: 1, max: 10_000 }),
  },
  access: secretariat,
  examples: ['/directory audit', '/directory audit about:ETCIP page:2', '/directory audit 2026 format:csv'],
  async run(context, { page = 1, format, ...typed }) {
    const { about, span } = parted(context, typed)
    const named =
      about === undefined
        ? undefined
        : await readRecord(context, about, ['entity', 'group', 'person'], 'about')
    const within = span && {
      from: startOfDay(span.from, context.zone),
      before: startOfDay(addDays(span.to, 1), context.zone),
    }
    const size = format === undefined ? pageSize : mostInFile
    const rows = await recordLines(context.db, named, {
      limit: size + 1,
      offset: format === undefined ? (page - 1) * pageSize : 0,
      ...within,
    })
    const of = `${named ? ` of ${named.label}` : ''}${span ? `, ${formatPeriod(span)}` : ''}`
    const paged = {
      command: 'directory audit',
      values: { ...(about ? { about } : {}), ...(span ? { in: `${span.from} - ${span.to}` } : {}) },
      page,
    }
    if (rows.length === 0 && page > 1) return noSuchPage(paged)
    if (rows.length === 0) {
      const nothing = named ? rich`Nothing of ${named.label} was changed` : rich`Nothing was changed`
      return message(
        span
          ? rich`${nothing} ${span.from === span.to ? 'on' : 'within'} ${formatPeriod(span)}.`
          : rich`${nothing} since the store was made.`,
      )
    }
    const shown = rows.slice(0, size)
    const names = await namesIn(context.db, shown)
    if (format !== undefined) {
      const more =
        rows.length > size ? ` There is more: it holds the latest ${size.toLocaleString('en')}.` : ''
      return message(
        rich`The record${of}, the latest first: ${counted(shown.length, 'line')}, the hours in UTC.${more}`,
        recordFile(shown, names, context.today),
      )
    }
    const last = shown.find(({ change, reverts }) => change !== null && reverts === null)
    return message(
      rich`The record${of}, the latest first${page > 1 ? `, page ${page}` : ''}:`,
      block.list(shown.map((row) => line(row, context.zone, names))),
      block.buttons(
        ...turnPages(paged, rows.length > pageSize),
        ...(last && last.change !== null && page === 1 && (await mayGoBack(context.db, last))
          ? [{ ...revertButton(last.change), label: `Take D${last.change} back` }]
          : []),
      ),
    )
  },
})

/** Whether a change can be taken back: whoever asked to be forgotten comes back by no button. */
async function mayGoBack(db: Db, { change, kind, after }: RecordLine): Promise<boolean> {
  if (kind !== 'person' || change === null || typeof after?.['retiredOn'] !== 'string') return true
  const made = await changeOf(db, change)
  return made === undefined || !(await isForgotten(db, made.recordId))
}

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

const mostInFile = 20_000

function recordFile(rows: readonly RecordLine[], names: RecordNames, today: Day): Block {
  const columns = ['number', 'at', 'by', 'on', 'what', 'takes back', 'source']
  const number = (change: number | null) => (change === null ? '' : `D${change}`)
  const cells = rows.map((row) => [
    ...[number(row.change), row.at.toISOString(), row.by ?? '', row.platform ?? '', whatWasDone(row, names)],
    ...[number(row.reverts), row.source ?? ''],
  ])
  return block.file(`directory-record-${today}.csv`, 'text/csv', csvText({ columns, rows: cells }))
}

function line(row: RecordLine, zone: string, names: RecordNames): Rich {
  const { at, by, platform, source, reverts, change } = row
  const from = platform === null ? '' : ` on ${platform}`
  const number = change === null ? '' : `D${change}: `
  const ground = source === null ? '' : `; source: ${source}`
  return rich`${number}${moment(at, zone)}, ${by ?? 'somebody unknown'}${from}: ${whatWasDone(row, names)}${reverts === null ? '' : `, taking D${reverts} back`}${ground}`
}
