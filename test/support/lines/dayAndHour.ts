/** `Thu 24, 09`, by the clock of a zone. */
export function dayAndHour(at: Date, timeZone: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(at)
  return `${part({ weekday: 'short' })} ${part({ day: '2-digit' })}, ${part({ hour: '2-digit' })}`
}
