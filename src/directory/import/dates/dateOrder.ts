import type { Mapping } from '../columns.ts'
import type { Sheet } from '../sheet.ts'

/** Which number of `01/02/2019` is the day. */
export const dateOrders = ['day first', 'month first'] as const

export type DateOrder = (typeof dateOrders)[number]

/** The key under which the order of dates is remembered once somebody said it. */
export const datesKey = 'dates'

const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/

/** What lists write before a first day, which says no more than their heading. */
const wordsBefore = /^(?:since|from|as of|depuis|desde|seit|ab) /i

/** The day itself of a cell such as `since 01/02/2019`. */
export function dayText(cell: string): string {
  return cell.replace(wordsBefore, '')
}

/** The fields that hold days. */
const dayFields = ['joined', 'since', 'until', 'from', 'to']

export function isDayField(field: string): boolean {
  return dayFields.includes(field)
}

/** How a sheet writes its dates in numbers. */
export interface SheetDates {
  /** Undefined where nothing tells it, or the dates contradict each other. */
  readonly order?: DateOrder
  /** A date that may be read in two ways, where there is one. */
  readonly example?: string
  /** A date that can be read in that order alone; without it, the order was said once. */
  readonly shownBy?: string
  /** A date with the day first and one with the month first, of a sheet that has both. */
  readonly both?: readonly [dayFirst: string, monthFirst: string]
}

/** How a sheet writes its dates: as one of them tells that can be read in one way alone, else as was said once. */
export function datesOf(sheet: Sheet, mapping: Mapping, text: string | undefined): SheetDates {
  const read = datesIn(sheet, mapping)
  const example = read.find(([, , cell]) => isTwoDays(cell))?.[2]
  const dayFirst = read.find(([first]) => first > 12)?.[2]
  const monthFirst = read.find(([, second]) => second > 12)?.[2]
  const found = example === undefined ? {} : { example }
  if (dayFirst !== undefined && monthFirst !== undefined) return { ...found, both: [dayFirst, monthFirst] }
  if (dayFirst !== undefined) return { ...found, order: 'day first', shownBy: dayFirst }
  if (monthFirst !== undefined) return { ...found, order: 'month first', shownBy: monthFirst }
  const order = dateOrders.find((one) => one === text)
  return order === undefined ? found : { ...found, order }
}

/** Whether a cell is a date in numbers that is another day with the month first. */
export function isTwoDays(cell: string): boolean {
  const [, first, , second] = numbers.exec(dayText(cell)) ?? []
  return Number(first) <= 12 && Number(second) <= 12 && first !== second
}

function datesIn({ rows }: Sheet, { fields }: Mapping): readonly (readonly [number, number, string])[] {
  const columns = Object.keys(fields).filter((column) => isDayField(fields[column] ?? ''))
  return rows.flatMap(({ cells }) =>
    columns.flatMap((column) => {
      const cell = Object.hasOwn(cells, column) ? (cells[column] ?? '') : ''
      const found = numbers.exec(dayText(cell))
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
