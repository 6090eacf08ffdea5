/** What says when somebody is busy. Titles, places and people are dropped before anything is read. */
const kept = new Set(
  ['BEGIN', 'END', 'VERSION', 'UID', 'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE'].concat([
    ...['RECURRENCE-ID', 'STATUS', 'TRANSP', 'X-MICROSOFT-CDO-BUSYSTATUS', 'FREEBUSY'],
    ...['TZID', 'TZOFFSETFROM', 'TZOFFSETTO'],
  ]),
)
const parts = new Set(['VCALENDAR', 'VEVENT', 'VFREEBUSY', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT'])
/** A single event that began longer ago than this is taken to be over. */
const longestMs = 60 * 86_400_000
/** A length of centuries, which the library would walk through month by month. */
const endless = /^(?:DURATION|FREEBUSY)[:;].*(?:\d{6}[WDH]|\d{9})/i

/**
 * A calendar reduced to times: the lines that say when, of events that may matter from a moment on. Its work grows with
 * the length of the text alone.
 */
export function bareCalendar(text: string, from: Date): string {
  const first = new Date(from.getTime() - longestMs).toISOString().slice(0, 10).replaceAll('-', '')
  const lines: string[] = []
  let event: string[] | undefined
  // How many useless components are open, such as an alarm, which has a start of its own.
  let skipped = 0
  for (const line of unfolded(text)) {
    const name = /^[A-Z0-9-]+/i.exec(line)?.[0].toUpperCase() ?? ''
    if (!kept.has(name) || endless.test(line)) continue
    if (name === 'BEGIN' || name === 'END') {
      const part = line
        .slice(name.length + 1)
        .trim()
        .toUpperCase()
      if (skipped > 0 || !parts.has(part)) {
        skipped += name === 'BEGIN' ? 1 : skipped > 0 ? -1 : 0
        continue
      }
      if (name === 'BEGIN' && part === 'VEVENT') event = []
      if (name === 'END' && part === 'VEVENT' && event) {
        if (mayMatter(event, first)) lines.push('BEGIN:VEVENT', ...event, 'END:VEVENT')
        event = undefined
      } else if (!event) lines.push(`${name}:${part}`)
      continue
    }
    if (skipped === 0) (event ?? lines).push(line)
  }
  return `${lines.join('\r\n')}\r\n`
}

function unfolded(text: string): readonly string[] {
  const lines: string[] = []
  for (const line of text.split(/\r?\n/)) {
    const last = lines.length - 1
    if ((line.startsWith(' ') || line.startsWith('\t')) && last >= 0) lines[last] += line.slice(1)
    else lines.push(line)
  }
  return lines
}

function mayMatter(event: readonly string[], first: string): boolean {
  if (event.some((line) => /^(?:RRULE|RDATE|RECURRENCE-ID)[:;]/i.test(line))) return true
  const start = event.find((line) => /^DTSTART[:;]/i.test(line))
  const day = start
    ?.slice(start.lastIndexOf(':') + 1)
    .trim()
    .slice(0, 8)
  return day !== undefined && day >= first
}
