import { UserError } from '../../../core/errors.ts'
import { type Sheet, sheetOf } from '../sheet.ts'

/** A list of records, or lists of them by name: `{"entities": […], "people": […]}`. Raises `UserError` for others. */
export function readJson(text: string): readonly Sheet[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new UserError('The file cannot be read as JSON. Save it again, or send it as .csv or .xlsx.')
  }
  if (Array.isArray(json)) return [recordsSheet('', json)]
  const lists = Object.entries(Object(json)).filter(([, value]) => Array.isArray(value))
  if (lists.length === 0) {
    throw new UserError(
      'A JSON file holds a list of records, [{ … }, { … }], or such lists by name, {"people": [ … ]}.',
    )
  }
  return lists.map(([name, list]) => recordsSheet(name, Array.isArray(list) ? list : []))
}

function recordsSheet(name: string, records: readonly unknown[]): Sheet {
  const fields = records.map((record) => new Map<string, unknown>(Object.entries(Object(record))))
  const columns = [...new Set(fields.flatMap((record) => [...record.keys()]))]
  return sheetOf(name, [columns, ...fields.map((record) => columns.map((column) => record.get(column)))])
}
