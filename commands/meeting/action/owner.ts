import { type Entity, findEntities } from '../../../db/directory/find/entity.ts'
import { findPerson } from '../../../db/directory/find/person.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import type { ActionItem, Owner } from '../../../db/meetings/record/actionRows.ts'
import type { Lookup } from '../../../db/store/lookup.ts'
import { UserError } from '../../../src/core/errors.ts'
import { belongs, type Caller } from '../../../src/core/feature/caller.ts'
import { namesApart } from '../../../src/core/language/readList.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { Context } from '../../define.ts'

export const nobody: Owner = { ownerPerson: null, ownerEntity: null, ownerRole: null }

/**
 * Who owns an action: `me`, `the chair`, an entity, a person, or nobody. Raises `UserError` with the candidates for a
 * name that means nothing or several.
 */
export async function readOwner({ db, now, today, caller }: Context, text: string): Promise<Owner> {
  const typed = text.trim()
  if (/^(?:me|myself|i)$/i.test(typed)) return { ...nobody, ownerPerson: caller.personId }
  if (/^(?:nobody|none|no one|-)$/i.test(typed)) return nobody
  const role = /^(?:the )?(chair|co-chair|vice-chair)s?$/i.exec(typed)?.[1]?.toLowerCase()
  if (role === 'chair' || role === 'co-chair' || role === 'vice-chair') return { ...nobody, ownerRole: role }
  // An address and a person's number mean a person, whatever entity is called nearly so.
  const [entity] = /@|^P\d{1,9}$/i.test(typed) ? [] : await findEntities(db, [typed], now)
  if (entity?.kind === 'one') return { ...nobody, ownerEntity: entity.value.id }
  const person = await findPerson(db, typed, viewerOf(caller, today))
  if (person.kind === 'one') return { ...nobody, ownerPerson: person.value.id }
  const choices = [
    ...(entity?.kind === 'several' ? entity.candidates.map(({ acronym }) => acronym) : []),
    ...(person.kind === 'several' ? person.candidates.map(({ email, id }) => email ?? `P${id}`) : []),
  ]
  if (choices.length === 0) refuseSeveral(typed, await findEntities(db, namesApart(typed), now))
  const near = [entity, person].flatMap((one) => (one?.kind === 'none' && one.nearest ? [one.nearest] : []))
  const offered = (choices.length > 0 ? choices : near).slice(0, 10)
  throw new UserError(
    choices.length > 0
      ? `“${shorten(typed)}” may be ${choices.slice(0, 10).join(', ')}. Who is meant?`
      : `I know no entity and no person called “${shorten(typed)}”.${near[0] ? ` Did you mean ${near[0]}?` : ''}`,
    { option: 'owner', choices: offered.map((value) => ({ label: value, value })) },
  )
}

/** Raises `UserError` with each as a choice where several entities are named; returns for anything else. */
function refuseSeveral(typed: string, found: readonly Lookup<Entity>[]): void {
  const names = found.flatMap((one) => (one.kind === 'one' ? [one.value.acronym] : []))
  if (names.length < 2 || names.length < found.length) return
  throw new UserError(`“${shorten(typed)}” names ${names.length}, and an action has one owner. Which one?`, {
    option: 'owner',
    choices: names.map((value) => ({ label: value, value })),
  })
}

/** As a sentence names the owner. */
export function ownerName({
  personName,
  entityAcronym,
  ownerRole,
}: Pick<ActionItem, 'personName' | 'entityAcronym' | 'ownerRole'>): string {
  return personName ?? entityAcronym ?? (ownerRole === null ? 'nobody yet' : `the ${ownerRole}`)
}

/** The text that brings an owner back when it is typed. */
export function ownerText(action: ActionItem): string {
  if (action.ownerRole !== null) return action.ownerRole
  // By number, for two may share a name.
  return action.entityAcronym ?? (action.ownerPerson === null ? 'nobody' : `P${action.ownerPerson}`)
}

/** An owner by number, `entity:12`, which stays theirs under another name. */
export function ownerKey({ ownerPerson, ownerEntity, ownerRole }: Owner): string {
  if (ownerRole !== null) return `role:${ownerRole}`
  if (ownerEntity !== null) return `entity:${ownerEntity}`
  return ownerPerson === null ? 'nobody' : `person:${ownerPerson}`
}

/** The inverse: the owner that a key stands for; undefined for any other text. */
export function ownerKeyed(key: string): Owner | undefined {
  const [, kind, value] = /^(person|entity|role):(.+)$/.exec(key) ?? []
  if (kind === 'person') return { ...nobody, ownerPerson: Number(value) }
  if (kind === 'entity') return { ...nobody, ownerEntity: Number(value) }
  if (value === 'chair' || value === 'co-chair' || value === 'vice-chair')
    return { ...nobody, ownerRole: value }
  return key === 'nobody' ? nobody : undefined
}

/** Lets through the owner, the members of the group and the secretariat. Raises `UserError`. */
export function refuseStranger({ caller }: Context, action: ActionItem): void {
  if (mayChangeAction(caller, action)) return
  throw new UserError(
    `A${action.id} belongs to ${action.groupAcronym ?? 'a meeting'}; its owner and the members of the group may change it.`,
  )
}

/** Whether somebody owns an action, for themselves or for their entity, or belongs to its group. */
export function mayChangeAction(caller: Caller, action: ActionItem): boolean {
  const own =
    action.ownerPerson === caller.personId ||
    (action.ownerEntity !== null && action.ownerEntity === caller.entityId)
  return own || belongs(caller, action.groupIds)
}
