import { type Block, block } from '../../../../src/core/message.ts'
import { csvText } from '../../../../src/directory/export/files.ts'
import type { FileOutcome, SheetOutcome } from '../importSheets.ts'
import type { PlanLine } from './lines.ts'

const mostChanges = 12
const mostNew = 8

/** What would change, with row and column, before and after, and who and what would be new, as far as there is room. */
export function changes({ sheets }: FileOutcome): readonly Block[] {
  const several = sheets.length > 1
  const all = sheets.flatMap((one) => one.lines.map((line) => ({ line, at: placeOf(several, one, line) })))
  const changed = all.filter(({ line }) => line.what === 'changed')
  const added = all.filter(({ line }) => line.what === 'new')
  const others = (rest: number) => (rest > 0 ? [`and ${rest} more`] : [])
  return [
    ...(changed.length === 0
      ? []
      : [
          block.heading('Changes'),
          block.list([
            ...changed
              .slice(0, mostChanges)
              .map(
                ({ line: { column, record, was, is }, at }) => `${at}, ${column}: ${record}, ${was} → ${is}`,
              ),
            ...others(changed.length - mostChanges),
          ]),
        ]),
    ...(added.length === 0
      ? []
      : [
          block.heading('New'),
          block.list([
            ...added.slice(0, mostNew).map(({ line, at }) => `${at}: ${line.record}`),
            ...others(added.length - mostNew),
          ]),
        ]),
  ]
}

function placeOf(several: boolean, { sheet }: SheetOutcome, { row }: PlanLine): string {
  return several && sheet !== '' ? `${sheet}, row ${row}` : `Row ${row}`
}

const mostMistakes = 20

/** The whole preview as a list, where the answer has no room for all of it. */
export function wholePreview({ sheets }: FileOutcome, fileName: string): readonly Block[] {
  const lines = sheets.flatMap(({ lines: some }) => some)
  const amiss = sheets.flatMap(({ plan: { problems, doubts } }) => [...problems, ...doubts])
  const gone = sheets.flatMap(({ mapping, plan: { others } }) => (mapping.fixed ? [] : others.some))
  const fits =
    lines.filter(({ what }) => what === 'changed').length <= mostChanges &&
    lines.filter(({ what }) => what === 'new').length <= mostNew &&
    amiss.length <= mostMistakes &&
    gone.length <= mostGone
  if (fits) return []
  const rows = sheets.flatMap(({ sheet, mapping, lines: some, plan }) => [
    ...plan.problems.map(({ row, column, text, twoDays }) => [
      ...[sheet, `${row}`, twoDays ? 'date in doubt' : 'mistake', '', column, '', '', text],
    ]),
    ...plan.doubts.map(({ row, column, text }) => [sheet, `${row}`, 'look twice', '', column, '', '', text]),
    ...some.map(({ row, what, record, column, was, is }) => [
      sheet,
      `${row}`,
      what,
      record,
      column,
      was,
      is,
      '',
    ]),
    ...(mapping.fixed
      ? []
      : plan.others.some.map((name) => [sheet, '', 'not in the file', name, '', '', '', ''])),
  ])
  const columns = ['sheet', 'row', 'what', 'record', 'column', 'before', 'after', 'remark']
  return [
    block.text('Every row is in the list beside this.'),
    block.file(`preview-of-${fileName.replace(/\.[^.]*$/, '')}.csv`, 'text/csv', csvText({ columns, rows })),
  ]
}

/** How many of those who are not in the file the answer itself names. */
export const mostGone = 5
