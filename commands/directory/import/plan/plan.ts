import type { EntityFields } from '../../../../db/directory/edit/entity.ts'
import type { GroupFields } from '../../../../db/directory/edit/group.ts'
import type { TermFields } from '../../../../db/directory/import/terms.ts'
import type { ImportedPerson } from '../../../../db/directory/import/writePeople.ts'
import type { Seat } from '../../../../db/directory/seats/seats.ts'
import type { RecordKind } from '../../../../src/directory/import/recordKind.ts'
import type { Problem } from '../../../../src/directory/import/records.ts'
import type { Departure } from './departures.ts'

/** What taking a sheet over would do, record by record. */
export interface Plan {
  readonly kind: PlanKind
  readonly added: readonly Planned[]
  readonly changed: readonly ChangePlanned[]
  readonly unchanged: number
  /** How many of the directory the sheet does not list, and some of them; they stay as they are. */
  readonly others: { readonly count: number; readonly some: readonly string[] }
  readonly problems: readonly Problem[]
  /** A doubt: something that may be a mistake. */
  readonly doubts: readonly Problem[]
  /** How many new people have the time zone of their duty station. */
  readonly zonesByStation?: number
  /** Rows of new roles that name no role: they are taken as members, or as observers where the entity observes. */
  readonly assumed?: readonly number[]
  /** People with a last day. */
  readonly departures?: readonly Departure[]
  /** Groups that the sheet names and the directory lacks, also of rows that have another mistake. */
  readonly missingGroups?: readonly string[]
}

/** Seats stand in lists of roles, and are written apart. */
export type PlanKind = RecordKind | 'seat'

export interface Planned {
  readonly row: number
  readonly patch: Patch
}

export interface ChangePlanned extends Planned {
  readonly id: number
  /** The current values of the fields that are written. */
  readonly before: Patch
  /** All current values. */
  readonly current: Patch
}

/** The columns that are written, as the database calls them. */
export type Patch = Partial<ImportedPerson> &
  Partial<EntityFields> &
  Partial<GroupFields> &
  Partial<Omit<TermFields, 'entityId'>> & {
    readonly parts?: readonly string[]
    readonly seat?: Seat
    /** Seats that end the day before. */
    readonly ends?: readonly number[]
  }
