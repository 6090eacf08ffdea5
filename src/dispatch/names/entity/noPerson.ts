import { findEntities } from '../../../../db/directory/find/entity.ts'
import { allKnownGroups } from '../../../../db/directory/groups.ts'
import type { Db } from '../../../../db/store/db.ts'
import { UserError } from '../../../core/errors.ts'
import { fold } from '../../../core/text/nearest.ts'

/** Raises `UserError` for the acronym of a working group, or of an entity that nobody is on file for. */
export async function refuseNoPerson(db: Db, text: string, now: Date): Promise<void> {
  const group = (await allKnownGroups(db)).find(({ acronym }) => fold(acronym) === fold(text))
  if (group) throw new UserError(`${group.acronym} is a working group and no person.`)
  const [found] = await findEntities(db, [text], now)
  if (found?.kind !== 'one' || fold(found.value.acronym) !== fold(text)) return
  throw new UserError(`${found.value.acronym} is an entity, and nobody is on file for it.`)
}
