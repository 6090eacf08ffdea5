import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { called } from '../called.ts'

/** Raises `UserError` for a meeting that was held or cancelled: what was on its agenda is on record. */
export function refuseUnlessAhead({ id, title, status }: Pick<Meeting, 'id' | 'title' | 'status'>): void {
  if (status !== 'scheduled')
    throw new UserError(`${called({ id, title })} is ${status}; its agenda stays as it is.`)
}
