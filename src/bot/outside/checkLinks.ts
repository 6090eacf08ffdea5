import { linksToCheck, recordCheck } from '../../../db/newsletter/links/linkChecks.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Clock } from '../../core/clock.ts'
import type { Log } from '../../core/log.ts'
import { type ProbeOutcome, probeLink } from '../../process/links/probeLink.ts'
import { untilEnding } from './untilEnding.ts'

/** How many links are followed at once, each of another host. */
const mostAtOnce = 10

interface LinkCheckDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  /** Nobody waits any more for servers that have not answered. */
  readonly ending?: AbortSignal
  probe?(url: string): Promise<ProbeOutcome>
}

/**
 * Follows the links of accepted updates that are due, and records which lead nowhere. Where none of several can be
 * reached at all, the network is down, and nothing is recorded.
 */
export async function checkLinks({
  db,
  clock,
  log,
  ending,
  probe = probeLink,
}: LinkCheckDependencies): Promise<void> {
  const urls = await linksToCheck(db, clock.now(), mostAtOnce)
  const checked = await untilEnding(
    Promise.all(urls.map(async (url) => ({ url, found: await probe(url) }))),
    ending,
  )
  if (!checked) return
  const reached = checked.some(({ found }) => found.kind === 'alive')
  const closed = !reached && checked.length > 1
  if (closed)
    log.info({ links: checked.length }, 'no link of an update could be followed, nothing is recorded')
  for (const { url, found } of closed ? [] : checked) {
    await recordCheck(db, url, found.kind === 'dead' ? found.fault : null, clock.now())
  }
}
