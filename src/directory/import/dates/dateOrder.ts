import type { Mapping } from '../columns.ts'
import type { Sheet } from '../sheet.ts'

/** Which number of `01/02/2019` is the day. */
export const dateOrders = ['day first', 'month first'] as const

export type DateOrder = (typeof dateOrders)[number]

/** The key under which the order of dates is remembered once somebody said it. */
export const datesKey = 'dates'

const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/

/** The fields that hold days. */
const dayFields = ['joined', 'since', 'from', 'to']

/**
 * The order in which a sheet writes its dates: as one of them tells that can be read in one way alone, else as was
 * said once. Undefined where nothing tells it, or its dates contradict each other.
 */
export function dateOrderOf(sheet: Sheet, mapping: Mapping, said: string | undefined): DateOrder | undefined {
  const read = datesIn(sheet, mapping)
  const dayFirst = read.some(([first]) => first > 12)
  const monthFirst = read.some(([, second]) => second > 12)
  if (dayFirst !== monthFirst) return dayFirst ? 'day first' : 'month first'
  return dayFirst ? undefined : dateOrders.find((order) => order === said)
}

/** Some date of a sheet that may be read in two ways; undefined where there is none. */
export function ambiguousDate(sheet: Sheet, mapping: Mapping): string | undefined {
  return datesIn(sheet, mapping).find(
    ([first, second]) => first <= 12 && second <= 12 && first !== second,
  )?.[2]
}

function datesIn({ rows }: Sheet, { fields }: Mapping): readonly (readonly [number, number, string])[] {
  const columns = Object.keys(fields).filter((column) => dayFields.includes(fields[column] ?? ''))
  return rows.flatMap(({ cells }) =>
    columns.flatMap((column) => {
      const cell = Object.hasOwn(cells, column) ? (cells[column] ?? '') : ''
      const found = numbers.exec(cell)
      return found ? [[Number(found[1]), Number(found[3]), cell] as const] : []
    }),
  )
}

/** A date in numbers as `2019-02-01`; any other text as it is. */
export function inOrder(cell: string, order: DateOrder | undefined): string {
  const found = order === undefined ? null : numbers.exec(cell)
  if (!found) return cell
  const [, first = '', , second = '', year = ''] = found
  const [day, month] = order === 'day first' ? [first, second] : [second, first]
  const whole = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`
  return `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
