import type { ColumnType, Generated, Kysely, Transaction } from 'kysely'

import type { Role } from '../../src/core/feature/caller.ts'
import type { Day } from '../../src/core/time/day.ts'

/** Database or transaction: what a read may go through. A write asks for the transaction by its type. */
export type Db = Kysely<Database> | Transaction<Database>

export type EntityKind = 'member' | 'observer' | 'member-state' | 'organization'

export interface Database {
  entities: {
    id: Generated<number>
    acronym: string
    name: string
    kind: EntityKind
    type: 'un' | 'non-un' | null
    joined: Day | null
    retired: Day | null
    aliases: Generated<string[]>
    search: Generated<string>
  }
  entityParts: { id: Generated<number>; entityId: number; acronym: string; name: string }
  people: {
    id: Generated<number>
    name: string
    email: string | null
    entityId: number | null
    title: string | null
    isSecretariat: Generated<boolean>
    isCoordinator: Generated<boolean>
    zone: Generated<string>
    zoneFrom: Generated<'directory' | 'platform' | 'own'>
    locale: string | null
    retiredOn: Day | null
    search: Generated<string>
  }
  identities: {
    platform: string
    tenant: string
    account: string
    personId: number
    linkedAt: Date
    via: 'email-code' | 'secretariat' | 'sample' | 'platform'
    fault: string | null
    faultAt: Date | null
  }
  workingGroups: {
    id: Generated<number>
    number: number
    acronym: string
    name: string
    pillar: 'I' | 'II' | 'III' | 'IV' | null
    objective: Generated<string>
    openToAll: Generated<boolean>
    aliases: Generated<string[]>
    search: Generated<string>
  }
  roles: {
    id: Generated<number>
    groupId: number
    role: Role
    entityId: number
    personId: number | null
    holder: string | null
    /** A daterange, `[from,until)`. */
    during: ColumnType<string, string, string>
    asOf: string | null
    note: string | null
    createdBy: number | null
    createdAt: Date
  }
  audit: {
    id: Generated<number>
    at: Date
    personId: number | null
    platform: string
    account: string
    command: string
    subject: string | null
    outcome: 'done' | 'refused' | 'failed'
    reference: string | null
  }
  figures: { key: string; asOf: Day; label: string; value: number }
  // Written and read by SQL in the file of their noun alone.
  meetings: { id: Generated<number> }
  invitations: { meetingId: number; personId: number }
  newsletters: { id: Generated<number> }
  updates: { id: Generated<number> }
  updateVersions: { updateId: number; version: number }
  reminders: { id: Generated<number> }
  notices: { id: Generated<number>; key: string; state: string }
  receipts: { platform: string; tenant: string; deliveryId: string }
}
