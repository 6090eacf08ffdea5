import { type GroupMention, noteMention } from '../../../db/directory/mentions/mentions.ts'
import { secretariatPeople } from '../../../db/directory/people.ts'
import { queueNotices } from '../../../db/ledger/enterNotices.ts'
import type { Store } from '../../../db/store/connect.ts'
import { DeliveryError } from '../../core/errors.ts'
import { block, bold, button, message, rich } from '../../core/message.ts'
import { alertKind } from '../../delivery/alert.ts'
import type { Jobs } from '../../delivery/jobs.ts'
import type { Log } from '../../process/log.ts'

export interface FailureDependencies {
  readonly store: Store
  readonly log: Log
  readonly jobs: Pick<Jobs, 'deliver' | 'wake'>
}

const refusedMs = 3_600_000
const passingMs = 60_000

/** Notes when a group’s name is tried again; of what does not pass by itself, people are told. */
export async function noteFailure(
  deps: FailureDependencies,
  row: GroupMention,
  error: unknown,
  now: Date,
): Promise<void> {
  const { platform, tenant, groupId } = row
  const { kysely } = deps.store
  const after = (ms: number) => new Date(now.getTime() + ms)
  deps.log.warn({ err: error, platform, tenant, groupId }, 'failed to keep up a group’s name in a chat')
  const wait = waitAfter(error)
  if (wait !== undefined || !(error instanceof DeliveryError)) {
    await noteMention(kysely, row, { ...row, restUntil: after(wait ?? passingMs) })
    return
  }
  const fault = error.message
  const faultSince = row.faultSince ?? now
  await noteMention(kysely, row, { ...row, fault, faultSince, restUntil: after(refusedMs) })
  await tell(deps, { ...row, fault, faultSince }, now)
}

/** How long to wait for another try of what passes by itself; undefined for what wants somebody's hand. */
function waitAfter(error: unknown): number | undefined {
  if (!(error instanceof DeliveryError)) return undefined
  const { fault } = error
  if (fault.kind === 'ambiguous') return passingMs
  if (fault.kind !== 'retryable' && fault.kind !== 'paced') return undefined
  return fault.afterSeconds === undefined ? passingMs : fault.afterSeconds * 1000
}

/** Tells whoever asked for the name and the secretariat, once for each time that it fails. */
async function tell({ store, jobs }: FailureDependencies, row: GroupMention, now: Date): Promise<void> {
  const { groupId, platform, tenant, handle, acronym, fault, faultSince } = row
  await store.kysely.transaction().execute(async (trx) => {
    const readers = new Set([row.followedBy, ...(await secretariatPeople(trx))])
    const notices = [...readers].map((personId) => ({
      key: ['mention', groupId, platform, tenant, faultSince?.toISOString(), personId].join(':'),
      personId,
      kind: alertKind,
      subject: `group:${groupId}`,
      message: message(
        rich`${bold(`@${handle}`)} in ${platform} no longer says who is a member of ${acronym}: ${fault ?? ''} I try again every hour without telling you again; /wg sync ${acronym}, typed there, shows how it stands.`,
        block.buttons(button('Show the group', 'wg show', { wg: acronym })),
      ),
    }))
    await jobs.deliver(trx, await queueNotices(trx, notices, now))
  })
  jobs.wake()
}
