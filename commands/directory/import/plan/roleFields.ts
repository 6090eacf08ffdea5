import type { CurrentPerson } from '../../../../db/directory/import/current.ts'
import { type TermFields, untilOf } from '../../../../db/directory/import/terms.ts'
import type { Seat } from '../../../../db/directory/seats/seats.ts'
import type { Role } from '../../../../src/core/feature/caller.ts'
import { type Day, formatDay } from '../../../../src/core/time/day.ts'
import type { Mapping } from '../../../../src/directory/import/columns.ts'
import { columnOf, type ImportRecord, type Problem } from '../../../../src/directory/import/records.ts'
import { idNamed, type Named, noEntity, noGroup } from './recordNames.ts'

/** What the names of a list of roles are looked up in, and which of its columns holds what. */
export interface NamesKnown {
  readonly mapping: Mapping
  readonly groups: readonly Named[]
  readonly groupIds: ReadonlyMap<string, number>
  readonly entities: readonly Named[]
  readonly entityIds: ReadonlyMap<string, number>
  /** Ids of the entities that observe. */
  readonly observing: ReadonlySet<number>
  /** By e-mail address, in lower case. */
  readonly people: ReadonlyMap<string | null, Pick<CurrentPerson, 'id' | 'name' | 'entityId'>>
}

/** A row of a list of roles as a term, or what keeps it from being one. */
export type TermRead =
  | {
      readonly kind: 'read'
      readonly term: TermFields
      readonly seat: Seat | undefined
      /** The person in that seat. */
      readonly seated: number | undefined
      /** The last day, as the row has it. */
      readonly to: Day | null
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly missingGroup?: string }

export function readTerm({ row, fields }: Pick<ImportRecord, 'row' | 'fields'>, known: NamesKnown): TermRead {
  const { mapping, groups, entities } = known
  const groupId = idNamed(known.groupIds, text(fields['group']))
  const entityId = idNamed(known.entityIds, text(fields['entity']))
  const person = known.people.get(text(fields['person']))
  const [from, to] = [day(fields['from']), day(fields['to'])]
  const problems: Problem[] = []
  const refuse = (field: string, problem: Pick<Problem, 'text' | 'missing'>) => {
    problems.push({ row, column: columnOf(mapping, field), ...problem })
  }
  const unknownGroup = groupId === undefined ? noGroup(text(fields['group']), groups) : undefined
  if (unknownGroup) refuse('group', { text: unknownGroup.text })
  if (entityId === undefined) refuse('entity', noEntity(text(fields['entity']), entities))
  if (fields['person'] !== undefined && !person)
    refuse('person', { text: `${text(fields['person'])} is not the address of anybody in the directory.` })
  if (from !== null && to !== null && to < from)
    refuse('to', { text: `It ends on ${formatDay(to)}, before it began on ${formatDay(from)}.` })
  if (problems.length > 0 || groupId === undefined || entityId === undefined) {
    const missing = unknownGroup?.missing
    return { kind: 'refused', problems, ...(missing === undefined ? {} : { missingGroup: missing }) }
  }
  const observes = known.observing.has(entityId)
  const seat = seatOf(text(fields['role']), observes)
  const seated = seat !== undefined && person ? person.id : undefined
  const term: TermFields = {
    groupId,
    role: roleOf(text(fields['role']), observes),
    entityId,
    personId: seated === undefined ? (person?.id ?? null) : null,
    holder: person ? null : text(fields['holder']) || null,
    from,
    until: untilOf(to),
  }
  return { kind: 'read', term, seat, seated, to }
}

/** The seat that a row names: an observing entity has one alone. */
function seatOf(text: string, observes: boolean): Seat | undefined {
  if (!text.endsWith(' seat')) return undefined
  if (observes || text === 'observer seat') return 'observer'
  return text === 'principal seat' ? 'principal' : 'alternate'
}

export function isAlternate({ role }: ImportRecord['fields']): boolean {
  return role === 'alternate seat'
}

/** Where a row names no role, an entity's people are members, or observers where it observes. */
function roleOf(text: string, observes: boolean): Role {
  // The reader lets nothing else through but roles.
  if (text === 'observer seat') return 'observer'
  return text === '' || text.endsWith(' seat') ? (observes ? 'observer' : 'member') : (text as Role)
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function day(value: unknown): Day | null {
  return typeof value === 'string' ? value : null
}
