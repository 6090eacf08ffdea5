import type { Role } from '../../src/core/feature/caller.ts'

/** Who looks for a record: what they may not see is not offered to them. */
export interface Asker {
  readonly personId: number
  readonly entityId: number | null
  readonly isSecretariat: boolean
  /** Where they hold a role today. */
  readonly roles: readonly { readonly groupId: number; readonly role: Role }[]
}
