const format = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })

/** `Monday` to `Sunday`; 1 January 2024 is a Monday. */
export const weekdayNames: readonly string[] = Array.from({ length: 7 }, (_, at) =>
  format.format(Date.UTC(2024, 0, at + 1)),
)
