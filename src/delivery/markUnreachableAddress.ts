import { markUnreachable } from '../../db/directory/identities.ts'
import type { ClaimedNotice } from '../../db/ledger/claims/claimNotices.ts'
import { markRoom } from '../../db/meetings/rooms.ts'
import type { Store } from '../../db/store/connect.ts'
import type { Clock } from '../core/clock.ts'
import { message, rich } from '../core/message.ts'
import type { Log } from '../process/log.ts'
import { type Alert, alertKind, roomAlert } from './alert.ts'
import type { DeliveryRoute } from './deliveryRoutes.ts'
import { tell, tellOfClosed } from './tellOperator.ts'

interface MarkDependencies {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly alert: Alert
}

/** Skips unreachable addresses from now on, and tells the operator how to mend them. */
export async function markUnreachableAddress(
  { store, clock, alert, log }: MarkDependencies,
  { kind }: ClaimedNotice,
  { name: platform, to }: DeliveryRoute,
  fault: 'gone' | 'forbidden' | 'auth' | 'invalid',
  why: string,
): Promise<void> {
  if (!('account' in to)) {
    const groups = fault === 'gone' ? await markRoom(store.kysely, to, why) : ['a group']
    if (groups.length > 0) await tell({ alert, log }, roomAlert(to, groups, why))
    return
  }
  // People without any known account are reported once, all together.
  if (to.account === '') return
  if (fault === 'gone') await markUnreachable(store.kysely, to, why, clock.now())
  // An undeliverable alert does not cause another alert.
  if (kind === alertKind) return
  if (fault === 'forbidden') {
    await tellOfClosed({ alert, log }, platform, to, why)
    return
  }
  const whole = fault === 'auth'
  const reached = whole
    ? 'can be reached'
    : fault === 'gone'
      ? 'can no longer be reached'
      : 'cannot be reached'
  await tell({ alert, log }, [
    [platform, to.tenant, whole ? '-' : to.account, fault].join(':'),
    message(
      rich`${whole ? `Nobody ${whereOf(platform, to.tenant)}` : `${to.name} (${platform})`} ${reached}: ${why}`,
    ),
  ])
}

/** Accounts that belong to a platform as a whole have no tenant. */
function whereOf(platform: string, tenant: string): string {
  return tenant === '-' ? `on ${platform}` : `in ${tenant} (${platform})`
}
