import { sql } from 'kysely'

import { overlaps, UserError } from '../../../src/core/errors.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Trx } from '../../store/db.ts'
import { dayAfter, firstDay } from '../../store/expressions.ts'

export interface EndedTerm {
  readonly id: number
  readonly group: string
  readonly role: Role
  /** The range as it was, as Postgres writes it. */
  readonly during: string
}

/** Whose terms: all of an entity, or those that a person holds by name. */
export interface TermHolder {
  readonly kind: 'entity' | 'person'
  readonly id: number
  readonly label: string
}

/**
 * Ends the terms that last beyond a day. Raises `UserError` where one of them is a chair's: a group is handed over
 * before its chair leaves, and nothing is changed.
 */
export async function endTermsOf(trx: Trx, holder: TermHolder, on: Day): Promise<readonly EndedTerm[]> {
  const open = await trx
    .selectFrom('roles as r')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .select(['r.id', 'r.role', 'g.acronym as group'])
    .select(({ ref }) => [
      sql<string>`${ref('r.during')}::text`.as('during'),
      sql<boolean>`coalesce(${firstDay(ref('r.during'))} >= ${on}::date, false)`.as('ahead'),
    ])
    .where(holder.kind === 'entity' ? 'r.entityId' : 'r.personId', '=', holder.id)
    .where(({ eb, ref }) => {
      const after = dayAfter(ref('r.during'))
      return eb.or([eb(after, 'is', null), eb(after, '>', sql<Day>`${on}::date`)])
    })
    .orderBy('g.number')
    .forUpdate('r')
    .execute()
  const chairs = open.filter(({ role }) => role === 'chair').map(({ group }) => group)
  if (chairs.length > 0) {
    throw new UserError(
      `${holder.label} chairs ${chairs.join(' and ')} on ${formatDay(on)} or after it. Appoint a successor first (/wg appoint ${chairs[0]} role:chair entity:…). Nothing was changed.`,
    )
  }
  const ahead = open.filter((term) => term.ahead)
  if (ahead.length > 0) {
    throw new UserError(
      `${holder.label} has a term that begins on ${formatDay(on)} or later: ${ahead.map(({ role, group }) => `${role} of ${group}`).join(', ')}. Release it first (/wg release). Nothing was changed.`,
    )
  }
  if (open.length > 0) {
    await trx
      .updateTable('roles')
      .set(({ ref }) => ({ during: sql<string>`daterange(${firstDay(ref('during'))}, ${on}::date)` }))
      .where(
        'id',
        'in',
        open.map(({ id }) => id),
      )
      .execute()
  }
  return open
}

/** Gives terms back the days that they had. Raises `UserError` where somebody else holds them by now. */
export async function restoreTerms(
  trx: Trx,
  terms: readonly { readonly id: number; readonly during: string }[],
): Promise<void> {
  try {
    for (const { id, during } of terms) {
      await trx.updateTable('roles').set({ during }).where('id', '=', id).execute()
    }
  } catch (error) {
    if (!overlaps(error)) throw error
    throw new UserError(
      'A role that was ended then has been given to somebody else since; /wg history shows it. Nothing was changed.',
    )
  }
}
