import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Database } from '../schema.ts'
import type { Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'
import type { FormerUpdate, UpdatePlacement } from './content.ts'
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

const decide = statement((db, given: Params<Decision>) =>
  db
    .updateTable('updates')
    .set((eb) => ({
      status: given.status,
      comment: given.comment,
      acceptedBy: sql<
        number | null
      >`case when ${given.status}::text = 'accepted' then ${given.by}::int else ${eb.ref('acceptedBy')} end`,
      mergedInto: null,
      ...keeping(eb, given.by),
    }))
    .where('id', '=', given.id)
    .returning('decisions'),
)

/** How many changes of an update can be taken back one after the other. */
const mostTakenBack = 10

type UpdateColumns = ExpressionBuilder<Database, 'updates'>

/** Where a change takes an update, where it does. */
type MovedTo = Partial<{ readonly newsletterId: RawBuilder<number | null>; readonly heldOver: true }>

/** What every change of an update sets beside its own: it is counted, and keeps how the update stood before it. */
export function keeping(eb: UpdateColumns, by: RawBuilder<number>, to: MovedTo = {}) {
  return { decisions: eb('decisions', '+', 1), former: asItStood(eb, by, to) }
}

/**
 * The update as it is until the statement has run, with who changes it, where the change leaves it, and the changes
 * before it.
 */
function asItStood(eb: UpdateColumns, by: RawBuilder<number>, to: MovedTo) {
  const { ref } = eb
  const former = ref('former')
  const earlier = sql<string>`case when ${former} is null then '[]'::jsonb else jsonb_path_query_array(
    jsonb_build_array(${former} - 'earlier') || coalesce(${former} -> 'earlier', '[]'),
    ${sql.lit(`$[0 to ${mostTakenBack - 2}]`)}) end`
  return sql<string>`${jsonBuildObject({
    version: ref('version'),
    status: ref('status'),
    comment: ref('comment'),
    newsletterId: ref('newsletterId'),
    acceptedBy: ref('acceptedBy'),
    mergedInto: ref('mergedInto'),
    heldOver: ref('heldOver'),
    by: sql<number>`${by}::int`,
    change: eb('decisions', '+', 1),
    left: jsonBuildObject({
      newsletterId: to.newsletterId ? sql<number | null>`${to.newsletterId}::int` : ref('newsletterId'),
      heldOver: to.heldOver ? sql.lit(true) : ref('heldOver'),
    }),
    earlier,
  })}::jsonb`
}

/**
 * Where an update is once a change is taken back: what the change did not move stays where it is by now. `moved`: the
 * change itself had moved it; `since`: somewhere else it was taken since.
 */
export function placedOnceBack(
  now: UpdatePlacement,
  { newsletterId, heldOver = false, left }: FormerUpdate,
): UpdatePlacement & { readonly moved: boolean; readonly since: boolean } {
  const before = { newsletterId, heldOver }
  const moved = left === undefined || !samePlace(before, left)
  const since = left !== undefined && !samePlace(now, left)
  const { newsletterId: issue, heldOver: held } = moved ? before : now
  return { newsletterId: issue, heldOver: held, moved, since }
}

function samePlace(one: UpdatePlacement, other: UpdatePlacement): boolean {
  return one.newsletterId === other.newsletterId && one.heldOver === other.heldOver
}

/** Takes the last change back, so that the one before it is the last; returns the running number of this change. */
export async function takeBack(
  trx: Trx,
  { id, newsletterId, heldOver }: UpdatePlacement & { readonly id: number },
  former: FormerUpdate,
): Promise<number> {
  const { version, status, comment, acceptedBy, mergedInto = null } = former
  const { newsletterId: issue, heldOver: held } = placedOnceBack({ newsletterId, heldOver }, former)
  const [last, ...earlier] = former.earlier ?? []
  const [back] = await setBack(trx, {
    ...{ id, version, status, comment, acceptedBy, mergedInto, newsletterId: issue, heldOver: held },
    former: last ? JSON.stringify({ ...last, earlier }) : null,
  })
  return back?.decisions ?? 0
}

type Restored = Pick<FormerUpdate, 'version' | 'status' | 'comment' | 'acceptedBy'> &
  UpdatePlacement & {
    readonly id: number
    readonly mergedInto: number | null
    readonly former: string | null
  }

const setBack = statement((db, given: Params<Restored>) =>
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
      former: given.former,
      decisions: eb('decisions', '+', 1),
    }))
    .where('id', '=', given.id)
    .returning('decisions'),
)
