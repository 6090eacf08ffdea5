import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Database } from '../schema.ts'
import type { Trx } from '../store/db.ts'
import { type Given, statement } from '../store/statement.ts'
import type { FormerUpdate } from './content.ts'
import type { UpdateStatus } from './updates.ts'

interface Decision {
  readonly id: number
  readonly status: UpdateStatus
  readonly comment: string | null
  readonly by: number
}

/** Decides an update's status; returns the running number of the change. */
export async function setUpdateStatus(trx: Trx, decision: Decision): Promise<number> {
  const [decided] = await decide(trx, decision)
  return decided?.decisions ?? 0
}

const decide = statement((db, given: Given<Decision>) =>
  db
    .updateTable('updates')
    .set((eb) => ({
      status: given.status,
      comment: given.comment,
      acceptedBy: sql<
        number | null
      >`case when ${given.status}::text = 'accepted' then ${given.by}::int else ${eb.ref('acceptedBy')} end`,
      mergedInto: null,
      decisions: eb('decisions', '+', 1),
      former: asItStood(eb, given.by),
    }))
    .where('id', '=', given.id)
    .returning('decisions'),
)

/** The update as it is until the statement has run, with who changes it. */
export function asItStood({ ref }: ExpressionBuilder<Database, 'updates'>, by: RawBuilder<number>) {
  return sql<string>`${jsonBuildObject({
    version: ref('version'),
    status: ref('status'),
    comment: ref('comment'),
    newsletterId: ref('newsletterId'),
    acceptedBy: ref('acceptedBy'),
    mergedInto: ref('mergedInto'),
    heldOver: ref('heldOver'),
    by: sql<number>`${by}::int`,
  })}::jsonb`
}

/** Takes the last change back; returns the running number of this change, which has none before it. */
export async function takeBack(trx: Trx, id: number, { by, ...former }: FormerUpdate): Promise<number> {
  const { mergedInto = null, heldOver = false } = former
  const [back] = await setBack(trx, { ...former, mergedInto, heldOver, id })
  return back?.decisions ?? 0
}

const setBack = statement((db, given: Given<Required<Omit<FormerUpdate, 'by'>> & { id: number }>) =>
  db
    .updateTable('updates')
    .set((eb) => ({
      version: given.version,
      status: given.status,
      comment: given.comment,
      newsletterId: given.newsletterId,
      acceptedBy: given.acceptedBy,
      mergedInto: given.mergedInto,
      heldOver: given.heldOver,
      former: null,
      decisions: eb('decisions', '+', 1),
    }))
    .where('id', '=', given.id)
    .returning('decisions'),
)
