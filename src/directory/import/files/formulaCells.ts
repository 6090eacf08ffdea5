/** A cell of a workbook that holds a formula; both count from 0. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** The cells of each sheet of an .xlsx workbook that hold a formula, the sheets as the workbook orders them. */
export async function formulaCells(bytes: Uint8Array): Promise<readonly (readonly CellPlace[])[]> {
  const { strFromU8, unzipSync } = await import('fflate')
  const parts = unzipSync(bytes, { filter: ({ name }) => mayHold.test(name) })
  const textOf = (name: string) => {
    const part = parts[name]
    return part === undefined ? '' : strFromU8(part)
  }
  const targets = targetsIn(textOf('xl/_rels/workbook.xml.rels'))
  return sheetLinks(textOf('xl/workbook.xml')).map((link) => formulasIn(textOf(targets.get(link) ?? '')))
}

/** Sheets may stand in any folder; what they share can be large and holds no formula. */
const mayHold = /(?<!sharedStrings|styles)\.xml(?:\.rels)?$/

/** The file that each link of the workbook leads to. */
function targetsIn(relations: string): ReadonlyMap<string, string> {
  return new Map(
    tags(relations, 'Relationship').map((tag) => {
      const target = attribute(tag, 'Target')
      return [attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`]
    }),
  )
}

function sheetLinks(workbook: string): readonly string[] {
  return tags(workbook, 'sheet').map((tag) => attribute(tag, '(?:\\w{1,20}:)?id'))
}

/** A formula is what a cell begins with, before its last result. */
const formula = /<(?:\w{1,20}:)?c\s([^<>]{0,300})>\s{0,20}<(?:\w{1,20}:)?f[\s/>]/g

function formulasIn(sheet: string): readonly CellPlace[] {
  return [...sheet.matchAll(formula)].flatMap(([, tag = '']) => {
    const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute(` ${tag}`, 'r')) ?? []
    return letters === '' ? [] : [{ row: Number(digits) - 1, column: columnNumber(letters) - 1 }]
  })
}

/** 1 for A, 27 for AA. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** A for 1, AA for 27. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`
}

function tags(xml: string, name: string): readonly string[] {
  const all = new RegExp(`<(?:\\w{1,20}:)?${name}(\\s[^<>]{0,2000})>`, 'g')
  return [...xml.matchAll(all)].map(([, tag = '']) => tag)
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s{0,5}=\\s{0,5}["']([^"']{0,500})["']`).exec(tag)?.[1] ?? ''
}
