import {
  type MemberAccount,
  memberAccounts,
  namesOfAccounts,
} from '../../../db/directory/mentions/members.ts'
import type { GroupMention } from '../../../db/directory/mentions/mentions.ts'
import { DeliveryError, UserError } from '../../../src/core/errors.ts'
import { changeOf, handleOf, type MentionChange, type Mentions } from '../../../src/core/feature/mention.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'

/** What following the directory would change under a group's name in the caller's workspace. */
export interface MentionDifference {
  readonly handle: string
  readonly exists: boolean
  readonly change: MentionChange
  /** Names of those added and removed, and of members who cannot be in it. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly without: readonly string[]
}

/** The most removed accounts that are looked up by name where the directory does not know them. */
const mostAsked = 20

/** Raises `UserError` where the platform has no such names, or does not let them be read. */
export async function differenceOf(
  context: Context,
  group: { readonly id: number; readonly acronym: string },
  followed: GroupMention | undefined,
): Promise<MentionDifference> {
  const { db, now, invocation } = context
  const mentions = mentionsHere(context)
  const { platform, tenant } = invocation.place
  const accounts = { platform, tenant: mentions.accountsIn(tenant) }
  const people = await memberAccounts(db, {
    ...accounts,
    groupId: group.id,
    on: dayOf(now, 'UTC'),
    reachable: mentions.refusesUnreachable,
  })
  const wanted = people.flatMap(({ account }) => account ?? [])
  const handle = followed?.handle ?? handleOf(group)
  const of = { tenant, handle, title: `Members of ${group.acronym}`, id: followed?.externalId ?? undefined }
  const there = await asked(mentions.current(of, [...new Set([...wanted, ...(followed?.members ?? [])])]))
  const change = changeOf(wanted, there)
  const linked = await namesOfAccounts(db, { ...accounts, accounts: change.remove })
  const removed = await Promise.all(
    change.remove.map(async (account, index) => {
      const known = linked.get(account)
      if (known !== undefined || index >= mostAsked) return known ?? account
      return (await asked(mentions.nameOf(tenant, account))) ?? account
    }),
  )
  return {
    ...{ handle, change, removed },
    exists: there.exists,
    added: namesOf(people, new Set(change.add)),
    without: withoutAccount(people, new Set(there.absent)),
  }
}

/** The platform's names for groups; a sentence where it has none. */
export function mentionsHere({ mentions }: Context): Mentions {
  if (mentions && !('none' in mentions)) return mentions
  throw new UserError(
    mentions?.none ??
      'There is no name for a group’s members here. Type it in a channel of Slack or of a Discord server: there a user group or a role follows the directory.',
  )
}

/** The members of a group on a day, with and without an account in the caller’s workspace, by name. */
export async function membersHere(
  { db, now, invocation }: Context,
  groupId: number,
): Promise<{ readonly here: readonly string[]; readonly without: readonly string[] }> {
  const { platform, tenant } = invocation.place
  const on = dayOf(now, 'UTC')
  const people = await memberAccounts(db, { platform, tenant, groupId, on, reachable: false })
  return {
    here: unique(people.flatMap(({ name, account }) => (account === null ? [] : name))),
    without: withoutAccount(people, new Set()),
  }
}

function namesOf(people: readonly MemberAccount[], accounts: ReadonlySet<string>): readonly string[] {
  return unique(
    people.flatMap(({ name, account }) => (account !== null && accounts.has(account) ? name : [])),
  )
}

/** Members none of whose accounts is there. */
function withoutAccount(people: readonly MemberAccount[], absent: ReadonlySet<string>): readonly string[] {
  const there = new Set(
    people.flatMap(({ name, account }) => (account !== null && !absent.has(account) ? name : [])),
  )
  return unique(people.map(({ name }) => name)).filter((name) => !there.has(name))
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof DeliveryError) throw new UserError(error.message)
    throw error
  }
}
