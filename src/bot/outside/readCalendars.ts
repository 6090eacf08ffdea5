import { busyPlace } from '../../../db/directory/busy/addresses.ts'
import {
  claimDueAddresses,
  type DueAddress,
  noteUnread,
  storeBusyTimes,
} from '../../../db/directory/busy/reading.ts'
import type { Db } from '../../../db/store/db.ts'
import { busyTimes } from '../../calendar/busy/busyTimes.ts'
import { UnreadableCalendar } from '../../calendar/busy/unreadable.ts'
import type { Clock } from '../../core/clock.ts'
import type { Log } from '../../core/log.ts'
import { type Page, readPage } from '../../process/links/readPage.ts'

const mostAtOnce = 5
const mostBytes = 5_000_000
/** As far ahead as meeting times are sought, and a little more. */
const aheadMs = 130 * 86_400_000

interface CalendarReadDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  reveal(kept: string, place: string): string
  read?(url: string): Promise<Page>
}

/**
 * Reads the calendars that are due. Only times are kept of them, and only those ahead. One that cannot be read keeps no
 * other from it.
 */
export async function readCalendars(deps: CalendarReadDependencies): Promise<void> {
  const { db, clock } = deps
  const due = await claimDueAddresses(db, clock.now(), mostAtOnce)
  const pages = await Promise.all(due.map((one) => pageOf(deps, one)))
  for (const [at, one] of due.entries()) {
    const page = pages[at]
    if (page) await keepTimes(deps, one, page)
  }
}

async function pageOf(
  { log, reveal, read = readOne }: CalendarReadDependencies,
  one: DueAddress,
): Promise<Page> {
  let url: string
  try {
    url = reveal(one.address, busyPlace(one.personId))
  } catch (err) {
    log.error({ err, personId: one.personId }, 'could not open the sealed address of a calendar')
    return { kind: 'failed', fault: 'its address cannot be opened any more; give it again' }
  }
  try {
    return await read(url)
  } catch {
    // Of the error nothing is logged: it may quote the address.
    return { kind: 'failed', fault: 'it could not be reached' }
  }
}

async function keepTimes(
  { db, clock, log }: CalendarReadDependencies,
  one: DueAddress,
  page: Page,
): Promise<void> {
  const now = clock.now()
  try {
    if (page.kind === 'failed') throw new UnreadableCalendar(page.fault)
    const found = await busyTimes(page.text, { from: now, to: new Date(now.getTime() + aheadMs) }, one.zone)
    if (!found) throw new UnreadableCalendar('what stands there is no calendar')
    await storeBusyTimes(db, one, found, now)
  } catch (error) {
    // Of other errors nothing is logged: they may quote the calendar.
    const fault = error instanceof UnreadableCalendar ? error.message : 'what stands there cannot be read'
    log.info({ personId: one.personId, fault }, 'could not read when somebody is busy')
    await noteUnread(db, one, fault, now)
  }
}

function readOne(url: string): Promise<Page> {
  return readPage(url, { mostBytes })
}
