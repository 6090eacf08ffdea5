import { UserError } from '../../../core/errors.ts'
import { headingRow } from '../heading.ts'
import { type Sheet, sheetOf } from '../sheet.ts'
import { columnLetters, formulaCells } from './formulaCells.ts'

/** What a workbook may unpack to; it is packed some ten times as small. */
const mostUnpacked = 200_000_000

/**
 * Every sheet of an .xlsx workbook. Raises `UserError` for one that is broken, protected by a password, an older .xls,
 * or so tightly packed that it would fill the memory.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  // Both a workbook under a password and an old .xls are of this older kind of file.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new UserError(
      isEncrypted(bytes)
        ? 'The workbook is protected by a password. Save it without one, as .xlsx or .csv.'
        : 'The workbook is an old .xls, whatever its name says. Save it as .xlsx or .csv.',
    )
  }
  const unpacked = unpackedSize(bytes)
  if (unpacked === undefined) throw broken()
  if (unpacked > mostUnpacked) {
    throw new UserError('The workbook unpacks to more than 200 MB. Save the sheet that matters as .csv.')
  }
  const { default: readXlsxFile } = await import('read-excel-file/node')
  const sheets = await readXlsxFile(Buffer.from(bytes)).catch((error: unknown) => {
    throw unreadableCell(error) ?? broken()
  })
  const formulas = await formulaCells(bytes).catch(() => {
    throw broken()
  })
  // A sheet that is a chart has no cells.
  return sheets.flatMap(({ sheet, data }, at) =>
    Array.isArray(data)
      ? [sheetOf(sheet, data, { formulas: formulas[at], headingAt: headingRow(data) })]
      : [],
  )
}

function broken(): UserError {
  return new UserError('The workbook cannot be opened: it is broken. Save it again as .xlsx or .csv.')
}

/** The reader's words for a cell that it cannot read, in ours. */
function unreadableCell(error: unknown): UserError | undefined {
  const [, row, column] = /at row (\d+), col (\d+)/.exec(error instanceof Error ? error.message : '') ?? []
  if (row === undefined || column === undefined) return undefined
  return new UserError(
    `Row ${row}, column ${columnLetters(Number(column))} of the workbook cannot be read: what stands there is broken. Type it again and give the file again.`,
  )
}

/** Such a file keeps the whole workbook in a stream of this name. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

/** What the entries of a zip archive say they unpack to, in bytes; undefined for what is not an archive. */
function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const least = Math.max(0, bytes.length - 65_557)
  let end = bytes.length - 22
  while (end >= least && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < least) return undefined
  let at = view.getUint32(end + 16, true)
  let size = 0
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
    size += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return size
}
