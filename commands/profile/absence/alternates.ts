import { entityOfPerson } from '../../../db/directory/people.ts'
import { UserError } from '../../../src/core/errors.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { type Message, message, rich } from '../../../src/core/message.ts'
import type { PersonRef } from '../../../src/core/option.ts'
import { formatPeriod, type Period } from '../../../src/core/time/period.ts'
import type { Context } from '../../define.ts'

interface AlternateNamed {
  /** Of the absence. */
  readonly id: number
  readonly days: Period
  readonly alternate: PersonRef
  /** Who was asked until now. */
  readonly before: number | null | undefined
}

export function tellAlternates(context: Context, { id, days, alternate, before }: AlternateNamed): void {
  const { name } = context.caller
  const asked = rich`${name} is away ${formatPeriod(days)}, and named you: what they would be asked to do is asked of you on these days. If you cannot, tell them.`
  tellAlternate(context, alternate.id, `A${id}`, message(asked))
  if (typeof before !== 'number') return
  const other = rich`${alternate.name} is now asked in the place of ${name} ${formatPeriod(days)}, so you are not.`
  tellAlternate(context, before, `over:A${id}`, message(other))
}

export function tellAlternate(context: Context, personId: number, key: string, message: Message): void {
  const subject = `person:${context.caller.personId}`
  // An alternate who is named again after somebody else is told again.
  context.notify([
    { key: `stand-in:${key}:${eachTime}:${personId}`, personId, kind: 'stand-in', subject, message: message },
  ])
}

/** Raises `UserError` for anybody but a colleague of the caller's entity. */
export async function refuseAlternate({ db, caller }: Context, { id, name }: PersonRef): Promise<void> {
  const refused = (why: string) => new UserError(`${why} Nothing was changed.`, { option: 'alternate' })
  if (id === caller.personId) throw refused('You cannot stand in for yourself.')
  if (caller.entityId !== null && (await entityOfPerson(db, id)) === caller.entityId) return
  throw refused(
    caller.entityAcronym === null
      ? 'You stand for no entity, so no colleague can be asked in your place.'
      : `${name} is not of ${caller.entityAcronym}; name a colleague of your entity.`,
  )
}
