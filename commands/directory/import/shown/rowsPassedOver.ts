import { type Block, block } from '../../../../src/core/message.ts'
import { shorten } from '../../../../src/core/text/text.ts'
import type { FileOutcome } from '../importSheets.ts'

/** Rows that are a remark and no record. */
export function remarks({ sheets }: FileOutcome): readonly Block[] {
  const rows = new Map(
    sheets.flatMap((one) => one.remarks.map(({ row, text }) => [`${one.sheet}:${row}`, { row, text }])),
  )
  if (rows.size === 0) return []
  const some = [...rows.values()].slice(0, 8).map(({ row, text }) => `row ${row} (“${shorten(text)}”)`)
  const more = rows.size - some.length
  return [
    block.text(`Left out, as they are no record: ${some.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`),
  ]
}

/** Rows that repeat another one. */
export function repeatedRows({ sheets }: FileOutcome): readonly Block[] {
  const all = new Map(
    sheets.flatMap((one) =>
      one.repeated.map(({ row, of }) => [`${one.sheet}:${row}`, `row ${row} (row ${of})`]),
    ),
  )
  if (all.size === 0) return []
  const more = all.size - mostRepeated
  const some = [...all.values()].slice(0, mostRepeated)
  return [
    block.text(
      `Passed over, as they say nothing that an earlier row does not: ${some.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    ),
  ]
}

const mostRepeated = 12
