import { memberAccounts } from '../../db/directory/mentions/members.ts'
import {
  claimMention,
  type GroupMention,
  type MentionState,
  noteMention,
  restedMentions,
} from '../../db/directory/mentions/mentions.ts'
import { secretariatPeople } from '../../db/directory/people.ts'
import { queueNotices } from '../../db/ledger/enterNotices.ts'
import type { Store } from '../../db/store/connect.ts'
import type { Adapter } from '../core/adapter.ts'
import type { Clock } from '../core/clock.ts'
import { DeliveryError } from '../core/errors.ts'
import { changeOf, type Mentions, seenOf } from '../core/feature/mention.ts'
import { block, bold, button, message, rich } from '../core/message.ts'
import { dayOf } from '../core/time/day.ts'
import { alertKind } from '../delivery/alert.ts'
import type { Jobs } from '../delivery/jobs.ts'
import type { Log } from '../process/log.ts'

/** Brings the names of groups in the chats to what the directory says. */
export interface KeptMentions {
  /** Looks at all of them soon; while it looks, once more afterwards. */
  wake(): void
  /** Resolves when nothing is underway. */
  settled(): Promise<void>
}

interface MentionsDependencies {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly jobs: Pick<Jobs, 'deliver' | 'wake'>
  readonly adapters: () => readonly Adapter[]
}

/** What a process that died had in hand is taken up after this. */
const inHandMs = 2 * 60_000
/** Somebody may have been added or removed by hand, or joined the workspace. */
const lookAgainMs = 24 * 3_600_000
const refusedMs = 3_600_000
const passingMs = 60_000

export function createKeptMentions(deps: MentionsDependencies): KeptMentions {
  const { store, clock, log } = deps
  let underway: Promise<void> | undefined
  let again = false

  async function round(): Promise<void> {
    for (const row of await restedMentions(store.kysely, clock.now())) {
      const mentions = deps.adapters().find(({ name }) => name === row.platform)?.mentions
      if (!mentions || 'none' in mentions) continue
      try {
        await keepUp(row, mentions)
      } catch (error) {
        log.error(
          { err: error, groupId: row.groupId, platform: row.platform },
          'failed to keep up a group’s name',
        )
      }
    }
  }

  async function keepUp(row: GroupMention, mentions: Mentions): Promise<void> {
    const now = clock.now()
    const { groupId, platform, tenant, handle, members: before } = row
    const people = await memberAccounts(store.kysely, {
      ...{ groupId, platform, tenant: mentions.accountsIn(tenant) },
      ...{ on: dayOf(now, 'UTC'), reachable: mentions.refusesUnreachable },
    })
    const wanted = [...new Set(people.flatMap(({ account }) => account ?? []))].sort()
    const isRecent = row.keptAt !== null && now.getTime() - row.keptAt.getTime() < lookAgainMs
    if (isRecent && before !== null && wanted.join(' ') === before.join(' ')) return
    if (!(await claimMention(store.kysely, row, new Date(now.getTime() + inHandMs), now))) return
    const of = {
      ...{ tenant, handle, title: `Members of ${row.acronym}` },
      id: row.externalId ?? undefined,
    }
    const found = { ...row, fault: null, faultSince: null, restUntil: null } satisfies MentionState
    try {
      const there = await mentions.current(of, [...new Set([...wanted, ...(before ?? [])])])
      const change = changeOf(wanted, there)
      if (before === null && change.remove.length > 0 && seenOf(change) !== row.seen)
        throw new DeliveryError(
          'Others are in it now than when its change was shown, so nobody was added or removed: look again and say yes again.',
          {
            kind: 'forbidden',
          },
        )
      const externalId = await mentions.put(of, change)
      await noteMention(store.kysely, row, { ...found, externalId, members: wanted, keptAt: now })
    } catch (error) {
      await failed(row, error, now)
    }
  }

  async function failed(row: GroupMention, error: unknown, now: Date): Promise<void> {
    const { platform, tenant, groupId } = row
    log.warn({ err: error, platform, tenant, groupId }, 'failed to keep up a group’s name in a chat')
    const wait = waitAfter(error)
    if (wait !== undefined || !(error instanceof DeliveryError)) {
      await noteMention(store.kysely, row, {
        ...row,
        restUntil: new Date(now.getTime() + (wait ?? passingMs)),
      })
      return
    }
    const fault = error.message
    const faultSince = row.faultSince ?? now
    await noteMention(store.kysely, row, {
      ...row,
      ...{ fault, faultSince, restUntil: new Date(now.getTime() + refusedMs) },
    })
    await tell({ ...row, fault, faultSince }, now)
  }

  /** Tells whoever asked for it and the secretariat, once for each time that it fails. */
  async function tell(row: GroupMention, now: Date): Promise<void> {
    const { groupId, platform, tenant, handle, acronym, fault, faultSince } = row
    await store.kysely.transaction().execute(async (trx) => {
      const told = new Set([row.followedBy, ...(await secretariatPeople(trx))])
      const notices = [...told].map((personId) => ({
        key: ['mention', groupId, platform, tenant, faultSince?.toISOString(), personId].join(':'),
        personId,
        kind: alertKind,
        subject: `group:${groupId}`,
        message: message(
          rich`${bold(`@${handle}`)} in ${platform} no longer says who is a member of ${acronym}: ${fault ?? ''} I try again every hour without telling you again; /wg sync ${acronym}, typed there, shows how it stands.`,
          block.buttons(button('Show the group', 'wg show', { wg: acronym })),
        ),
      }))
      await deps.jobs.deliver(trx, await queueNotices(trx, notices, now))
    })
    deps.jobs.wake()
  }

  return {
    wake() {
      if (underway) {
        again = true
        return
      }
      underway = (async () => {
        do {
          again = false
          await round()
        } while (again)
      })()
        .catch((error: unknown) => log.error({ err: error }, 'failed to look after the names of groups'))
        .finally(() => {
          underway = undefined
        })
    },
    settled: async () => underway,
  }
}

/** How long to wait for another try of what passes by itself; undefined for what wants somebody's hand. */
function waitAfter(error: unknown): number | undefined {
  if (!(error instanceof DeliveryError)) return undefined
  const { fault } = error
  if (fault.kind === 'ambiguous') return passingMs
  if (fault.kind !== 'retryable' && fault.kind !== 'paced') return undefined
  return fault.afterSeconds === undefined ? passingMs : fault.afterSeconds * 1000
}
