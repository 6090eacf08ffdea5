import { wallTime } from '../core/time/zone.ts'

const [dayBegins, nightBegins] = [7, 22]

/** Whether a moment lies in the night of an IANA zone. */
export function isAtNight(at: Date, zone: string): boolean {
  const { hour } = wallTime(at, zone)
  return hour < dayBegins || hour >= nightBegins
}
