import { allKnownEntities } from '../../../db/directory/entities.ts'
import { allKnownGroups } from '../../../db/directory/groups.ts'
import { peopleOf } from '../../../db/directory/import/current.ts'
import { type TermFields, termsOf, untilOf } from '../../../db/directory/import/terms.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { addDays, type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Mapping } from '../../../src/directory/import/columns.ts'
import { columnOf, type ImportRecord, type Problem } from '../../../src/directory/import/records.ts'
import type { ChangePlanned, Plan, Planned } from './plan.ts'
import { idsByName, noEntity } from './recordNames.ts'

type Standing = TermFields & { readonly id: number | undefined }

/** Holds terms against those on record, and names those that would overlap with one of them or with each other. */
export async function planRoles(
  db: Db,
  mapping: Mapping,
  records: readonly ImportRecord[],
  today: Day,
): Promise<Plan> {
  const problems: Problem[] = []
  const refuse = (row: number, field: string, text: string) => {
    problems.push({ row, column: columnOf(mapping, field), text })
  }
  const groupIds = idsByName(await allKnownGroups(db))
  const entities = await allKnownEntities(db)
  const entityIds = idsByName(entities)
  const acronyms = new Map(entities.map(({ id, acronym }) => [id, acronym]))
  const observing = new Set(entities.filter(({ kind }) => kind === 'observer').map(({ id }) => id))
  const emails = records.flatMap(({ fields: { person } }) => (typeof person === 'string' ? [person] : []))
  const people = new Map((await peopleOf(db, emails)).map((one) => [one.email, one]))
  const meant = new Set(records.flatMap(({ fields }) => groupIds.get(fold(text(fields['group']))) ?? []))
  const standing: Standing[] = [...(await termsOf(db, [...meant]))]
  const onRecord = standing.length
  const alternates = new Set(
    records.filter(({ fields }) => fields['role'] === 'alternate').map(({ row }) => row),
  )
  const added: Planned[] = []
  const changed: ChangePlanned[] = []
  const listed = new Set<number>()
  const withoutRole = new Set(
    records.filter(({ fields }) => fields['role'] === undefined).map(({ row }) => row),
  )
  for (const { row, fields } of records) {
    const groupId = groupIds.get(fold(text(fields['group'])))
    const entityId = entityIds.get(fold(text(fields['entity'])))
    const person = people.get(text(fields['person']))
    const from = day(fields['from'])
    const to = day(fields['to'])
    if (groupId === undefined)
      refuse(row, 'group', `“${text(fields['group'])}” is not a working group of the directory.`)
    if (entityId === undefined) refuse(row, 'entity', noEntity(text(fields['entity']), entities))
    if (fields['person'] !== undefined && !person)
      refuse(row, 'person', `${text(fields['person'])} is nobody’s address in the directory.`)
    if (from !== null && to !== null && to < from)
      refuse(row, 'to', `It ends on ${formatDay(to)}, before it began on ${formatDay(from)}.`)
    if (problems.at(-1)?.row === row || groupId === undefined || entityId === undefined) continue
    const term: TermFields = {
      groupId,
      role: roleOf(text(fields['role']), observing.has(entityId)),
      entityId,
      personId: person?.id ?? null,
      holder: person ? null : text(fields['holder']) || null,
      from,
      until: untilOf(to),
    }
    const same = standing.find((one) => isSame(one, term, fields['from'] === undefined, today))
    const wanted = same && {
      ...term,
      from: same.from,
      until: to === null ? same.until : term.until,
      holder: same.personId === null ? (term.holder ?? same.holder) : same.holder,
    }
    if (same?.id !== undefined) listed.add(same.id)
    if (same && wanted && wanted.until === same.until && wanted.holder === same.holder) continue
    const clash = standing.find((one) => one !== same && overlaps(one, wanted ?? term))
    if (clash) {
      refuse(
        row,
        mapping.fixed ? 'entity' : 'from',
        clashWords(clash, acronyms.get(clash.entityId) ?? 'Another entity'),
      )
    } else if (same && wanted && same.id !== undefined) {
      const { until, holder } = wanted
      changed.push({
        row,
        id: same.id,
        patch: { until, holder },
        before: { until: same.until, holder: same.holder },
        current: wanted,
      })
      standing.splice(standing.indexOf(same), 1, { ...wanted, id: same.id })
    } else if (!same) {
      added.push({ row, patch: term })
      standing.push({ ...term, id: undefined })
    }
  }
  const unchanged =
    records.length - added.length - changed.length - new Set(problems.map(({ row }) => row)).size
  const count = onRecord - listed.size
  const assumed = added.filter(({ row }) => withoutRole.has(row)).map(({ row }) => row)
  return {
    kind: 'role',
    added,
    changed,
    unchanged,
    problems,
    doubts: added.flatMap(({ row }) => (alternates.has(row) ? [alternateDoubt(row, mapping)] : [])),
    assumed,
    others: { count, some: [] },
  }
}

/** Where a row names no role, an entity's people are members, or observers where it observes. */
function roleOf(said: string, observes: boolean): Role {
  // The reader lets nothing else through but roles.
  return said === '' || said === 'alternate' ? (observes ? 'observer' : 'member') : (said as Role)
}

function alternateDoubt(row: number, mapping: Mapping): Problem {
  const text =
    'An alternate is taken over as somebody who takes part. Name them for the seat with /directory nominate.'
  return { row, column: columnOf(mapping, 'role'), text }
}

/** The same seat from the same day; without a day in the file, the one that lasts, else any of the seat. */
function isSame(one: Standing, term: TermFields, anyDay: boolean, today: Day): boolean {
  const seat =
    one.groupId === term.groupId &&
    one.role === term.role &&
    one.entityId === term.entityId &&
    // The role's holder need not be mentioned again.
    (term.personId === null || one.personId === term.personId)
  if (!seat) return false
  if (one.from === term.from) return true
  return anyDay && (one.from ?? '') <= today && (one.until === null || one.until > today)
}

/** What the store forbids: two chairs at once, one seat twice, a member who is an observer too. */
function overlaps(one: TermFields, other: TermFields): boolean {
  if (one.groupId !== other.groupId) return false
  const atOnce =
    (one.until === null || other.from === null || other.from < one.until) &&
    (other.until === null || one.from === null || one.from < other.until)
  if (!atOnce) return false
  if (one.role === 'chair' && other.role === 'chair') return true
  const holder = one.entityId === other.entityId && one.personId === other.personId
  return holder && (one.role === other.role || (isSeat(one.role) && isSeat(other.role)))
}

function isSeat(role: Role): boolean {
  return role === 'member' || role === 'observer'
}

function clashWords({ role, from, until }: TermFields, entity: string): string {
  const since = from === null ? '' : ` from ${formatDay(from)}`
  const to = until === null ? ' without a last day' : ` to ${formatDay(addDays(until, -1))}`
  return `${entity} is ${role} on some of these days:${since}${to}.`
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function day(value: unknown): Day | null {
  return typeof value === 'string' ? value : null
}
