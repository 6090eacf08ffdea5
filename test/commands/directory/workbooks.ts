import { strToU8, zipSync } from 'fflate'

/** A cell as it stands in the file: a text, or a formula with or without its last result. */
export type Cell = string | { readonly formula: string; readonly result?: string; readonly type?: string }

/** An .xlsx workbook of one sheet, as spreadsheet programs write it, with or without a chart on a sheet before it. */
export function workbook(rows: readonly (readonly Cell[])[], { chart = false } = {}): Uint8Array {
  const sheet = rows
    .map((cells, row) => {
      const written = cells.map((cell, column) =>
        cellXml(`${String.fromCharCode(65 + column)}${row + 1}`, cell),
      )
      return `<row r="${row + 1}">${written.join('')}</row>`
    })
    .join('')
  return zipSync({
    ...(chart ? { 'xl/chartsheets/sheet1.xml': xml(`<chartsheet xmlns="${spreadsheet}"/>`) } : {}),
    '[Content_Types].xml': xml(
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${spreadsheet}" xmlns:r="${documents}"><sheets>${chart ? '<sheet name="Chart" sheetId="2" r:id="rId2"/>' : ''}<sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/>${chart ? `<Relationship Id="rId2" Type="${documents}/chartsheet" Target="chartsheets/sheet1.xml"/>` : ''}</Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet xmlns="${spreadsheet}"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
  })
}

/**
 * A compound file with one stream of this name: `EncryptedPackage` in a workbook under a password, `Workbook` in an
 * old .xls.
 */
export function compoundFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(4 * 512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  // Version 3, little-endian, sectors of 512 bytes, one sector of the table of sectors, the directory after it.
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const) {
    bytes.writeUInt16LE(value, at)
  }
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, end],
    [68, end],
    [76, 0],
  ] as const) {
    bytes.writeUInt32LE(value, at)
  }
  bytes.fill(0xff, 80, 512)
  bytes.fill(0xff, 512, 1024)
  for (const [sector, next] of [0xfffffffd, end, end].entries()) bytes.writeUInt32LE(next, 512 + 4 * sector)
  for (const [at, name] of ['Root Entry', stream].entries()) {
    const entry = 1024 + 128 * at
    bytes.write(name, entry, 'utf16le')
    bytes.writeUInt16LE(2 * (name.length + 1), entry + 64)
    bytes.writeUInt8(at === 0 ? 5 : 2, entry + 66)
  }
  return Uint8Array.from(bytes)
}

/** Ends a chain of sectors. */
const end = 0xfffffffe

const packages = 'http://schemas.openxmlformats.org/package/2006'
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function cellXml(place: string, cell: Cell): string {
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
  const { formula, result, type } = cell
  const last = result === undefined ? '' : `<v>${result}</v>`
  return `<c r="${place}"${type === undefined ? '' : ` t="${type}"`}><f>${formula}</f>${last}</c>`
}

function xml(text: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`)
}
