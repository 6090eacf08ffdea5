import { namedHolders } from '../../../../db/directory/find/holders.ts'
import { findPerson } from '../../../../db/directory/find/person.ts'
import type { Viewer } from '../../../../db/directory/visibility/audience.ts'
import { personCard } from '../../../../db/directory/visibility/card.ts'
import type { Db } from '../../../../db/store/db.ts'
import { UserError } from '../../../core/errors.ts'
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
  const found = await findPerson(db, typed, viewer)
  const card = found.kind === 'one' ? await personCard(db, found.value.id, today, viewer) : undefined
  const acronym = card?.entityAcronym
  if (!acronym) return holdersEntity(db, typed)
  return new UserError(
    `“${shorten(typed)}” is a person, who stands for ${acronym}; an entity is wanted here. Nothing was changed.`,
    { choices: [{ label: acronym, value: acronym }] },
  )
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
