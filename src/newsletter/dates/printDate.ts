import { type Day, monthNames } from '../../core/time/day.ts'

/** A span of days as the newsletter prints it: `6-9 Mar`, `28 Feb-3 Mar`, `16 Mar`, `Apr`. */
export function printDate(start: Day, end: Day, precision: 'day' | 'month'): string {
  const [, startMonth = 1, startDay = 1] = start.split('-').map(Number)
  const [, endMonth = 1, endDay = 1] = end.split('-').map(Number)
  const short = (month: number) => monthNames[month - 1]?.slice(0, 3) ?? ''
  if (precision === 'month')
    return startMonth === endMonth ? short(startMonth) : `${short(startMonth)}-${short(endMonth)}`
  if (start === end) return `${startDay} ${short(startMonth)}`
  if (startMonth === endMonth) return `${startDay}-${endDay} ${short(endMonth)}`
  return `${startDay} ${short(startMonth)}-${endDay} ${short(endMonth)}`
}
