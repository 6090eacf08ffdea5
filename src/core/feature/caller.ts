export type Role = 'chair' | 'co-chair' | 'vice-chair' | 'member' | 'observer'

export interface HeldRole {
  readonly groupId: number
  readonly groupAcronym: string
  readonly role: Role
}

/** The person behind an account, with every role in office that day. */
export interface Caller {
  readonly personId: number
  readonly name: string
  readonly email: string | null
  /** IANA zone. */
  readonly zone: string
  readonly locale: string | null
  readonly isSecretariat: boolean
  readonly isCoordinator: boolean
  readonly entityId: number | null
  readonly entityAcronym: string | null
  readonly roles: readonly HeldRole[]
  /** Whether this account is linked, rather than known by a vouched e-mail alone. */
  readonly linked: boolean
  /** Who set the zone. */
  readonly zoneFrom: 'directory' | 'platform' | 'own'
  /** Why deliveries to this account fail; null while they do not. */
  readonly fault: string | null
}

/** Whether the caller leads the group: chair, co-chair or vice-chair in office, or the secretariat. */
export function leads(caller: Caller, groupId: number | null): boolean {
  if (caller.isSecretariat) return true
  return caller.roles.some((role) => role.groupId === groupId && leading.has(role.role))
}

/** Whether the caller belongs to the group in any role but observer, or is the secretariat. */
export function belongs(caller: Caller, groupId: number | null): boolean {
  if (caller.isSecretariat) return true
  return caller.roles.some((role) => role.groupId === groupId && role.role !== 'observer')
}

const leading: ReadonlySet<string> = new Set(['chair', 'co-chair', 'vice-chair'])
