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

/** One group or several, by number; null for none. */
export type Groups = number | null | readonly number[]

/** Whether the caller leads one of the groups: chair, co-chair or vice-chair in office, or the secretariat. */
export function leads(caller: Caller, groups: Groups): boolean {
  return hasRole(caller, groups, (role) => leading.has(role))
}

/** Whether the caller may change what somebody set: their own, and of a group whoever leads it. */
export function ownsOrLeads(
  caller: Caller,
  { groupId, personId }: { readonly groupId: number | null; readonly personId: number },
): boolean {
  return groupId === null ? personId === caller.personId : leads(caller, groupId)
}

/** Whether the caller belongs to one of the groups in any role but observer, or is the secretariat. */
export function belongs(caller: Caller, groups: Groups): boolean {
  return hasRole(caller, groups, (role) => role !== 'observer')
}

/** Whether the caller holds a role in one of the groups, any unless told, or is the secretariat. */
export function hasRole(
  caller: Caller,
  groups: Groups,
  wanted: (role: Role) => boolean = () => true,
): boolean {
  if (caller.isSecretariat) return true
  const among: readonly (number | null)[] = groups === null || typeof groups === 'number' ? [groups] : groups
  return caller.roles.some(({ groupId, role }) => among.includes(groupId) && wanted(role))
}

const leading: ReadonlySet<string> = new Set(['chair', 'co-chair', 'vice-chair'])
