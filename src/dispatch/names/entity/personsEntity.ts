import { findEntities } from '../../../../db/directory/find/entity.ts'
import { namedHolders } from '../../../../db/directory/find/holders.ts'
import { findPerson } from '../../../../db/directory/find/person.ts'
import type { Viewer } from '../../../../db/directory/visibility/audience.ts'
import { personCard } from '../../../../db/directory/visibility/card.ts'
import type { Db } from '../../../../db/store/db.ts'
import { type Choice, UserError } from '../../../core/errors.ts'
import { fold } from '../../../core/text/nearest.ts'
import { shorten } from '../../../core/text/text.ts'
import type { Day } from '../../../core/time/day.ts'

/**
 * Refuses a person's name or address in the place of an entity, and offers the entity that the person stands for;
 * undefined where it is the name of nobody whom the viewer may see.
 */
export async function personsEntity(
  db: Db,
  typed: string,
  { viewer, today }: { readonly viewer: Viewer; readonly today: Day },
): Promise<UserError | undefined> {
  // An acronym or a single word is hardly anybody's name.
  if (typed.length > 200) return undefined
  if (!/\S[\s@]\S/u.test(typed)) return holdersEntity(db, typed)
  const card = await cardOf(db, typed, { viewer, today })
  if (card?.entityAcronym) {
    const acronym = card.entityAcronym
    return new UserError(
      `“${shorten(typed)}” is a person, who stands for ${acronym}; an entity is wanted here. Nothing was changed.`,
      { choices: [held(acronym, card)] },
    )
  }
  return (await entityWithPerson(db, typed, { viewer, today })) ?? holdersEntity(db, typed)
}

interface Looking {
  readonly viewer: Viewer
  readonly today: Day
}

async function cardOf(db: Db, typed: string, { viewer, today }: Looking) {
  const found = await findPerson(db, typed, viewer)
  return found.kind === 'one' ? personCard(db, found.value.id, today, viewer) : undefined
}

/** The same of an entity with somebody of it behind: `UNODC Ana Lima`, `UNODC (Ana Lima)`. */
async function entityWithPerson(db: Db, typed: string, looking: Looking): Promise<UserError | undefined> {
  const words = typed.trim().split(/\s+/)
  for (let at = 1; at <= Math.min(mostWords, words.length - 1); at++) {
    const [entity, name] = [words.slice(0, at).join(' '), withoutBrackets(words.slice(at).join(' '))]
    const card = await cardOf(db, name, looking)
    const acronym = card?.entityAcronym
    if (!card || !acronym) continue
    if (fold(acronym) !== fold(entity.replace(/[,:]$/, ''))) {
      // A single word is hardly anybody's name.
      if (!/\S\s\S/u.test(name)) continue
      const [other] = await findEntities(db, [entity], new Date(`${looking.today}T12:00:00Z`))
      if (other?.kind !== 'one') continue
      const { acronym: named } = other.value
      return new UserError(
        `“${shorten(typed)}” names ${named} and ${card.name}, who stands for ${acronym}; an entity alone is wanted here. Nothing was changed.`,
        { choices: [{ label: named, value: named }, held(acronym, card)] },
      )
    }
    return new UserError(
      `“${shorten(typed)}” is ${acronym} and a person, ${card.name}; an entity alone is wanted here. Nothing was changed.`,
      { choices: [held(acronym, card)] },
    )
  }
  return undefined
}

/** The most words of an acronym. */
const mostWords = 3

function withoutBrackets(name: string): string {
  return name.startsWith('(') && name.endsWith(')') ? name.slice(1, -1) : name
}

function held(acronym: string, { id, name }: { readonly id: number; readonly name: string }): Choice {
  return { label: acronym, value: acronym, holder: { name, value: `P${id}` } }
}

/** The same of somebody who holds a role without a record of their own. */
async function holdersEntity(db: Db, typed: string): Promise<UserError | undefined> {
  if (typed.trim().length < 3 || typed === typed.toUpperCase()) return undefined
  const held = await namedHolders(db, typed)
  const [first] = held
  if (!first || held.some(({ name, entity }) => name !== first.name || entity !== first.entity))
    return undefined
  return new UserError(
    `“${shorten(typed)}” is a person (${first.name}, on file for ${first.entity}); an entity is wanted here. Nothing was changed.`,
    { choices: [{ label: first.entity, value: first.entity }] },
  )
}
