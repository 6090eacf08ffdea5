import { findEntities } from '../../../../db/directory/find/entity.ts'
import { colleagues } from '../../../../db/directory/people.ts'
import type { Db } from '../../../../db/store/db.ts'
import { UserError } from '../../../core/errors.ts'
import { list } from '../../../core/text/list.ts'

/** As many people of an entity are looked through. */
const most = 25

const named =
  /^(?:the )?(?:(\S.{0,80}?)(?:['’]s?)? focal points?|focal points? (?:of|for|at|from) (\S.{0,80}))$/i

/**
 * What to type for the one focal point of the entity that a text names, `UNODC focal point`; undefined for any other text.
 * Raises `UserError` with each of them where there are several.
 */
export async function focalPointNamed(db: Db, typed: string, now: Date): Promise<string | undefined> {
  const [, before, behind = before] = named.exec(typed.trim()) ?? []
  const [found] = behind === undefined ? [] : await findEntities(db, [behind], now)
  if (found?.kind !== 'one') return undefined
  const { id, acronym } = found.value
  const all = await colleagues(db, id, most)
  const holders = all.filter(({ title }) => /focal point/i.test(title ?? ''))
  const [first, ...others] = holders
  if (first && others.length === 0) return first.handle
  if (!first) return undefined
  throw new UserError(
    `${acronym} has several focal points: ${list(holders.map(({ name }) => name))}. Which one?`,
    {
      choices: holders.map(({ name, handle }) => ({ label: name, value: handle })),
    },
  )
}
