import ICAL from 'ical.js'
import ical from 'node-ical'

/** Every start within two years, by ical.js with the zones that stand in the file itself. */
export function byIcalJs(text: string): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  const found: Date[] = []
  for (const one of events.filter((each) => !each.isRecurrenceException())) {
    for (const other of events)
      if (other.isRecurrenceException() && other.uid === one.uid) one.relateException(other)
    if (!one.isRecurring()) found.push(one.startDate.toJSDate())
    else {
      const all = one.iterator()
      for (let at = all.next(); at && found.length < 300; at = all.next())
        found.push(one.getOccurrenceDetails(at).startDate.toJSDate())
    }
  }
  return found.map((at) => at.toISOString()).sort()
}

/** The same by node-ical, with the zones that the runtime knows. */
export function byNodeIcal(text: string): readonly string[] {
  const events = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT')
  const found = events.flatMap((one) => {
    if (one?.type !== 'VEVENT') return []
    const expanded = ical.expandRecurringEvent(one, {
      from: new Date('2026-01-01'),
      to: new Date('2029-01-01'),
    })
    return expanded.map(({ start }) => start)
  })
  return found.map((at) => at.toISOString()).sort()
}
