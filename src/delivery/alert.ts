import { secretariatPeople } from '../../db/directory/people.ts'
import { queueNotices } from '../../db/ledger/enterNotices.ts'
import type { Notices } from '../../db/schema.ts'
import type { Store } from '../../db/store/connect.ts'
import type { Trx } from '../../db/store/db.ts'
import type { Room } from '../core/address.ts'
import type { Clock } from '../core/clock.ts'
import { type Message, message, rich } from '../core/message.ts'
import { dayOf } from '../core/time/day.ts'
import type { Jobs } from './jobs.ts'

/** Tells the secretariat what needs an operator. */
export type Alert = (key: string, message: Message) => Promise<void>

/** What is needed to enter an alert. */
export interface AlertDependencies {
  readonly store: Store
  readonly clock: Clock
  readonly jobs: Pick<Jobs, 'deliver' | 'started' | 'wake'>
}

/** The kind of such a notice in the ledger. */
export const alertKind = 'alert'

/** Sends each key once a day (UTC) to every person of the secretariat. */
export async function alertSecretariat(
  deps: AlertDependencies,
  key: string,
  message: Message,
): Promise<void> {
  await deps.jobs.started()
  await deps.store.kysely.transaction().execute((trx) => alertWithin(deps, trx, key, message))
  deps.jobs.wake()
}

/** The same inside a transaction; the caller wakes the queue afterwards. */
export async function alertWithin(
  { clock, jobs }: Omit<AlertDependencies, 'store' | 'jobs'> & { readonly jobs: Pick<Jobs, 'deliver'> },
  trx: Trx,
  key: string,
  message: Message,
): Promise<void> {
  const now = clock.now()
  const people = await secretariatPeople(trx)
  const notices = people.map((personId) => ({
    key: `alert:${key}:${dayOf(now, 'UTC')}:${personId}`,
    personId,
    kind: alertKind,
    subject: 'delivery',
    message: message,
  }))
  await jobs.deliver(trx, await queueNotices(trx, notices, now))
}

/** An alert as it stands in the ledger, in doubt. */
type Entered = Pick<Notices, 'key' | 'personId' | 'body' | 'doubtSince'>

const again = ':again'
const mostRepeats = 2
const afterDeath = ':anew'

/**
 * Repeats alerts whose delivery is in doubt: better two than none. Where the platform is at fault, twice at most, since
 * it may never say that it took one; where the process that sent it died, as often as that comes about. Each says that
 * its reader may have been told already. The caller wakes the queue afterwards.
 */
export async function repeatWithin(
  { clock, jobs }: Pick<AlertDependencies, 'clock'> & { readonly jobs: Pick<Jobs, 'deliver'> },
  trx: Trx,
  alerts: readonly Entered[],
): Promise<void> {
  const notices = alerts.flatMap(({ key, personId, body, doubtSince }) => {
    const died = doubtSince !== null
    if (personId === null || (!died && key.split(again).length > mostRepeats)) return []
    const isFirst = !(key.includes(again) || key.includes(afterDeath))
    const opening = isFirst ? rich`You may have been told this already. ` : []
    const said = { ...body, summary: [...opening, ...body.summary] }
    const repeated = `${key}${died ? afterDeath : again}`
    return [{ key: repeated, personId, kind: alertKind, subject: 'delivery', message: said }]
  })
  if (notices.length > 0) await jobs.deliver(trx, await queueNotices(trx, notices, clock.now()))
}

/** The alert about a group's room that can no longer be written to: its key and its sentence. */
export function roomAlert(
  { platform, tenant, channel }: Room,
  groups: readonly string[],
  why: string,
): readonly [key: string, message: Message] {
  const whose = groups.join(' and ')
  return [
    [platform, tenant, channel, 'gone'].join(':'),
    message(
      rich`The room of ${whose} (${platform}, ${channel}) cannot be reached any more: ${why}. Mend that there, or let a chair bind another channel; either way, /wg bind ${groups[0] ?? ''} makes it the group’s room again.`,
    ),
  ]
}
