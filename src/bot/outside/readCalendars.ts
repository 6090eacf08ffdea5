import { busyPlace } from '../../../db/directory/busy/addresses.ts'
import { claimDueAddresses, noteUnread, storeBusyTimes } from '../../../db/directory/busy/reading.ts'
import type { Db } from '../../../db/store/db.ts'
import { busyTimes } from '../../calendar/busy/busyTimes.ts'
import type { Clock } from '../../core/clock.ts'
import type { Log } from '../../core/log.ts'
import { type Page, readPage } from '../../process/links/readPage.ts'

const mostAtOnce = 5
const mostBytes = 5_000_000
/** As far ahead as meeting times are sought, and a little more. */
const aheadMs = 130 * 86_400_000

interface Means {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  reveal(kept: string, place: string): string
  read?(url: string): Promise<Page>
}

/** Reads the calendars that are due. Only times are kept of them, and only those ahead. */
export async function readCalendars({ db, clock, log, reveal, read = readOne }: Means): Promise<void> {
  const due = await claimDueAddresses(db, clock.now(), mostAtOnce)
  const pages = await Promise.all(
    due.map(({ personId, address }) => read(reveal(address, busyPlace(personId)))),
  )
  for (const [at, one] of due.entries()) {
    const page = pages[at]
    const now = clock.now()
    if (!page) continue
    if (page.kind === 'failed') {
      log.info({ personId: one.personId, fault: page.fault }, 'could not read when somebody is busy')
      await noteUnread(db, one, page.fault, now)
      continue
    }
    const found = await busyTimes(page.text, { from: now, to: new Date(now.getTime() + aheadMs) }, one.zone)
    if (found) await storeBusyTimes(db, one, found, now)
    else await noteUnread(db, one, 'what stands there is no calendar', now)
  }
}

function readOne(url: string): Promise<Page> {
  return readPage(url, { mostBytes })
}
