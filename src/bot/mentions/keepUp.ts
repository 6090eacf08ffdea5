import { memberAccounts } from '../../../db/directory/mentions/members.ts'
import {
  claimMention,
  type GroupMention,
  type MentionState,
  noteMention,
} from '../../../db/directory/mentions/mentions.ts'
import type { Clock } from '../../core/clock.ts'
import { DeliveryError } from '../../core/errors.ts'
import { changeOf, type Mentions, seenOf } from '../../core/feature/mention.ts'
import { dayOf } from '../../core/time/day.ts'
import { type FailureDependencies, noteFailure } from './noteFailure.ts'

export interface KeepUpDependencies extends FailureDependencies {
  readonly clock: Clock
}

/** What a process that died had in hand is taken up after this. */
const inHandMs = 2 * 60_000
/** Somebody may have been added or removed by hand, or joined the workspace. */
const lookAgainMs = 24 * 3_600_000

/** Brings the name of one group to its members of today, where it differs or was not looked at for a day. */
export async function keepUp(deps: KeepUpDependencies, row: GroupMention, mentions: Mentions): Promise<void> {
  const { kysely } = deps.store
  const now = deps.clock.now()
  const { groupId, platform, tenant, members: before } = row
  const people = await memberAccounts(kysely, {
    ...{ groupId, platform, tenant: mentions.accountsIn(tenant) },
    ...{ on: dayOf(now, 'UTC'), reachable: mentions.refusesUnreachable },
  })
  const wanted = [...new Set(people.flatMap(({ account }) => account ?? []))].sort()
  const isRecent = row.keptAt !== null && now.getTime() - row.keptAt.getTime() < lookAgainMs
  if (isRecent && before !== null && wanted.join(' ') === before.join(' ')) return
  if (!(await claimMention(kysely, row, new Date(now.getTime() + inHandMs), now))) return
  try {
    const externalId = await putMembers(row, mentions, wanted)
    const found = { ...row, fault: null, faultSince: null, restUntil: null } satisfies MentionState
    await noteMention(kysely, row, { ...found, externalId, members: wanted, keptAt: now })
  } catch (error) {
    await noteFailure(deps, row, error, now)
  }
}

/** Raises `DeliveryError` where the first change would take out others than were shown to whoever asked for it. */
async function putMembers(row: GroupMention, mentions: Mentions, wanted: readonly string[]) {
  const { tenant, handle, acronym, members: before } = row
  const of = { tenant, handle, title: `Members of ${acronym}`, id: row.externalId ?? undefined }
  const there = await mentions.current(of, [...new Set([...wanted, ...(before ?? [])])])
  const change = changeOf(wanted, there)
  if (before === null && change.remove.length > 0 && seenOf(change) !== row.seen)
    throw new DeliveryError(
      'Others are in it now than when its change was shown, so nobody was added or removed: look again and say yes again.',
      { kind: 'forbidden' },
    )
  return mentions.put(of, change)
}
