import { sql } from 'kysely'

import { overlaps, UserError } from '../../../../src/core/errors.ts'
import type { Trx } from '../../../store/db.ts'
import { writtenTerms } from '../terms.ts'
import type { AlteredTerm } from '../written.ts'

/** Deletes terms that an import added and gives those that it changed what they had. Raises `UserError` where one was changed since. */
export async function takeTermsBack(trx: Trx, terms: readonly AlteredTerm[]): Promise<void> {
  const now = new Map(
    (
      await writtenTerms(
        trx,
        terms.map(({ after }) => after.id),
      )
    ).map((term) => [term.id, term]),
  )
  const moved = terms.find(({ after }) => {
    const term = now.get(after.id)
    return term?.during !== after.during || term.holder !== after.holder
  })
  if (moved) {
    throw new UserError(
      'A role that came with this file was changed since; /wg history shows the terms. Nothing was changed.',
    )
  }
  const added = terms.flatMap(({ before, after }) => (before === null ? [after.id] : []))
  if (added.length > 0) await trx.deleteFrom('roles').where('id', 'in', added).execute()
  try {
    for (const { before } of terms) {
      if (before === null) continue
      await trx
        .updateTable('roles')
        .set({ during: sql<string>`${before.during}::daterange`, holder: before.holder })
        .where('id', '=', before.id)
        .execute()
    }
  } catch (error) {
    throw overlaps(error)
      ? new UserError(
          'Those days were given to somebody else since; /wg history shows the terms. Nothing was changed.',
        )
      : error
  }
}
