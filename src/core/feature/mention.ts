import { createHash } from 'node:crypto'

/** All members of a working group under one name in a workspace, so that `@etcip-members` reaches them. */
export interface Mention {
  /** Workspace or server. */
  readonly tenant: string
  /** Without the @. */
  readonly handle: string
  /** What it is, as people read it: `Members of ETCIP`. */
  readonly title: string
  /** What the platform calls it; undefined before it is known. */
  readonly id: string | undefined
}

/** What the platform has under that name. */
export interface Mentioned {
  readonly exists: boolean
  /** Accounts of everybody in it. */
  readonly members: readonly string[]
  /** Of the accounts that were asked about, those that the workspace does not have. */
  readonly absent: readonly string[]
}

export interface MentionChange {
  readonly add: readonly string[]
  readonly remove: readonly string[]
  /** Everybody who is in it afterwards. */
  readonly members: readonly string[]
}

/** Keeps such names on a platform. Everything raises `DeliveryError`, whose sentence says how to mend it. */
export interface Mentions {
  /** In the platform's words: `user group`, `role`. */
  readonly kind: string
  /** As a sentence names it: `this Slack workspace`. */
  readonly where: string
  /** Whether one account that the platform no longer serves makes it refuse all of them. */
  readonly refusesUnreachable: boolean
  /** The tenant of the accounts of a workspace's people. */
  accountsIn(tenant: string): string
  current(of: Mention, known: readonly string[]): Promise<Mentioned>
  /** Makes it where there is none; returns what the platform calls it. The same again changes nothing. */
  put(of: Mention, change: MentionChange): Promise<string>
  /** As the platform names an account; undefined where it does not know it. */
  nameOf(tenant: string, account: string): Promise<string | undefined>
}

/** That a platform’s names for groups cannot follow the directory. */
export interface NoMentions {
  /** Why, and what to do instead, in sentences for whoever asked. */
  readonly none: string
}

/** The longest handle that every platform takes. */
const longestHandle = 21

/** The name under which a group's members are reached: `etcip-members`. */
export function handleOf({ id, acronym }: { readonly id: number; readonly acronym: string }): string {
  const ending = '-members'
  const plain = acronym
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, longestHandle - ending.length)
    .replace(/-$/, '')
  return `${plain || `group-${id}`}${ending}`
}

/** Who is to be added and removed, so that those wanted, and only they, are in it. */
export function changeOf(wanted: readonly string[], { members, absent }: Mentioned): MentionChange {
  const missing = new Set(absent)
  const present = [...new Set(wanted)].filter((account) => !missing.has(account))
  const [has, should] = [new Set(members), new Set(present)]
  return {
    add: present.filter((account) => !has.has(account)),
    remove: members.filter((account) => !should.has(account)),
    members: present,
  }
}

/** A fingerprint of the accounts to be removed, so that a confirmation is good only for those that were shown. */
export function seenOf({ remove }: Pick<MentionChange, 'remove'>): string {
  return createHash('sha256')
    .update([...remove].sort().join(' '))
    .digest('hex')
    .slice(0, 12)
}
