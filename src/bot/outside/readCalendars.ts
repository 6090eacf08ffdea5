import { busyPlace } from '../../../db/directory/busy/addresses.ts'
import {
  claimDueAddresses,
  type DueAddress,
  noteUnread,
  storeBusyTimes,
} from '../../../db/directory/busy/reading.ts'
import type { Db } from '../../../db/store/db.ts'
import { busyTimes } from '../../calendar/busy/busyTimes.ts'
import type { BusySpan } from '../../calendar/busy/joined.ts'
import { UnreadableCalendar } from '../../calendar/busy/unreadable.ts'
import type { Clock } from '../../core/clock.ts'
import type { Log } from '../../core/log.ts'
import { type Page, readPage } from '../../process/links/readPage.ts'
import type { CalendarServices } from './services.ts'
import { untilEnding } from './untilEnding.ts'

const mostAtOnce = 5
const mostBytes = 5_000_000
/** As far ahead as meeting times are sought, and a little more. */
const aheadMs = 130 * 86_400_000

interface CalendarReadDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  readonly services?: CalendarServices
  /** Nobody waits any more for servers that have not answered. */
  readonly ending?: AbortSignal
  reveal(kept: string, place: string): string
  read?(url: string): Promise<Page>
}

/**
 * Reads the calendars that are due. Only times are kept of them, and only those ahead. One that cannot be read does not
 * hold up the others.
 */
export async function readCalendars(deps: CalendarReadDependencies): Promise<void> {
  const { db, clock } = deps
  const due = await claimDueAddresses(db, clock.now(), mostAtOnce)
  const asked = await untilEnding(Promise.all(due.map((one) => askedFor(deps, one))), deps.ending)
  for (const [at, one] of due.entries()) {
    const answer = asked?.[at]
    if (answer) await keepTimes(deps, one, answer)
  }
}

/** What came back: the text of a calendar, or its times from a service, or why neither did. */
type Answer = Page | { readonly kind: 'times'; readonly times: readonly BusySpan[] }

async function askedFor(deps: CalendarReadDependencies, one: DueAddress): Promise<Answer> {
  const { log, clock, reveal, read = readOne, services } = deps
  let address: string
  try {
    address = reveal(one.address, busyPlace(one.personId))
  } catch (err) {
    log.error({ err, personId: one.personId }, 'failed to open the sealed address of a calendar')
    return { kind: 'failed', fault: 'its address cannot be opened any more; give it again' }
  }
  try {
    if (/^https?:/.test(address)) return await read(address)
    const [name = '', email] = address.split(':')
    const service = services?.get(name)
    if (!service) return { kind: 'failed', fault: 'the bot is not set up any more to ask there' }
    if (email === undefined)
      return { kind: 'failed', fault: 'your e-mail address is not known; choose it again' }
    return { kind: 'times', times: await service(email, windowFrom(clock.now())) }
  } catch (error) {
    // Of other errors nothing is said or logged: they may quote the address.
    const fault = error instanceof UnreadableCalendar ? error.message : 'it could not be reached'
    return { kind: 'failed', fault }
  }
}

function windowFrom(now: Date): BusySpan {
  return { from: now, to: new Date(now.getTime() + aheadMs) }
}

async function keepTimes(
  { db, clock, log }: CalendarReadDependencies,
  one: DueAddress,
  answer: Answer,
): Promise<void> {
  const now = clock.now()
  try {
    if (answer.kind === 'failed') throw new UnreadableCalendar(answer.fault)
    const found =
      answer.kind === 'times' ? answer.times : await busyTimes(answer.text, windowFrom(now), one.zone)
    if (!found) throw new UnreadableCalendar('what stands there is no calendar')
    await storeBusyTimes(db, one, found, now)
  } catch (error) {
    // Of other errors nothing is logged: they may quote the calendar.
    const fault = error instanceof UnreadableCalendar ? error.message : 'what stands there cannot be read'
    log.info({ personId: one.personId, fault }, 'failed to read when somebody is busy')
    await noteUnread(db, one, fault, now)
  }
}

function readOne(url: string): Promise<Page> {
  return readPage(url, { mostBytes })
}
