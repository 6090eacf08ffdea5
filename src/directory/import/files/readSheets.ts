import { UserError } from '../../../core/errors.ts'
import type { FileValue } from '../../../core/inputFile.ts'
import { counted } from '../../../core/text/counted.ts'
import { headingRow } from '../heading.ts'
import { type Sheet, sheetOf } from '../sheet.ts'
import { decodeText } from './decodeText.ts'
import { readJson } from './readJson.ts'
import { readVcards } from './readVcards.ts'
import { readWorkbook } from './readWorkbook.ts'

const mostRows = 20_000

/** Endings of the files that are read, in lower case. */
export const importedEndings = ['csv', 'xlsx', 'vcf', 'json'] as const

/**
 * Reads a .csv, .xlsx, .vcf or .json file: every sheet of it that has rows. Raises `UserError` for a file that is none
 * of these, is broken or protected by a password, has no heading, or holds more than 20,000 rows.
 */
export async function readSheets({ name, bytes }: FileValue): Promise<readonly Sheet[]> {
  const sheets = (await sheetsOf(name, bytes)).filter(({ rows }) => rows.length > 0)
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  if (rows === 0) throw new UserError(`${name} has a heading at most, and no rows under it.`)
  if (rows > mostRows) {
    throw new UserError(
      `${name} has ${counted(rows, 'row')}. Give at most ${mostRows.toLocaleString('en')} in one file.`,
    )
  }
  return sheets
}

async function sheetsOf(name: string, bytes: Uint8Array): Promise<readonly Sheet[]> {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase()
  switch (ending) {
    case 'xlsx':
      return readWorkbook(bytes)
    case 'json':
      return readJson(decodeText(bytes))
    case 'vcf':
      return [await readVcards(decodeText(bytes))]
    default:
      return [await readCsv(decodeText(bytes))]
  }
}

async function readCsv(text: string): Promise<Sheet> {
  const { CsvError, parse } = await import('csv-parse/sync')
  try {
    const grid: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      // A quote in the middle of a cell, as lists kept by hand have them, is a character like any other.
      relax_quotes: true,
      trim: true,
      to: mostRows + 2,
    })
    return { ...sheetOf('', grid, { headingAt: headingRow(grid) }), mayRun: true }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const lines = 'lines' in error && typeof error['lines'] === 'number' ? ` in line ${error['lines']}` : ''
    const what = /QUOTE/.test(error.code)
      ? `a cell${lines} begins or ends with a quotation mark that has no other`
      : `its rows are broken${lines}`
    throw new UserError(
      `The file cannot be read as CSV: ${what}. Mend the cell, save the file again as CSV (UTF-8), or send it as .xlsx.`,
    )
  }
}

/** The sign that parts the cells of the fullest of the first lines, outside of quotes; a title above them has none. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/, 10)
  const counts = [',', ';', '\t'].map(
    (sign) => [sign, Math.max(...lines.map((line) => line.split(sign).length))] as const,
  )
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}
